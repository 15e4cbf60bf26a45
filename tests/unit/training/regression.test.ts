import { describe, expect, it } from 'vitest';
import { type Example, fitRegression } from '../../../src/training/regression.ts';

const FITTING = { epochs: 30, step: 0.1, penalty: 0.001, rarest: 2, seed: 7 };

const examples: readonly Example[] = Array.from({ length: 60 }, (_, i): Example => {
  const answer = ([0, 1, 2] as const)[i % 3] ?? 0;
  return { features: ['always', ['nothing', 'first', 'second'][answer] ?? '', `noise ${i}`], answer };
});

describe('the regression', () => {
  it('gives each class the feature that tells it', () => {
    const weights = fitRegression(examples, FITTING);
    const [one, two] = [weights.get('first'), weights.get('second')];
    expect(one?.[0]).toBeGreaterThan(one?.[1] ?? 0);
    expect(two?.[1]).toBeGreaterThan(two?.[0] ?? 0);
    expect(weights.get('nothing')?.every((weight) => weight < 0)).toBe(true);
  });

  it('gives the same weights for the same examples', () => {
    expect(fitRegression(examples, FITTING)).toEqual(fitRegression(examples, FITTING));
  });

  it('leaves out what is rare', () => {
    const names = [...fitRegression(examples, FITTING).keys()];
    expect(names.filter((name) => name.startsWith('noise'))).toEqual([]);
  });

  it('listens more to examples that weigh more', () => {
    const against = examples.map((example): Example => ({ features: ['first'], answer: 2, weight: example.answer }));
    const [one = 0, two = 0] = fitRegression([...examples, ...against], FITTING).get('first') ?? [];
    expect(two).toBeGreaterThan(one);
  });
});
