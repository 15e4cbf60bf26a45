import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../../src/catalogue/load.ts';
import { isRevueError } from '../../../../src/domain/errors.ts';
import type { Reading } from '../../../../src/domain/reading.ts';
import { readPage } from '../../../../src/reading/reading.ts';
import { createTools } from '../../../../src/tools.ts';

const tools = await createTools(await loadCatalogue('fixtures/catalogue'), 'models');
const url = 'http://journal.example/culture/une-serie';
const article =
  '<article><h1>Une série</h1><p>Le premier paragraphe parle longuement de la série, de ses acteurs et de son écriture.</p><p>Le second ajoute que la mise en scène, sobre, sert toujours le récit et ses personnages.</p></article>';
/** Limits of `src/reading/extract/outline/limits.ts`, with room for line breaks. */
const MOST_TEXT = 520_000;
const MOST_PASSAGES = 6_000;

const read = (page: string | Uint8Array): Reading =>
  readPage(
    { url, contentType: 'text/html', bytes: typeof page === 'string' ? Buffer.from(page) : page, given: {} },
    tools,
  );

/** A reading, or the code of the refusal; anything else is thrown. */
function outcomeOf(page: string | Uint8Array): Reading | string {
  try {
    return read(page);
  } catch (error) {
    if (isRevueError(error) && error.disposition === 'quarantine' && /^[^\n]+\.$/u.test(error.message))
      return error.code;
    throw error;
  }
}

const textOf = ({ documents }: Reading): string => documents.map(({ text }) => text).join('\n');
const data = (source: string): string => `<script type="application/ld+json">${source}</script>`;

/** Saved pages of the fixtures, the smaller ones. */
const pages = ['fixtures/newsroom', 'fixtures/pages'].flatMap((root) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
    .filter(({ length }) => length < 40_000),
);

const change = fc.record({
  kind: fc.constantFrom('cut', 'repeat', 'swap', 'insert'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  size: fc.double({ min: 0, max: 0.3, noNaN: true }),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 20 }),
    fc
      .constantFrom('<!--', '"', "'", '<script>', '<title>', '<div>', '</div>', '&#0;', '{"', '\0', '<![CDATA[', '★★★')
      .map((text) => new Uint8Array(Buffer.from(text))),
  ),
});

function changed(page: Uint8Array, { kind, at, size, bytes }: typeof change extends fc.Arbitrary<infer T> ? T : never) {
  const from = Math.floor(page.length * at);
  const to = Math.min(page.length, from + Math.floor(page.length * size));
  const [before, part, after] = [page.subarray(0, from), page.subarray(from, to), page.subarray(to)];
  if (kind === 'cut') return Buffer.concat([before, after]);
  if (kind === 'repeat') return Buffer.concat([before, part, part, after]);
  return kind === 'swap' ? Buffer.concat([after, part, before]) : Buffer.concat([before, bytes, part, after]);
}

describe('damaged pages', () => {
  it('are read or refused with a code and a sentence, whatever happened to them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pages), fc.array(change, { minLength: 1, maxLength: 4 }), (page, changes) => {
        const outcome = outcomeOf(changes.reduce<Uint8Array>(changed, page));
        expect(JSON.stringify(outcome)).not.toMatch(/\\u0000|\\ud[89a-f]/iu);
      }),
      { numRuns: 60 },
    );
  });
});

