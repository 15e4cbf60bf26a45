import { describe, expect, it } from 'vitest';
import type { ExtractedPage } from '../../../src/domain/extraction.ts';
import { extract } from '../../../src/reading/extract/extract.ts';
import { ratingOf } from '../../../src/reading/extract/reviews/fields.ts';
import { reviewSite } from '../../../src/reading/extract/reviews/review-site.ts';
import type { SiteRules } from '../../../src/reading/extract/reviews/rules.ts';
import { seasonOf } from '../../../src/reading/extract/reviews/season.ts';
import { siteAdapters } from '../../../src/sites/registry.ts';
import { extractTools } from '../../support/extract.ts';

const rules: SiteRules = {
  name: 'couch',
  version: '2024-01-01',
  hosts: ['couch.example'],
  forms: [
    { best: 10, cards: { card: '.card', text: ['.text'], author: [{ at: '.user' }] } },
    { best: 10, data: { script: '#data', having: ['body', 'mark'], text: ['body'], rating: ['mark'] } },
  ],
};
const read = (body: string, url = 'https://www.couch.example/x', sites = [reviewSite(rules)]): ExtractedPage =>
  extract(
    { url, mediaType: 'text/html', text: `<html><body>${body}</body></html>`, encoding: 'utf-8' },
    {},
    { ...extractTools, sites },
  );
const textsOf = (page: ExtractedPage): readonly string[] =>
  page.documents.map(({ blocks }) => blocks.map(({ text }) => text).join(' '));
const card = (user: string, text: string): string =>
  `<div class="card"><b class="user">${user}</b><p class="text">${text}</p></div>`;
const data = (value: unknown): string =>
  `<script id="data" type="application/json">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`;

describe('a site that a table describes', () => {
  it('is known by its host and the names below it, and by no other', () => {
    const body = card('a', 'One voice is enough here.');
    expect(read(body).pageKind).toBe('reviews');
    expect(read(body, 'https://couch.example/').pageKind).toBe('reviews');
    expect(read(body, 'https://notcouch.example/').pageKind).not.toBe('reviews');
    expect(read(body, 'https://couch.example.evil.example/').pageKind).not.toBe('reviews');
  });

  it('leaves a page without reviews to the general reader', () => {
    const page = read(
      '<main><h1>About us</h1><p>We collect opinions about series, and have done so for years.</p></main>',
    );
    expect(page.pageKind).not.toBe('reviews');
    expect(page.documents).toHaveLength(1);
  });

  it('leaves every page of a known host that holds no review to the general reader', () => {
    const body =
      '<main><h1>News</h1><p>A cast has been announced, and a network has confirmed it to the press.</p></main>';
    const urls = [
      'imdb.com/news',
      'allocine.fr/article',
      'metacritic.com/tv/x/',
      'rottentomatoes.com/tv/x',
      'letterboxd.com/journal',
    ];
    for (const url of urls) expect(read(body, `https://www.${url}`, [...siteAdapters]).pageKind).not.toBe('reviews');
  });

  it('keeps the same short words of two people and drops the second copy of one', () => {
    const page = read(card('a', 'Superb.') + card('b', 'Superb.') + card('b', 'Superb.'));
    expect(textsOf(page)).toEqual(['Superb.', 'Superb.']);
    expect(page.leftOut.map(({ kind }) => kind)).toEqual(['duplicate']);
  });

  it('takes the form that gives the most reviews', () => {
    const page = read(
      card('a', 'On a card.') +
        data([
          { body: 'One.', mark: 3 },
          { body: 'Two.', mark: '11' },
        ]),
    );
    expect(page.documents.map(({ rating }) => rating)).toEqual([{ value: 3, best: 10 }, null]);
  });
});

describe('a hostile page', () => {
  const deep = (levels: number): string => `${'['.repeat(levels)}{"body":"Deep.","mark":1}${']'.repeat(levels)}`;
  it.each([
    ['data that nests deep', `<script id="data">${deep(5_000)}</script>`],
    ['data that is no JSON', '<script id="data">{"body": oops</script>'],
    [
      'data with other types',
      data([
        { body: { a: [1] }, mark: [] },
        { body: 7, mark: null },
        { body: null, mark: {} },
      ]),
    ],
    ['a long list', data(Array.from({ length: 150_000 }, (_, i) => i))],
    ['tags that nest deep in data', data([{ body: '<b>'.repeat(15_000), mark: 1 }])],
    ['cards in cards', `${'<div class="card"><p class="text">'.repeat(300)}x`],
    [
      'many cards that begin alike',
      Array.from({ length: 2_000 }, (_, i) => card('', `${'alike '.repeat(20)}${i}`)).join(''),
    ],
  ])('is read without a throw: %s', (_, body) => {
    expect(() => read(body)).not.toThrow();
  });

  it('gets markup in data as text only', () => {
    const page = read(data([{ body: 'A<script>alert(1)</script> &lt;b&gt;bold&lt;/b&gt; claim.<br>Two.', mark: 1 }]));
    expect(page.documents[0]?.blocks.map(({ text }) => text)).toEqual(['Aalert(1) <b>bold</b> claim.', 'Two.']);
  });
});

describe('a rating as written', () => {
  const form = {
    best: 5,
    grades: ['F', 'D-', 'D', 'D+', 'C-', 'C', 'C+', 'B-', 'B', 'B+', 'A-', 'A', 'A+'],
    verdicts: { yes: ['fresh'], no: ['rotten'] },
  };
  it.each([
    ['4,5', 4.5, 5],
    ['B+', 9, 12],
    ['C−', 4, 12],
    ['3/4', 3, 4],
    ['★★½', 2.5, 5],
    ['fresh', 1, 1],
    ['Rotten', 0, 1],
  ])('%s', (text, value, best) => {
    expect(ratingOf(text, form)).toEqual({ value, best });
  });
  it.each(['6', 'tbd', '', '-1', '5000'])('is no rating: "%s"', (text) => {
    expect(ratingOf(text, form)).toBeNull();
  });
});

describe('the season of a page of reviews', () => {
  it.each([
    ['/tv/x/s02/reviews', '/s(\\d{1,2})/', [null], 2],
    ['/x', undefined, ['Harbour Nine - Saison 2 : critiques'], 2],
    ['/x', undefined, ['Harbour Nine : critiques des saisons 1 à 8'], null],
    ['/x', undefined, ['Harbour Nine, season 1-3'], null],
    ['/x', undefined, ['Harbour Nine Saison 1 et 2'], null],
    ['/x', undefined, ['Harbour Nine, season 1 and season 2', 'Season 4'], 4],
    ['/x', undefined, [null], null],
  ])('%s %s %s', (path, inPath, titles, season) => {
    expect(seasonOf(path, inPath, titles)).toBe(season);
  });
});
