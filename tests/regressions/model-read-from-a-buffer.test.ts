import { expect, it } from 'vitest';
import type { LinearModel } from '../../src/reading/sentiment/linear.ts';
import { type ReviewModel, readReviewModel, writeReviewModel } from '../../src/reading/sentiment/model.ts';

const reviews: LinearModel = {
  bits: 3,
  weights: Int8Array.from({ length: 8 }, (_, i) => 50 - i),
  scale: 0.5,
  bias: 0.1,
};
const model: ReviewModel = { language: 'fr', reviews, fit: { weights: [1, 0.5], bias: 0 } };

// A Buffer's slice shares memory with the file it was cut from: the weights once came out shifted.
it('reads the same weights from a Buffer as from plain bytes', () => {
  const bytes = writeReviewModel(model);
  expect(readReviewModel(bytes)).toEqual(model);
  expect(readReviewModel(Buffer.concat([Buffer.from('in front'), bytes]).subarray(8))).toEqual(model);
});
