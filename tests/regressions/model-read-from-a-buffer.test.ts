import { expect, it } from 'vitest';
import { type LinearModel, readModel, type ToneModel, writeModel } from '../../src/reading/sentiment/model.ts';

const part = (first: number): LinearModel => ({
  bits: 3,
  weights: Int8Array.from({ length: 8 }, (_, i) => first - i),
  scale: 0.5,
  bias: 0.1,
});
const model: ToneModel = {
  language: 'fr',
  opinion: part(100),
  press: part(-100),
  reviews: part(50),
  fit: {
    opinion: { weights: [1, 0.5, 1], bias: 0 },
    polarity: { weights: [1], bias: 0 },
    mixed: { weights: [1, 1, 1], bias: 0 },
    opinionFrom: { news: 0.6, review: 0.4 },
    mixedFrom: 0.3,
  },
};

// A Buffer's slice shares memory with the file it was cut from: the weights once came out shifted.
it('reads the same weights from a Buffer as from plain bytes', () => {
  const bytes = writeModel(model);
  expect(readModel(bytes)).toEqual(model);
  expect(readModel(Buffer.concat([Buffer.from('in front'), bytes]).subarray(8))).toEqual(model);
});
