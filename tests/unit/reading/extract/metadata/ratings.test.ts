import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratingIn, ratingOf } from '../../../../../src/reading/extract/metadata/ratings.ts';
import { verdictOf } from '../../../../../src/reading/extract/metadata/verdict.ts';
import { jsonLd, pageOf, text } from './support.ts';

describe('ratingIn', () => {
  it.each([
    ['8/10', 8, 10],
    ['★★★½', 3.5, 5],
    ['★★★☆☆', 3, 5],
    ['★ ★ ★ ★ ☆ ☆', 4, 6],
    ['⭐️⭐️⭐️⭐️', 4, 5],
    ['4,2 sur 5', 4.2, 5],
    ['3 étoiles sur 5', 3, 5],
    ['Rated 4 out of 5', 4, 5],
    ['4 von 5 Sternen', 4, 5],
    ['3 su 5', 3, 5],
    ['7.5', 7.5, 10],
    ['4 étoiles', 4, 10],
    ['A+', 12, 12],
    ['B+', 9, 12],
    ['C−', 4, 12],
    ['F', 0, 12],
    ['TT', 2, 4],
    ['T T T T', 4, 4],
    ['Rotten', 0, 1],
    ['fresh', 1, 1],
    ['👍', 1, 1],
    ['87 %', 87, 100],
    ['16/20', 16, 20],
  ])('%s is %d of %d', (written, value, best) => {
    expect(ratingIn(written, 10)).toEqual({ value, best });
  });

  it.each([
    '12/10',
    '12/10/2015',
    '3/8 episodes',
    '3/5 épisodes',
    'S2E3',
    '2-1',
    '11/5',
    '☆☆☆',
    'Elle note tout',
    'A'.repeat(9),
  ])('%s is none', (written) => {
    expect(ratingIn(written)).toBeNull();
  });

  it('never gives a rating outside its scale, whatever it reads', () => {
    const signs = fc.constantFrom(
      '0',
      '5',
      '9',
      '10',
      '/',
      '.',
      ',',
      '%',
      '★',
      '½',
      '☆',
      'T',
      '+',
      '-',
      'B',
      'F',
      ' ',
      'sur ',
    );
    fc.assert(
      fc.property(fc.string({ unit: signs }), (written) => {
        const { value, best } = ratingIn(written) ?? { value: 0, best: 1 };
        expect(value >= 0 && value <= best).toBe(true);
      }),
    );
  });
});

describe('ratingOf', () => {
  it.each([
    [
      { ratingValue: '4,5', bestRating: '5' },
      { value: 4.5, best: 5 },
    ],
    [{ ratingValue: 3 }, { value: 3, best: 5 }],
    [
      { ratingValue: '8/10', bestRating: 10 },
      { value: 8, best: 10 },
    ],
    [{ ratingValue: 'B+' }, { value: 9, best: 12 }],
    [{ ratingValue: 7, bestRating: 5 }, null],
  ])('%j', (reviewRating, rating) => {
    expect(ratingOf({ reviewRating })).toEqual(rating);
  });
});

describe('verdictOf', () => {
  const of = (html: string) => verdictOf(pageOf(`<h1>Un titre</h1>${html}`));

  it.each([
    [`${jsonLd({ '@type': 'Review', itemReviewed: {}, reviewRating: { ratingValue: 4 } })}${text}`],
    [
      `<div itemprop="reviewRating"><meta itemprop="ratingValue" content="4"><meta itemprop="bestRating" content="5"></div>${text}`,
    ],
    [`<span aria-label="Rated 4 out of 5 stars">••••</span>${text}`],
    [`<div class="rating">4/5</div>${text}`],
    [`${text}<p>Notre note : 4/5</p>`],
    [`${text}<p>★★★★☆</p>`],
    [`${text}<p>4 out of 5 stars</p>`],
  ])('reads %s', (html) => {
    expect(of(html)).toEqual({ value: 4, best: 5 });
  });

  it.each([
    ['<p>Verdict: B+</p>', { value: 9, best: 12 }],
    ['<p class="notation">TTT</p>', { value: 3, best: 4 }],
    ['<div class="review-score">8.5/10</div>', { value: 8.5, best: 10 }],
    ['<div class="critic-rating">87 %</div>', { value: 87, best: 100 }],
  ])('reads %s on its scale', (html, rating) => {
    expect(of(text + html)).toEqual(rating);
  });

  it.each([
    ['<p>Les deux équipes se quittent sur un 3/5 étrange, le 12/10, après 8/10 tentatives manquées au but.</p>'],
    ['<p>12/10</p>'],
    ['<p>Épisode 3/8</p>'],
    ['<p>87 %</p>'],
    ['<p>A</p>'],
    ['<div class="comments"><div class="rating">4/5</div></div>'],
    ['<div class="user-rating">4/5</div>'],
    ['<div class="rating">4/5 (12 votes)</div>'],
    ['<div class="related-articles"><p class="rating">4/5</p></div>'],
    ['<div class="rating">4/5</div><div class="rating">2/5</div>'],
    [jsonLd({ '@type': 'Product', review: [{ '@type': 'Review', reviewRating: { ratingValue: 4 } }] })],
  ])('takes no verdict from %s', (html) => {
    expect(of(text + html)).toBeNull();
  });
});
