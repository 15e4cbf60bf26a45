import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanOf } from '../../../src/coverage/mean.ts';
import { createRandom } from '../../../src/domain/random.ts';

const tones = (minLength: number, maxLength = 60) =>
  fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength, maxLength });
const widthOf = (values: readonly number[]): number => {
  const { low, high } = meanOf(values) ?? { low: 0, high: 0 };
  return high - low;
};

describe('meanOf', () => {
  it('has nothing to say of nothing', () => {
    expect(meanOf([])).toBeNull();
  });

  it('knows nothing from one story but its tone', () => {
    fc.assert(
      fc.property(tones(1, 1), (values) => {
        expect(meanOf(values)).toMatchObject({ n: 1, low: -1, high: 1 });
      }),
    );
  });

  it('leaves room for a story that was not heard where all that were agree', () => {
    expect(meanOf([500, 500, 500, 500, 500])).toEqual({ mean: 0.5, n: 5, low: -0.1, high: 0.7 });
  });

  it('holds the mean between its bounds, inside the scale', () => {
    fc.assert(
      fc.property(tones(1), (values) => {
        const { mean, low, high } = meanOf(values) ?? { mean: Number.NaN, low: 0, high: 0 };
        expect(low).toBeLessThanOrEqual(mean);
        expect(mean).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('does not mind the order of values, and is the same at every call', () => {
    fc.assert(
      fc.property(tones(1), fc.infiniteStream(fc.nat()), (values, keys) => {
        const shuffled = values
          .map((value) => ({ value, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ value }) => value);
        expect(meanOf(shuffled)).toEqual(meanOf(values));
      }),
    );
  });

  it('treats praise and blame alike', () => {
    fc.assert(
      fc.property(tones(1), (values) => {
        const { mean, low, high } = meanOf(values) ?? { mean: 0, low: 0, high: 0 };
        const turned = meanOf(values.map((value) => -value));
        expect(turned?.mean).toBeCloseTo(-mean, 2);
        expect(turned?.low).toBeCloseTo(-high, 2);
        expect(turned?.high).toBeCloseTo(-low, 2);
      }),
    );
  });

  it('is narrower with more of the like', () => {
    fc.assert(
      fc.property(tones(2, 40), (values) => {
        const more = [...values, ...values, ...values, ...values];
        expect(widthOf(more)).toBeLessThan(widthOf(values));
      }),
    );
  });
});

/** Skewed populations in [−1, 1] with their means; what is drawn from is in [0, 1]. */
const populations: readonly (readonly [string, (share: () => number) => number, number])[] = [
  ['praised by most', (share) => 1 - 2 * share() ** 3, 1 / 2],
  ['loved but for a few', (share) => 1 - 2 * share() ** 6, 5 / 7],
  ['buried', (share) => 2 * share() ** 4 - 1, -3 / 5],
  ['divided', (share) => (share() < 0.7 ? 0.4 + 0.6 * share() : 0.6 * share() - 0.9), 0.31],
  ['liked, with some who are not pleased', (share) => (share() < 0.85 ? 1 : -1) * (0.4 + 0.4 * share()), 0.42],
  ['coarse, as word lists are', (share) => (share() < 0.8 ? 0.5 : -0.5), 0.3],
];
const TRIALS = 1_000;

describe('the interval of meanOf', () => {
  const sizes = [3, 5, 10, 30];
  it.each(populations)('holds the true mean of a season %s 92 times in 100', (_name, draw, mean) => {
    const { below } = createRandom(7);
    const share = (): number => (below(2 ** 24) + 0.5) / 2 ** 24;
    const holds = (n: number): boolean => {
      const values = Array.from({ length: n }, () => Math.round(draw(share) * 1000));
      const { low, high } = meanOf(values) ?? { low: 0, high: 0 };
      return low <= mean && mean <= high;
    };
    for (const n of sizes) {
      const held = Array.from({ length: TRIALS }, () => holds(n)).filter(Boolean).length;
      expect(held / TRIALS, `n = ${n}`).toBeGreaterThanOrEqual(0.92);
    }
  });
});
