import { describe, expect, it } from 'vitest';
import { scan } from '../../../../../src/reading/extract/outline/scan.ts';

describe('the head of a page', () => {
  it('gives its title on one line, without what icons are called', () => {
    const html = '<title>\n Une  s&eacute;rie &amp; son île </title><p>Un.</p><svg><title>Loupe</title></svg>';
    expect(scan(html).head.title).toBe('Une série & son île');
    expect(scan(html).blocks.map(({ text }) => text)).toEqual(['Un.']);
  });

  it('gives meta elements by their names in lower case, all values in order', () => {
    const { meta } = scan(
      '<meta property="og:Title" content="A"><meta name="author" content="Jeanne Exemple"><meta name="Author" content="Paul Essai"><meta itemprop="datePublished" content="2020-01-02"><meta name="empty" content=""><meta charset="utf-8">',
    ).head;
    expect([...meta]).toEqual([
      ['og:title', ['A']],
      ['author', ['Jeanne Exemple', 'Paul Essai']],
      ['datepublished', ['2020-01-02']],
    ]);
  });

  it('gives the first canonical address and the language', () => {
    const { canonical, language } = scan(
      '<html lang="fr-BE"><link rel="stylesheet" href="/s.css"><link rel="CANONICAL" href="/une-serie"><link rel="canonical" href="/autre">',
    ).head;
    expect({ canonical, language }).toEqual({ canonical: '/une-serie', language: 'fr-BE' });
    expect(scan('<p>Un.</p>').head).toMatchObject({ title: '', canonical: null, language: null, jsonLd: [] });
  });

  it('gives structured data as the page wrote it, and no other script', () => {
    const { jsonLd } = scan(
      '<script type="application/ld+json">{"name":"<b>A</b> &amp; B"}</script><script>var a = 1</script><p>Un.</p><script type="application/LD+JSON; charset=utf-8">[]</script>',
    ).head;
    expect(jsonLd).toEqual(['{"name":"<b>A</b> &amp; B"}', '[]']);
  });
});

describe('marks', () => {
  const marks = (html: string) =>
    scan(html).marks.map(({ tag, names, value, text, href }) => ({ tag, names, value, text, href }));

  it.each([
    ['a time', '<time datetime="2020-01-02" pubdate>2 janvier</time>', 'time', 'pubdate', '2020-01-02', '2 janvier'],
    ['a property', '<b itemprop="ratingValue" content="4.5">4,5</b>', 'b', 'ratingvalue', '4.5', '4,5'],
    ['a moment by its title', '<abbr title="2020-01-02T10:00">hier</abbr>', 'abbr', '', '2020-01-02T10:00', 'hier'],
    ['stars of a picture', '<img class="Note" alt="3 sur 5">', 'img', 'note', '3 sur 5', ''],
    ['a label', '<div aria-label="4 stars out of 5"></div>', 'div', '', '4 stars out of 5', ''],
    ['a moment in data', '<span data-timestamp="1577923200">hier</span>', 'span', '', '1577923200', 'hier'],
  ])('give %s', (_name, html, tag, names, value, text) => {
    expect(marks(html)).toEqual([{ tag, names, value, text, href: null }]);
  });

  it('give links to authors by what they say and where they lead', () => {
    const link = { tag: 'a', value: null, text: 'Jeanne Exemple' };
    expect(
      marks('<a rel="author" href="/je">Jeanne Exemple</a><a class="by" href="/auteurs/je">Jeanne Exemple</a>'),
    ).toEqual([
      { ...link, names: 'author', href: '/je' },
      { ...link, names: 'by', href: '/auteurs/je' },
    ]);
  });

  it('are no pictures, links or labels without a fact', () => {
    expect(
      marks('<img alt="Une île, 1932"><a href="/saison-2">2</a><button aria-label="Fermer">x</button><abbr>M.</abbr>'),
    ).toEqual([]);
  });

  it('hold what stands inside them, each at its block', () => {
    const { marks: found, blocks } = scan(
      '<p>Un.</p><div itemprop="author">Par <span itemprop="name">Jeanne Exemple</span></div>',
    );
    expect(found.map(({ names, text, at }) => [names, text, blocks[at]?.text])).toEqual([
      ['name', 'Jeanne Exemple', 'Par Jeanne Exemple'],
      ['author', 'Par Jeanne Exemple', 'Par Jeanne Exemple'],
    ]);
  });

  it('show at most 200 characters', () => {
    const [mark] = scan(`<div itemprop="reviewBody">${'mot '.repeat(500)}</div>`).marks;
    expect(mark?.text.length).toBeLessThanOrEqual(200);
  });
});

it('counts what shows something that is no text', () => {
  expect(scan('<iframe src="/a"></iframe><img src="/b"><svg></svg><script>a()</script>').parts).toEqual({
    frames: 1,
    images: 2,
    scripts: 1,
  });
});
