import { describe, expect, it } from 'vitest';
import { MAX_SITEMAP_URLS, parseSitemap } from '../../../src/acquire/sitemap.ts';

const NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const BASE = 'http://ponant.example';
const read = (text: string) => parseSitemap(text, `${BASE}/maps/sitemap.xml`);

describe('parseSitemap', () => {
  it.each<readonly [string, string, readonly string[]]>([
    [
      'a urlset',
      `${HEAD}<urlset ${NS}><url><loc>${BASE}/a</loc><lastmod>2015-04-28</lastmod></url><url><loc>${BASE}/b</loc><priority>1.1</priority></url></urlset>`,
      ['/a', '/b'],
    ],
    [
      'a news sitemap',
      `<urlset ${NS} xmlns:news="n"><url><loc>${BASE}/a</loc><news:news><news:title>Élé &amp; ça</news:title></news:news></url></urlset>`,
      ['/a'],
    ],
    [
      'pictures are no pages',
      `<urlset ${NS} xmlns:image="i"><url><loc>${BASE}/a</loc><image:image><image:loc>${BASE}/a.jpg</image:loc></image:image></url></urlset>`,
      ['/a'],
    ],
    ['plain text', `${BASE}/a\r\n\n  ${BASE}/b \nnot a url\n`, ['/a', '/b']],
    [
      'RSS',
      `<rss version="2.0"><channel><link>${BASE}/</link><item><link>${BASE}/a</link></item></channel></rss>`,
      ['/a'],
    ],
    [
      'Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><link href="${BASE}/"/><entry><link href="${BASE}/a"/></entry></feed>`,
      ['/a'],
    ],
    [
      'cut off',
      `${HEAD}<urlset ${NS}><url><loc>${BASE}/a</loc></url><url><loc>${BASE}/b</loc></url><url><loc>${BASE}/c.ht`,
      ['/a', '/b'],
    ],
    ['a byte order mark', `\uFEFF${HEAD}<urlset ${NS}><url><loc>${BASE}/a</loc></url></urlset>`, ['/a']],
    ['blank lines and spaces', `\n\n  ${HEAD}\n<urlset ${NS}><url><loc>\n   ${BASE}/a \n</loc></url></urlset>`, ['/a']],
    ['CDATA', `<urlset ${NS}><url><loc><![CDATA[${BASE}/a?b=1&c=2]]></loc></url></urlset>`, ['/a?b=1&c=2']],
    [
      'entities and bare ampersands',
      `<urlset ${NS}><url><loc>${BASE}/a?b=1&amp;c=2</loc></url><url><loc>${BASE}/d?e=1&f=2</loc></url></urlset>`,
      ['/a?b=1&c=2', '/d?e=1&f=2'],
    ],
    ['no namespace', `<urlset><url><loc>${BASE}/a</loc></url></urlset>`, ['/a']],
    ['a prefix', `<sm:urlset xmlns:sm="s"><sm:url><sm:loc>${BASE}/a</sm:loc></sm:url></sm:urlset>`, ['/a']],
    ['characters outside ASCII', `<urlset ${NS}><url><loc>${BASE}/été</loc></url></urlset>`, ['/%C3%A9t%C3%A9']],
    ['relative addresses', `<urlset ${NS}><url><loc>a</loc></url></urlset>`, ['/maps/a']],
    ['each once', `<urlset ${NS}>${`<url><loc>${BASE}/a</loc></url>`.repeat(3)}</urlset>`, ['/a']],
    [
      'no other schemes',
      `<urlset ${NS}><url><loc>javascript:alert(1)</loc></url><url><loc>ftp://x/</loc></url><url><loc/></url></urlset>`,
      [],
    ],
    ['an empty urlset', `<urlset ${NS}></urlset>`, []],
  ])('%s', (_, text, paths) => {
    expect(read(text)).toEqual({ pages: paths.map((path) => BASE + path), sitemaps: [] });
  });

  it('tells sitemaps from pages', () => {
    const text = `${HEAD}<sitemapindex ${NS}><sitemap><loc>${BASE}/1.xml</loc><lastmod>2015</lastmod></sitemap><sitemap><loc>/2.xml.gz</loc></sitemap></sitemapindex>`;
    expect(read(text)).toEqual({ pages: [], sitemaps: [`${BASE}/1.xml`, `${BASE}/2.xml.gz`] });
  });
  it('reads 50,000 addresses and no more', () => {
    const urls = Array.from({ length: MAX_SITEMAP_URLS + 10 }, (_, i) => `<url><loc>${BASE}/${i}</loc></url>`);
    const { pages } = read(`<urlset ${NS}>${urls.join('')}</urlset>`);
    expect([pages.length, pages.at(-1)]).toEqual([50_000, `${BASE}/49999`]);
  });
  it('refuses what is no sitemap', () => {
    for (const text of [
      '<html><body><a href="/a">a</a></body></html>',
      '<urlsets/>',
      '<a><loc>http://x.test/</loc></a>',
    ]) {
      expect(() => read(text)).toThrow(
        expect.objectContaining({ code: 'sitemap-unreadable', disposition: 'quarantine' }),
      );
    }
    expect(read('nothing here')).toEqual({ pages: [], sitemaps: [] });
  });
  it('is not troubled by depth', () => {
    expect(read(`<urlset>${'<url>'.repeat(100_000)}<loc>${BASE}/a</loc>`).pages).toEqual([`${BASE}/a`]);
  });
});