describe('pages that were made to do harm', () => {
  it.each([
    ['boxes nested 10,000 deep', '<div>'.repeat(10_000)],
    ['inline elements nested 10,000 deep', `<p>${'<b>'.repeat(10_000)}mot`],
    ['named inline elements nested 10,000 deep', `<p>${'<span class="a">'.repeat(10_000)}mot`],
    ['marks nested 10,000 deep', `<p>${'<i itemprop="name">'.repeat(10_000)}mot`],
  ])('refuses %s', (_name, html) => {
    expect(outcomeOf(article + html)).toBe('page-too-deep');
  });

  it.each([
    ['one word of two million letters', `<p>${'a'.repeat(2_000_000)}</p>`],
    ['one line of two million characters', `<p>${'mot de passe '.repeat(150_000)}</p>`],
    ['a line of names', `<p>${'Jean Dupont, '.repeat(20_000)}</p>`],
    ['100,000 tiny sentences', `<p>${'A. '.repeat(100_000)}</p>`],
    ['20,000 paragraphs', '<p>Une phrase de plus, et encore une virgule.</p>'.repeat(20_000)],
    ['200,000 line breaks', '<br>'.repeat(200_000)],
    ['50,000 links', '<a href="/x">lien</a> '.repeat(50_000)],
    ['links that are never closed', '<a class="b" href="/x">lien '.repeat(4_000)],
    ['50,000 meta elements', '<meta name="author" content="Jean Dupont">'.repeat(50_000)],
    ['a class of a megabyte', `<div class="${'content '.repeat(125_000)}">mot</div>`],
    ['a style of a megabyte', `<div style="display:${' '.repeat(1_000_000)}">mot</div>`],
    ['blanks in a title', `<title>a${' '.repeat(500_000)}b</title>`],
    ['an open comment', `<!-- ${'mot '.repeat(50_000)}`],
    ['an open script', `<script>${'var x; '.repeat(50_000)}`],
    ['an open quote', `<a href="${'mot '.repeat(50_000)}`],
    ['invalid entities', '&#x110000;&#0;&#xD800;&inconnu;&#;'.repeat(2_000)],
    ['5,000 readers’ reviews', '<div class="review"><p class="review-body">Rien à redire.</p></div>'.repeat(5_000)],
  ])('reads a page with %s up to its limits', (_name, html) => {
    const reading = read(article + html);
    const cut = reading.outcomes.filter(({ kind }) => kind === 'cut');
    for (const { detail } of cut) expect(detail).toMatch(/^[^\n{}]{10,200}\.$/u);
    expect(textOf(reading).length).toBeLessThan(MOST_TEXT);
    for (const { passages } of reading.documents) {
      expect(passages.length).toBeLessThanOrEqual(MOST_PASSAGES);
      for (const { text } of passages) expect(text.length).toBeLessThanOrEqual(2_000);
    }
  });

  it.each([
    ['nested without end', data('['.repeat(200_000))],
    ['nested deep', data(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`)],
    [
      'with names in names',
      data(`{"@type":"NewsArticle","author":${'{"name":'.repeat(20_000)}"x"${'}'.repeat(20_001)}`),
    ],
    ['with lists in lists', data(`{"@type":"NewsArticle","author":${'['.repeat(20_000)}"x"${']'.repeat(20_000)}}`)],
    [
      'that refer to each other',
      data('[{"@id":"a","@type":"Article","author":{"@id":"b"}},{"@id":"b","author":{"@id":"a"}}]'),
    ],
    ['of blanks', data(`${' '.repeat(500_000)}{`)],
    ['of comment signs', data(`{${'/* '.repeat(100_000)}`)],
    ['10,000 times', data('{"@type":"NewsArticle"}').repeat(10_000)],
  ])('passes over structured data %s', (_name, script) => {
    expect(textOf(read(script + article))).toContain('Le premier paragraphe');
  });

  it.each([
    ['blocks', `${article}${'<p>Une phrase de plus, et encore une virgule.</p>'.repeat(20_000)}`],
    ['reviews', Array.from({ length: 600 }, (_, i) => `<div class="review"><p>${i} fois superbe.</p></div>`).join('')],
    ['characters', `<p>${'mot de passe '.repeat(150_000)}`],
  ])('says that there were too many %s', (word, html) => {
    expect(read(html).outcomes).toContainEqual({ kind: 'cut', detail: expect.stringContaining(word) });
  });

  it.each([
    ['lines', 'a\n'.repeat(1_000_000)],
    ['characters', 'mot de passe '.repeat(200_000)],
  ])('reads a plain text of too many %s up to its limits, and says so', (_name, text) => {
    const page = { url, contentType: 'text/plain', bytes: Buffer.from(text), given: {} };
    const reading = readPage(page, tools);
    expect(textOf(reading).length).toBeLessThan(MOST_TEXT);
    expect(reading.outcomes.map(({ kind }) => kind)).toContain('cut');
  });

  it('keeps what no database stores out of names', () => {
    const named = read(
      data('{"@type":"NewsArticle","headline":"Une \\u0000s\\ud800érie","author":"Je\\u0000an Dupont"}') + article,
    );
    expect(named.documents[0]).toMatchObject({ author: 'Jean Dupont' });
    expect(JSON.stringify(named)).not.toMatch(/\\u0000|\\ud800/u);
  });

  const digits = ['1', '1 ', '1.', '1/', '2015/', '12 juin 2015 ', 'juin ', 'a,', 'By ', '★ ', '1 sur ', ': ', '- a '];
  it.each(digits)('reads lines of nothing but "%s" in every place that is looked into', (part) => {
    const line = part.repeat(Math.ceil(150 / part.length));
    const long = part.repeat(20_000);
    const marks = `<time datetime="${long}">${line}</time><span itemprop="ratingValue" content="${long}">${line}</span><img alt="${long}">`;
    const head = `<title>${long}</title><meta property="og:title" content="${long}"><meta name="author" content="${long}">`;
    const lines = `<p class="date">${line}</p><p class="byline author">${line}</p><p class="rating">${line.slice(0, 55)}</p>`;
    const things = data(JSON.stringify({ '@type': 'Review', headline: long, author: long, datePublished: long }));
    expect(textOf(read(head + things + article + marks + lines.repeat(100) + `<p>${long}</p>`)).length).toBeLessThan(
      MOST_TEXT,
    );
  });
});

describe('pages without text of their own', () => {
  it.each([
    [
      'frames',
      '<html><frameset cols="1,2"><frame src="a"><noframes>Sans cadres</noframes></frameset></html>',
      'frames',
    ],
    ['a frame in the page', '<html><body><iframe src="a"></iframe></body></html>', 'frames'],
    ['scripts', '<html><body><div id="root"></div><script>draw()</script></body></html>', 'scripts'],
    ['an image', '<html><body><img src="affiche.jpg" alt=""></body></html>', 'images'],
    ['nothing', '<html><body><div></div></body></html>', 'no running text'],
  ])('say why: %s', (_name, html, word) => {
    const { documents, outcomes } = read(html);
    expect(documents).toEqual([]);
    expect(outcomes).toEqual([{ kind: 'no-text', detail: expect.stringContaining(word) }]);
  });
});
