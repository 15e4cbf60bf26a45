import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, randomFrom, shuffle } from '../../../src/domain/random.ts';

const anySeed = fc.integer();

describe('numbers from a seed', () => {
  it('are those of mulberry32', () => {
    const random = randomFrom(1);
    expect([random(), random(), random()].map((each) => each.toFixed(6))).toEqual(['0.627074', '0.002736', '0.527447']);
  });

  it('are the same at every run and lie in [0, 1)', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const [one, two] = [randomFrom(seed), randomFrom(seed)];
        for (let i = 0; i < 50; i++) {
          const drawn = one();
          expect(two()).toBe(drawn);
          expect(drawn >= 0 && drawn < 1).toBe(true);
        }
      }),
    );
  });

  it('choose below a bound and among items', () => {
    fc.assert(
      fc.property(anySeed, fc.array(fc.integer(), { minLength: 1 }), (seed, items) => {
        const { below, pick } = createRandom(seed);
        expect(below(items.length)).toBeLessThan(items.length);
        expect(below(0)).toBe(0);
        expect(items).toContain(pick(items));
        expect(pick([])).toBeUndefined();
      }),
    );
  });
});

describe('a random order', () => {
  it('keeps what it orders, in lists and in typed arrays alike', () => {
    fc.assert(
      fc.property(anySeed, fc.array(fc.nat()), (seed, items) => {
        const [list, typed] = [[...items], Uint32Array.from(items)];
        shuffle(list, randomFrom(seed));
        shuffle(typed, randomFrom(seed));
        expect([...typed]).toEqual(list);
        expect([...list].sort((a, b) => a - b)).toEqual([...items].sort((a, b) => a - b));
      }),
    );
  });
});
