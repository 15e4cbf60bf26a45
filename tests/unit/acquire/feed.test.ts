import { describe, expect, it } from 'vitest';
import { MAX_FEED_ITEMS, parseFeed } from '../../../src/acquire/feed.ts';
import { isRevueError } from '../../../src/domain/errors.ts';

const URL_OF_FEED = 'http://ponant.example/rss/series.xml';
const parse = (text: string) => parseFeed(text, URL_OF_FEED);
const rss = (content: string, attributes = 'version="2.0"') =>
  `<?xml version="1.0" encoding="UTF-8"?><rss ${attributes}><channel><title>Le Ponant</title>${content}</channel></rss>`;
const atom = (content: string, attributes = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>Le Ponant</title>${content}</feed>`;
const LINK = '<link>http://ponant.example/a</link>';

describe('kinds of feed', () => {
  it('RSS 2.0', () => {
    const feed = parse(
      rss(`<ttl>90</ttl><item><title>Espions &amp; légendes</title><link>http://ponant.example/a?x=1&amp;y=2</link>
        <pubDate>Tue, 28 Apr 2015 10:42:00 +0200</pubDate><guid isPermaLink="false">ponant-1</guid></item>`),
    );
    expect(feed).toEqual({
      title: 'Le Ponant',
      ttlMinutes: 90,
      items: [
        {
          url: 'http://ponant.example/a?x=1&y=2',
          title: 'Espions & légendes',
          published: '2015-04-28T08:42:00.000Z',
          guid: 'ponant-1',
        },
      ],
    });
  });
  it('Atom 1.0', () => {
    const feed = parse(
      atom(`<entry><id>tag:ponant,2015:1</id><title type="html">Le &lt;i&gt;Bureau&lt;/i&gt; &amp;amp; moi</title>
        <link rel="self" href="/self"/><link rel="alternate" type="application/json" href="/a.json"/>
        <link rel="alternate" type="text/html" href="/a.html"/><published>2015-04-28T08:00:00Z</published>
        <updated>2016-01-01T00:00:00Z</updated></entry>
        <entry><id>http://ponant.example/b</id><title>A &lt;b&gt; in plain text</title><updated>2015-05-02</updated></entry>`),
    );
    expect(feed.items).toEqual([
      {
        url: 'http://ponant.example/a.html',
        title: 'Le Bureau & moi',
        published: '2015-04-28T08:00:00.000Z',
        guid: 'tag:ponant,2015:1',
      },
      {
        url: 'http://ponant.example/b',
        title: 'A <b> in plain text',
        published: '2015-05-02T00:00:00.000Z',
        guid: 'http://ponant.example/b',
      },
    ]);
  });
  it('Atom 0.3', () => {
    const text =
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Old</title><entry><title>e</title><link rel="alternate" href="http://ponant.example/e"/><issued>2003-12-13T18:30:02Z</issued></entry></feed>';
    expect(parse(text).items).toMatchObject([
      { url: 'http://ponant.example/e', published: '2003-12-13T18:30:02.000Z' },
    ]);
  });
  it('RDF (RSS 1.0) with Dublin Core dates and an update period', () => {
    const feed =
      parse(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
      <channel rdf:about="http://ponant.example/"><title>R</title><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel>
      <item rdf:about="http://ponant.example/1"><title>i</title><link>http://ponant.example/1</link><dc:date>2003-12-13</dc:date></item></rdf:RDF>`);
    expect(feed).toMatchObject({ title: 'R', ttlMinutes: 360 });
    expect(feed.items).toEqual([
      {
        url: 'http://ponant.example/1',
        title: 'i',
        published: '2003-12-13T00:00:00.000Z',
        guid: 'http://ponant.example/1',
      },
    ]);
  });
  it('JSON Feed', () => {
    const feed = parse(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'J',
        items: [
          { id: '1', url: '/1', title: 'A < B', date_published: '2010-02-07T14:04:00-05:00' },
          { id: 'http://ponant.example/2', content_text: 'x', date_modified: '2010-02-08' },
          { id: '3', external_url: 'https://ailleurs.example/3' },
          { id: '4' },
        ],
      }),
    );
    expect(feed.items.map(({ url, title, published }) => [url, title, published])).toEqual([
      ['http://ponant.example/1', 'A < B', '2010-02-07T19:04:00.000Z'],
      ['http://ponant.example/2', null, '2010-02-08T00:00:00.000Z'],
      ['https://ailleurs.example/3', null, null],
    ]);
  });
});

describe('links', () => {
  it('are completed by xml:base, from the outside in', () => {
    const entry = '<entry xml:base="2015/"><id>1</id><title>t</title><link href="a.html"/></entry>';
    expect(parse(atom(entry, 'xml:base="/series/"')).items[0]?.url).toBe('http://ponant.example/series/2015/a.html');
    expect(parse(atom(entry)).items[0]?.url).toBe('http://ponant.example/rss/2015/a.html');
  });
  it.each([
    ['<link>a.html</link>', 'http://ponant.example/rss/a.html'],
    ['<link><![CDATA[ http://ponant.example/?a=1&b=2 ]]></link>', 'http://ponant.example/?a=1&b=2'],
    ['<link>http://ponant.example/?a=1&b=2&copy=3</link>', 'http://ponant.example/?a=1&b=2&copy=3'],
    ['<guid>http://ponant.example/g</guid>', 'http://ponant.example/g'],
    ['<guid isPermaLink="true">http://ponant.example/g</guid>', 'http://ponant.example/g'],
    ['<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="alternate" href="/al"/>', 'http://ponant.example/al'],
    ['<link>javascript:alert(1)</link><guid>https://ponant.example/g</guid>', 'https://ponant.example/g'],
  ])('%s', (content, url) => {
    expect(parse(rss(`<item><title>t</title>${content}</item>`)).items.map((item) => item.url)).toEqual([url]);
  });
  it.each([
    '<title>no link</title>',
    '<link>javascript:alert(1)</link>',
    '<link>ftp://ponant.example/a</link>',
    '<link></link>',
    '<guid isPermaLink="false">http://ponant.example/not-a-page</guid>',
    '<guid>just-a-name</guid>',
    `<link>http://ponant.example/${'a'.repeat(2048)}</link>`,
  ])('that lead nowhere leave the item out: %s', (content) => {
    expect(parse(rss(`<item>${content}</item><item>${LINK}</item>`)).items).toHaveLength(1);
  });
});

