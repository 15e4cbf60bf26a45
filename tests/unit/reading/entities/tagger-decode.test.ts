import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findPath,
  findRest,
  latticeOf,
  marginOf,
  STEPS,
  stepOf,
} from '../../../../src/reading/entities/tagger/decode.ts';
import { PLACES, places } from '../../../../src/reading/entities/tagger/model.ts';

const isWhole = (path: readonly number[]): boolean =>
  [PLACES, ...path].every((place, i) => {
    const opens = place === places.first || place === places.inside;
    const next = path[i] ?? places.outside;
    return opens === (next === places.inside || next === places.last);
  });

const all = (length: number): readonly (readonly number[])[] =>
  length === 0
    ? [[]]
    : all(length - 1).flatMap((path) => Array.from({ length: PLACES }, (_, place) => [...path, place]));

function scoreOf(path: readonly number[], emissions: readonly number[], steps: readonly number[]): number {
  const edges = [PLACES, ...path, PLACES];
  const between = edges.slice(1).reduce((sum, to, i) => sum + (steps[stepOf(edges[i] ?? 0, to)] ?? 0), 0);
  return path.reduce((sum, place, i) => sum + (emissions[i * PLACES + place] ?? 0), between);
}

const LENGTH = 4;
const numbers = (length: number) =>
  fc.array(fc.integer({ min: -50, max: 50 }), { minLength: length, maxLength: length });

describe('the best path', () => {
  const paths = all(LENGTH).filter(isWhole);

  it('is the best of all that make whole names, and a margin is what its name is worth', () => {
    fc.assert(
      fc.property(numbers(LENGTH * PLACES), numbers(STEPS), (emissions, steps) => {
        const lattice = latticeOf(LENGTH);
        lattice.emissions.set(emissions);
        const best = findPath(lattice, LENGTH, steps);
        findRest(lattice, LENGTH, steps);
        const path = [...lattice.path];
        expect(isWhole(path)).toBe(true);
        expect(best).toBe(Math.max(...paths.map((each) => scoreOf(each, emissions, steps))));
        expect(scoreOf(path, emissions, steps)).toBe(best);
        const from = path.findIndex((place) => place === places.first || place === places.alone);
        const to = path.findIndex((place, i) => i >= from && (place === places.last || place === places.alone)) + 1;
        const without = paths.filter((each) => from < 0 || each.slice(from, to).join() !== path.slice(from, to).join());
        const margin = best - Math.max(...without.map((each) => scoreOf(each, emissions, steps)));
        expect(from < 0 ? 0 : marginOf(lattice, best, from, to)).toBe(from < 0 ? 0 : margin);
      }),
    );
  });
});
