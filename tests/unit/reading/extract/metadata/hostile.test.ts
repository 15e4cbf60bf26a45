import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalOf, languageHints } from '../../../../../src/reading/extract/metadata/address.ts';
import { authorsOf } from '../../../../../src/reading/extract/metadata/authors.ts';
import { outletOf } from '../../../../../src/reading/extract/metadata/outlet.ts';
import type { MetadataPage } from '../../../../../src/reading/extract/metadata/page.ts';
import { teaserOf } from '../../../../../src/reading/extract/metadata/teaser.ts';
import { titleOf } from '../../../../../src/reading/extract/metadata/title.ts';
import { verdictOf } from '../../../../../src/reading/extract/metadata/verdict.ts';
import { jsonLd, pageOf } from './support.ts';

const readAll = (page: MetadataPage): string =>
  JSON.stringify([
    titleOf(page),
    authorsOf(page),
    outletOf(page, undefined),
    canonicalOf(page),
    languageHints(page),
    teaserOf(page),
    verdictOf(page),
  ]);

describe('hostile pages', () => {
  it('never make the readers throw, whatever the structured data hold', () => {
    const key = fc.constantFrom(
      '@type',
      '@id',
      'author',
      'name',
      'headline',
      'publisher',
      'reviewRating',
      'ratingValue',
      'review',
      'url',
    );
    const leaf = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom('NewsArticle', 'Review', '&#0;', '<'),
    );
    const { thing } = fc.letrec((tie) => ({
      thing: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('thing')), fc.dictionary(key, tie('thing'))),
    }));
    fc.assert(
      fc.property(thing, fc.string(), (value, words) => {
        const page = pageOf(
          `${jsonLd(value)}<title>${words}</title><h1>${words}</h1><p class="byline">By ${words}</p>`,
        );
        expect(readAll(page)).toContain('title');
      }),
    );
  });

  it.each([
    ['a b '.repeat(20_000)],
    ['By '.repeat(20_000)],
    [' | '.repeat(20_000)],
    ['1/'.repeat(20_000)],
    ['★ '.repeat(20_000)],
    ['&lt;'.repeat(20_000)],
    ['- x '.repeat(20_000)],
    ['2015 posted '.repeat(10_000)],
  ])('are read to the end: %.12s…', (words) => {
    const short = words.slice(0, 130);
    const lines = `<p class="rating">${short.slice(0, 60)}</p><p class="byline">${short}</p>`.repeat(200);
    const head = `<title>${words}</title><meta name="author" content="${words}"><meta property="og:title" content="${words}">`;
    const page = pageOf(
      `${head}${jsonLd({ '@type': 'NewsArticle', headline: words, author: words })}<h1>${words}</h1>${lines}`,
    );
    // A pattern that walks back and forth would never end; the runner's own limit stops it.
    expect(() => readAll(page)).not.toThrow();
  });
});
