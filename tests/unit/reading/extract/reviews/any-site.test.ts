import { describe, expect, it } from 'vitest';
import type { ExtractedPage } from '../../../../../src/domain/extraction.ts';
import { extract } from '../../../../../src/reading/extract/extract.ts';
import { extractTools } from '../../../../support/extract.ts';
import { english, french, page, paragraphs } from '../main-text/pages.ts';

const read = (html: string): ExtractedPage =>
  extract(
    { url: 'https://courrier.example/series/une-ile', mediaType: 'text/html', text: html, encoding: 'utf-8' },
    {},
    extractTools,
  );
const textsOf = ({ documents }: ExtractedPage): readonly string[] =>
  documents.map(({ blocks }) => blocks.map(({ text }) => text).join('\n'));
const data = (thing: unknown): string => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`;

const opinions = [
  'Je me suis endormie au deuxième épisode, et mon chat aussi.',
  'Superbe de bout en bout : je reprends le bateau demain.',
];
const card = (text: string, stars = 4): string =>
  `<div class="review"><span class="user">membre</span><span class="rating" title="${stars}/5"></span><p class="review-text">${text}</p></div>`;
const article = paragraphs([...french, ...english]);

describe('reviews of readers below an article', () => {
  const found = read(
    page('fr', 'Une île sans fin', article, '', `<section>${opinions.map((each) => card(each)).join('')}</section>`),
  );

  it('are documents beside it', () => {
    expect(found.documents.map(({ kind }) => kind)).toEqual(['news', 'audience-review', 'audience-review']);
    expect(textsOf(found)).toEqual([[...french, ...english].join('\n'), ...opinions]);
  });

  it('leave the page what its article makes it', () => {
    expect(found).toMatchObject({ pageKind: 'article', title: 'Une île sans fin' });
  });

  it('have ratings of their own, and give none to the article', () => {
    expect(found.documents.map(({ rating }) => rating)).toEqual([null, { value: 4, best: 5 }, { value: 4, best: 5 }]);
  });
});

describe('a page of reviews', () => {
  it('holds a document a review, whatever marks them', () => {
    const micro = opinions.map(
      (text) =>
        `<div itemprop="review" itemscope itemtype="https://schema.org/Review"><meta itemprop="ratingValue" content="3"><p itemprop="reviewBody">${text}</p></div>`,
    );
    const things = opinions.map((reviewBody) => ({ '@type': 'Review', reviewBody, reviewRating: { ratingValue: 3 } }));
    for (const html of [opinions.map((each) => card(each, 3)).join(''), micro.join(''), data(things)]) {
      const found = read(`<h1>Une île</h1>${html}`);
      expect(found.pageKind).toBe('reviews');
      expect(textsOf(found)).toEqual(opinions);
      expect(found.documents.map(({ rating }) => rating)).toEqual([
        { value: 3, best: 5 },
        { value: 3, best: 5 },
      ]);
    }
  });

  it('is none when one review is all there is', () => {
    expect(read(`<h1>Une île</h1>${card(opinions[0] ?? '')}`).pageKind).not.toBe('reviews');
  });
});

describe('a review by a paper', () => {
  const html = page('fr', 'Une île sans fin', paragraphs(french));
  const review = { '@type': 'Review', headline: 'Une île sans fin', reviewBody: french.join(' ') };

  it('is one document when its data holds one review', () => {
    const found = read(data({ ...review, reviewRating: { ratingValue: 4, bestRating: 5 } }) + html);
    expect(found).toMatchObject({ pageKind: 'review', documents: [{ kind: 'review', rating: { value: 4, best: 5 } }] });
    expect(textsOf(found)).toEqual([french.join('\n')]);
  });

  it('is one document when its data says so twice', () => {
    expect(textsOf(read(data([review, { ...review, '@type': 'CriticReview' }]) + html))).toEqual([french.join('\n')]);
  });

  it('is one document beside those of readers when its data holds them all', () => {
    const others = opinions.map((reviewBody) => ({ '@type': 'UserReview', reviewBody }));
    const long = page('fr', 'Une île sans fin', article);
    const found = read(data([{ ...review, reviewBody: [...french, ...english].join(' ') }, ...others]) + long);
    expect(textsOf(found)).toEqual([[...french, ...english].join('\n'), ...opinions]);
    expect(found.documents.map(({ kind }) => kind)).toEqual(['review', 'audience-review', 'audience-review']);
  });
});
