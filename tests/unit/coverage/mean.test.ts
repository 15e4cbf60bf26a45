import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanOf } from '../../../src/coverage/mean.ts';

const summed = (values: readonly number[]) =>
  meanOf(
    values.length,
    values.reduce((a, b) => a + b, 0),
    values.reduce((a, b) => a + b * b, 0),
  );

describe('meanOf', () => {
  it('has nothing to say of nothing', () => {
    expect(meanOf(0, 0, 0)).toBeNull();
  });

  it('gives Student’s interval', () => {
    // Mean 0.3, standard deviation 0.158, t(4) = 2.776: 0.3 ± 0.196.
    expect(summed([100, 200, 300, 400, 500])).toEqual({ mean: 0.3, low: 0.104, high: 0.496 });
  });

  it('holds the mean between its bounds, inside the scale', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 60 }), (values) => {
        const result = summed(values);
        expect(result).not.toBeNull();
        const { mean, low, high } = result ?? { mean: 0, low: 0, high: 0 };
        expect(low).toBeLessThanOrEqual(mean);
        expect(mean).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });
});
