import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseUrl, resolveLink } from '../../../src/acquire/url.ts';

describe('normaliseUrl', () => {
  it.each([
    ['HTTP://Press.TEST:80/A', 'http://press.test/A'],
    ['https://press.test:443', 'https://press.test/'],
    ['https://press.test:8443/', 'https://press.test:8443/'],
    ['http://press.test/a#top', 'http://press.test/a'],
    ['http://press.test/a#', 'http://press.test/a'],
    ['http://press.test/a?', 'http://press.test/a'],
    ['http://press.test/a?utm_source=x&utm_medium=y', 'http://press.test/a'],
    ['http://press.test/a?b=2&UTM_Source=x&a=1&fbclid=z', 'http://press.test/a?b=2&a=1'],
    ['http://press.test/a?xtor=RSS-12#xtor=RSS-12', 'http://press.test/a'],
    ['http://press.test/a?at_medium=RSS&at_campaign=1&page=2', 'http://press.test/a?page=2'],
    ['http://press.test/a?%75tm_source=x', 'http://press.test/a'],
    ['http://press.test/a?gclid', 'http://press.test/a'],
    ['http://press.test/a?id=1&&id=2', 'http://press.test/a?id=1&id=2'],
    ['http://press.test/a?utmost=1&reference=2', 'http://press.test/a?utmost=1&reference=2'],
    ['http://press.test/a?q=a+b%20c', 'http://press.test/a?q=a+b%20c'],
    ['http://press.test/%c3%a9t%C3%A9', 'http://press.test/%C3%A9t%C3%A9'],
    ['http://press.test/été?q=é', 'http://press.test/%C3%A9t%C3%A9?q=%C3%A9'],
    ['http://légende.test/', 'http://xn--lgende-bva.test/'],
    ['http://press.test/a/../b/./c', 'http://press.test/b/c'],
    ['http://press.test/amp/a?amp=1', 'http://press.test/amp/a?amp=1'],
    ['  http://press.test/a\n', 'http://press.test/a'],
    ['http://press.test/a?bad=%zz&utm_x=%', 'http://press.test/a?bad=%zz'],
  ])('%j', (url, canonical) => {
    expect(normaliseUrl(url)).toBe(canonical);
  });
  it.each(['', 'press.test/a', 'ftp://press.test/', 'mailto:a@press.test', 'http://'])('refuses %j', (url) => {
    expect(() => normaliseUrl(url)).toThrow(
      expect.objectContaining({ code: 'url-invalid', disposition: 'quarantine' }),
    );
  });

  const part = fc.string({
    unit: fc.constantFrom(...'aZé%4A2fF.~/+-_ ;:@$!*()[]|\\"<>^`{}\''.split(''), '%e9', '%2e', '%25'),
    maxLength: 12,
  });
  const parameter = fc.tuple(fc.oneof(part, fc.constantFrom('utm_source', 'FBCLID', 'xtor', '%75tm_a', 'id')), part);
  const anyUrl = fc
    .record({
      scheme: fc.constantFrom('http', 'HTTPS'),
      path: part,
      query: fc.array(parameter, { maxLength: 5 }),
      hash: part,
    })
    .map(({ scheme, path, query, hash }) => {
      const search = query.map(([name, value]) => `${name}=${value}`).join('&');
      return `${scheme}://Press.Test/${path}?${search}#${hash}`;
    })
    .filter((url) => URL.canParse(url));

  it('changes nothing when applied twice, and leaves no fragment and no tracking', () => {
    fc.assert(
      fc.property(anyUrl, (url) => {
        const once = normaliseUrl(url);
        expect(normaliseUrl(once)).toBe(once);
        expect(new URL(once).href).toBe(once);
        expect(once).not.toMatch(/#|[?&](?:utm_|fbclid|xtor)/i);
        expect(new URL(once).pathname.toUpperCase()).toBe(new URL(url).pathname.toUpperCase());
      }),
      { numRuns: 2000 },
    );
  });
  it('makes one URL of a page however it was shared', () => {
    const names = fc.constantFrom('utm_source', 'utm_campaign', 'fbclid', 'gclid', 'xtor', 'mc_cid');
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: false }),
        fc.array(names),
        fc.webFragments(),
        (url, tracking, hash) => {
          const shared = `${url}?id=7${tracking.map((name) => `&${name}=x`).join('')}#${hash}`;
          expect(normaliseUrl(shared)).toBe(normaliseUrl(`${url}?id=7`));
        },
      ),
    );
  });
});

describe('resolveLink', () => {
  it.each([
    ['b.html', 'http://press.test/a/b.html'],
    [' /c ', 'http://press.test/c'],
    ['//other.test/d', 'http://other.test/d'],
    ['?page=2', 'http://press.test/a/?page=2'],
    ['HTTPS://other.test', 'https://other.test/'],
    ['', null],
    ['javascript:alert(1)', null],
    ['mailto:a@press.test', null],
    ['data:text/html,x', null],
    ['http://[', null],
    ['x'.repeat(3000), null],
  ])('%j', (link, url) => {
    expect(resolveLink(link, 'http://press.test/a/')).toBe(url);
  });
  it('needs no base for a complete link', () => {
    expect(resolveLink('http://press.test/b', 'feed.xml')).toBe('http://press.test/b');
    expect(resolveLink('b', 'feed.xml')).toBeNull();
  });
});
