import { describe, expect, it } from 'vitest';
import {
  isKnown,
  knownWords,
  type NameModel,
  readNameModel,
  traits,
  traitsOf,
  writeNameModel,
} from '../../../../src/reading/entities/tagger/model.ts';
import { hashOf } from '../../../../src/reading/entities/tagger/tokens.ts';

const model: NameModel = {
  language: 'fr',
  known: knownWords([[hashOf('série'), traits.common]]),
  spans: { bits: 3, columns: 5, weights: Int8Array.from({ length: 40 }, (_, i) => i - 20), scale: 0.5 },
  steps: [0.25, -1],
  types: { bits: 2, columns: 6, weights: Int8Array.from({ length: 24 }, (_, i) => -i), scale: 2 },
  votes: 1,
  fit: [1, 0.5, -2],
};

describe('a model of names as bytes', () => {
  it('comes back as it was', () => {
    expect(readNameModel(writeNameModel(model))).toEqual(model);
  });

  it('is refused when it is cut, or something else', () => {
    const bytes = writeNameModel(model);
    for (const broken of [bytes.slice(0, -1), bytes.slice(0, 10), new Uint8Array(0), new Uint8Array(100).fill(10)]) {
      expect(() => readNameModel(broken)).toThrow(expect.objectContaining({ code: 'bad-model', disposition: 'fatal' }));
    }
  });
});

it('words have all the traits that were noted', () => {
  const known = knownWords([
    [hashOf('claire'), traits.common],
    [hashOf('claire'), traits.firstName],
  ]);
  expect(traitsOf(known, hashOf('claire'))).toBe(traits.common | traits.firstName);
  expect(isKnown(known, hashOf('belfast'))).toBe(false);
});
