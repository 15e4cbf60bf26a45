import { describe, expect, it } from 'vitest';
import { isRevueError } from '../../../../../src/domain/errors.ts';
import type { ExtractedPage } from '../../../../../src/domain/extraction.ts';
import { extract } from '../../../../../src/reading/extract/extract.ts';
import { MOST_REVIEWS } from '../../../../../src/reading/extract/reviews/limits.ts';
import { extractTools } from '../../../../support/extract.ts';

const read = (html: string): ExtractedPage =>
  extract(
    { url: 'https://courrier.example/series/une-ile', mediaType: 'text/html', text: html, encoding: 'utf-8' },
    {},
    extractTools,
  );
/** "read", or the code of the refusal; anything else is thrown. */
function outcomeOf(html: string): string {
  try {
    return read(html).documents.length <= MOST_REVIEWS ? 'read' : 'too many reviews';
  } catch (error) {
    if (isRevueError(error) && error.disposition === 'quarantine') return error.code;
    throw error;
  }
}
const textsOf = ({ documents }: ExtractedPage): readonly string[] =>
  documents.map(({ blocks }) => blocks.map(({ text }) => text).join('\n'));
const data = (thing: unknown): string =>
  `<script type="application/ld+json">${typeof thing === 'string' ? thing : JSON.stringify(thing)}</script>`;
const many = (count: number, part: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => part(i)).join('');

const opinion = 'Une belle histoire racontée avec soin, et une île que personne ne quitte vraiment.';
const everyName =
  'review review-card review-item user-review lister-item avis avis-item critique-membre critique-spectateur opinion bewertung recensione';
const card = (i: number, names = 'review', inside = ''): string =>
  `<div class="${names}"><span class="user">membre${i}</span><b class="rating" title="${i % 6}/5"></b>${inside}<p>Avis ${i}. ${opinion}</p></div>`;
const two = `${card(1)}${card(2)}`;

describe('a page with more reviews than any page shows', () => {
  it.each([
    ['on cards', many(3_000, (i) => card(i))],
    ['on cards that every selector finds', many(1_000, (i) => card(i, everyName))],
    ['on articles', many(3_000, (i) => `<article class="review"><h2>Avis ${i}</h2><p>${i}. ${opinion}</p></article>`)],
    [
      'in microdata',
      many(
        3_000,
        (i) =>
          `<div itemscope itemtype="https://schema.org/Review"><b itemprop="author">m${i}</b><p itemprop="reviewBody">Avis ${i}. ${opinion}</p></div>`,
      ),
    ],
    ['in its data', data(Array.from({ length: 3_000 }, (_, i) => ({ reviewBody: `Avis ${i}. ${opinion}` })))],
  ])('gives the first ones %s', (_name, html) => {
    const texts = textsOf(read(html));
    expect(texts).toHaveLength(MOST_REVIEWS);
    expect(texts[0]).toContain('0. Une');
    expect(texts.at(-1)).toContain(`${MOST_REVIEWS - 1}. Une`);
  });

  it('gives those that are not too large together', () => {
    const found = read(many(100, (i) => card(i, everyName, '<b class="star note user date">zéro</b>'.repeat(900))));
    expect(found.documents.length).toBeGreaterThan(50);
    expect(found.documents.length).toBeLessThan(100);
    expect(found.documents[0]).toMatchObject({ rating: { value: 0, best: 5 } });
  });
});

describe('reviews that were made to do harm', () => {
  it.each([
    ['nested 900 deep', '<div class="review">mot '.repeat(900)],
    [
      'nested 900 deep in data of the page',
      '<div itemscope itemprop="review" itemtype="https://schema.org/Review">mot'.repeat(900),
    ],
    [
      'with ratings in ratings',
      many(60, (i) => card(i, 'avis', `${'<b class="rating">zéro '.repeat(200)}${'</b>'.repeat(200)}`)),
    ],
    [
      'with texts in texts',
      many(60, () => `<div class="avis">${'<div class="content">mot '.repeat(90)}${'</div>'.repeat(90)}</div>`),
    ],
    ['with nothing in them', '<div class="review"></div>'.repeat(100_000)],
    ['beside formatting that is never closed', two + many(5_000, (i) => `<p><font size="${i}">mot</p>`)],
    ['beside a million elements', two + '<b></b>'.repeat(1_000_000)],
    ['with classes of 10,000 words', many(300, (i) => card(i, `review ${'a '.repeat(10_000)}`))],
    ['beside data that nests without end', two + data('['.repeat(2_000_000))],
    ['beside data of a million empty lists', two + data(`[${'[],'.repeat(700_000)}[]]`)],
    ['beside 5,000 scripts of data', two + data({ reviewBody: opinion }).repeat(5_000)],
    ['far down', '<div>'.repeat(900) + many(500, () => `<div class="review">${'<p>m</p>'.repeat(50)}</div>`)],
  ])('are read or refused with a code: %s', (_name, html) => {
    expect(['page-too-deep', 'read']).toContain(outcomeOf(html));
  });

  it('hold nothing that no database stores', () => {
    const bodies = ['Un\\u0000 mot de trop.', 'Un \\ud800autre mot.'].map((text) => `{"reviewBody":"${text}"}`);
    expect(textsOf(read(data(`[${bodies.join(',')}]`)))).toEqual(['Un mot de trop.', 'Un autre mot.']);
  });
});