const titleOf = (title: string) => parse(rss(`<item><title>${title}</title>${LINK}</item>`)).items[0]?.title;
const published = (content: string) => parse(rss(`<item>${LINK}${content}</item>`)).items[0]?.published;

describe('repairs', () => {
  it.each([
    ['HTML entities', 'La l&eacute;gende &laquo;&nbsp;vit&nbsp;&raquo; &rsquo;', 'La légende « vit » ’'],
    ['entities escaped twice', 'La l&amp;eacute;gende', 'La légende'],
    ['markup', '&lt;b&gt;Gras&lt;/b&gt;', 'Gras'],
    ['markup in CDATA', '<![CDATA[<em>Le Bureau</em>, l&eacute;gende<br>suite]]>', 'Le Bureau, légende suite'],
    ['bare ampersands', 'Guerre & paix & co', 'Guerre & paix & co'],
    ['a bare less-than', 'Saison 1 < saison 2', 'Saison 1 < saison 2'],
    ['control characters', 'a\u0000b\u000bc', 'abc'],
    ['white space', '\n  deux \t mots\n', 'deux mots'],
    ['unclosed markup', 'x <b> y', 'x y'],
  ])('%s', (_, written, read) => {
    expect(titleOf(written)).toBe(read);
  });
  it('a missing version, capitals, and text before the document', () => {
    const item = `<item><title>t</title>${LINK}</item>`;
    expect(parse(rss(item, '')).items).toHaveLength(1);
    expect(parse(`\uFEFF\n\n  ${rss(item)}`).items).toHaveLength(1);
    expect(parse(`<br />Warning: something<br />\n${rss(item)}`).items).toHaveLength(1);
    expect(
      parse(rss(item).toUpperCase().replace('HTTP://PONANT.EXAMPLE/A', 'http://ponant.example/A')).items,
    ).toHaveLength(1);
  });
  it('a feed that breaks off keeps its whole items', () => {
    const whole = [1, 2, 3].map((n) => `<item><title>${n}</title><link>http://ponant.example/${n}</link></item>`);
    expect(parse(rss(whole.join('')).slice(0, -70)).items.map((item) => item.title)).toEqual(['1', '2']);
    const entries = [1, 2].map((n) => `<entry><title>${n}</title><link href="http://ponant.example/${n}"/></entry>`);
    expect(parse(atom(entries.join('')).slice(0, -20)).items.map((item) => item.title)).toEqual(['1']);
  });
  it('dates that are missing, nonsense, or in another field', () => {
    expect(published('')).toBeNull();
    expect(published('<pubDate></pubDate>')).toBeNull();
    expect(published('<pubDate>hier</pubDate>')).toBeNull();
    expect(
      published('<pubDate>hier</pubDate><dc:date xmlns:dc="http://purl.org/dc/elements/1.1/">2016-05-09</dc:date>'),
    ).toBe('2016-05-09T00:00:00.000Z');
  });
  it('keeps at most 2,000 items', () => {
    const many = Array.from({ length: 2500 }, (_, i) => `<item><link>http://ponant.example/${i}</link></item>`);
    expect(parse(rss(many.join(''))).items).toHaveLength(MAX_FEED_ITEMS);
  });
  it('a feed without items is a feed', () => {
    expect(parse(rss(''))).toEqual({ title: 'Le Ponant', items: [], ttlMinutes: null });
  });
});

/** How much a feed came to, or the code of its error. */
function sizeOrCode(text: string): number | string {
  try {
    return JSON.stringify(parse(text)).length;
  } catch (error) {
    return isRevueError(error) ? error.code : String(error);
  }
}

describe('what is no feed', () => {
  const bomb = `<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">${Array.from('bcdefghij')
    .map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghi'[i]};`.repeat(10)}">`)
    .join('')}]>`;

  it.each([
    '',
    '   ',
    'not found',
    '<html><body><p>Hello</p></body></html>',
    '{"a":1}',
    '{',
    '<rss',
    '<?xml version="1.0"?>',
  ])('is refused: %j', (text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'feed-unreadable', disposition: 'quarantine' }));
  });
  it('costs neither time nor the stack when it is hostile', () => {
    const started = performance.now();
    for (const text of [
      bomb + rss(`<item><title>&j;</title>${LINK}</item>`),
      rss('<a>'.repeat(100_000)),
      rss('<item>'.repeat(100_000)),
      rss(`<item><title>${'<'.repeat(200_000)}</title></item>`),
      rss(`<item><title>${'&'.repeat(200_000)}</title></item>`),
      '<!DOCTYPE '.repeat(50_000),
    ]) {
      expect(sizeOrCode(text)).toSatisfy((result) => result === 'feed-unreadable' || Number(result) < 1_000_000);
    }
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
