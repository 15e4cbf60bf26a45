import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWeights, writeWeights } from '../../../../src/domain/weights.ts';
import { belief, RELEVANCE_ANSWERS, type RelevanceModel, verdictOf } from '../../../../src/reading/relevance/judge.ts';

const weight = fc.integer({ min: -900, max: 900 }).map((hundredths) => hundredths / 100);
const models: fc.Arbitrary<RelevanceModel> = fc
  .array(fc.tuple(fc.stringMatching(/^[a-z]{1,8}(?:: [a-z]{1,8}>=\d)?$/u), fc.tuple(weight, weight)), { minLength: 1 })
  .map((rows) => new Map(rows));

describe('a model of relevance', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(models, (model) => {
        const again = readWeights(writeWeights(model, RELEVANCE_ANSWERS), 'relevance', RELEVANCE_ANSWERS);
        expect(again).toEqual(model);
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['a head alone', 'feature\tabout\tmention\n'],
    ['another head', 'feature\tabout\tbackground\na\t1\t2\n'],
    ['a weight that is no number', 'feature\tabout\tmention\na\t1\tx\n'],
    ['a weight too few', 'feature\tabout\tmention\na\t1\n'],
    ['a weight too many', 'feature\tabout\tmention\na\t1\t2\t3\n'],
  ])('is refused when it holds %s', (_, text) => {
    expect(() => readWeights(text, 'relevance', RELEVANCE_ANSWERS)).toThrow(
      expect.objectContaining({ code: 'bad-model' }),
    );
  });
});

describe('belief', () => {
  it('is shared out in full, whatever the weights', () => {
    fc.assert(
      fc.property(models, (model) => {
        const { none, about, mention } = belief(model, [...model.keys()]);
        expect(none + about + mention).toBeCloseTo(1, 9);
        expect(Math.min(none, about, mention)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('knows nothing of features that the model does not have', () => {
    const { none, about, mention } = belief(new Map([['title sure', [2, 1]]]), ['something else']);
    expect([none, about, mention].every((share) => Math.abs(share - 1 / 3) < 1e-9)).toBe(true);
  });

  it('first asks whether the show is meant, then how', () => {
    expect(verdictOf({ none: 0.6, about: 0.4, mention: 0 })).toBe('none');
    expect(verdictOf({ none: 0.45, about: 0.25, mention: 0.3 })).toBe('mention');
    expect(verdictOf({ none: 0.45, about: 0.3, mention: 0.25 })).toBe('about');
  });
});
