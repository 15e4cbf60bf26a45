import { PLACES, places } from './model.ts';

const EDGES = PLACES + 1;
/** How many steps there are: from each place or the start, to each place or the end. */
export const STEPS = EDGES * EDGES;
/** The index of a step; `PLACES` stands for the passage's edges. */
export const stepOf = (from: number, to: number): number => from * EDGES + to;
/** A score that no path can make good. */
export const NEVER = -1e9;

const isOpen = (place: number): boolean => place === places.first || place === places.inside;
const goesOn = (place: number): boolean => place === places.inside || place === places.last;
/** For each place (and the edge), the places that may come before it, and those that may come after it. */
const all = [0, 1, 2, 3, 4];
const earlier = [...all, PLACES].map((to) => all.filter((from) => isOpen(from) === goesOn(to)));
const later = [...all, PLACES].map((from) => all.filter((to) => isOpen(from) === goesOn(to)));

/** Working space for passages of at most `length` tokens, and the last path found in it. */
export interface Lattice {
  /** Score of each place of each token, `PLACES` a token; set by the caller. */
  readonly emissions: Float64Array;
  /** The best path: a place for each token. */
  readonly path: Uint8Array;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly from: Uint8Array;
}

/** Makes working space for passages of at most `length` tokens. */
export const latticeOf = (length: number): Lattice => ({
  emissions: new Float64Array(length * PLACES),
  path: new Uint8Array(length),
  forward: new Float64Array(length * PLACES),
  backward: new Float64Array(length * PLACES),
  from: new Uint8Array(length * PLACES),
});

/** Finds the best path over the first `length` tokens whose places make whole names (Viterbi); returns its score. */
export function findPath(
  { emissions, forward, from, path }: Lattice,
  length: number,
  steps: ArrayLike<number>,
): number {
  for (let i = 0; i < length; i++) {
    for (let to = 0; to < PLACES; to++) {
      let best = i > 0 ? NEVER : goesOn(to) ? NEVER : (steps[stepOf(PLACES, to)] ?? 0);
      let chosen = 0;
      if (i > 0) {
        for (const before of earlier[to] ?? []) {
          const score = (forward[(i - 1) * PLACES + before] ?? NEVER) + (steps[stepOf(before, to)] ?? 0);
          if (score <= best) continue;
          best = score;
          chosen = before;
        }
      }
      forward[i * PLACES + to] = Math.max(NEVER, best + (emissions[i * PLACES + to] ?? 0));
      from[i * PLACES + to] = chosen;
    }
  }
  return tracePath(forward, from, path, length, steps);
}

function tracePath(
  forward: Float64Array,
  from: Uint8Array,
  path: Uint8Array,
  length: number,
  steps: ArrayLike<number>,
): number {
  let best = NEVER * 2;
  let chosen = 0;
  for (const place of earlier[PLACES] ?? []) {
    const score = (forward[(length - 1) * PLACES + place] ?? NEVER) + (steps[stepOf(place, PLACES)] ?? 0);
    if (score <= best) continue;
    best = score;
    chosen = place;
  }
  for (let i = length - 1; i >= 0; i--) {
    path[i] = chosen;
    chosen = from[i * PLACES + chosen] ?? 0;
  }
  return best;
}

/** Fills in, after `findPath`, the best score of what may follow each place; needed by `marginOf`. */
export function findRest({ emissions, backward }: Lattice, length: number, steps: ArrayLike<number>): void {
  for (let i = length - 1; i >= 0; i--) {
    for (let place = 0; place < PLACES; place++) {
      let best = NEVER;
      if (i === length - 1) best = isOpen(place) ? NEVER : (steps[stepOf(place, PLACES)] ?? 0);
      else {
        for (const next of later[place] ?? []) {
          const at = (i + 1) * PLACES + next;
          best = Math.max(best, (steps[stepOf(place, next)] ?? 0) + (emissions[at] ?? 0) + (backward[at] ?? 0));
        }
      }
      backward[i * PLACES + place] = Math.max(NEVER, best);
    }
  }
}

/**
 * By how much the best path beats the best one that does not hold the name at [from, to). A path without that name has
 * another place at one of its tokens at least, so the best of these is read off the tokens one by one.
 */
export function marginOf({ forward, backward, path }: Lattice, best: number, from: number, to: number): number {
  let other = NEVER;
  for (let i = from; i < to; i++) {
    for (let place = 0; place < PLACES; place++) {
      if (place === path[i]) continue;
      other = Math.max(other, (forward[i * PLACES + place] ?? 0) + (backward[i * PLACES + place] ?? 0));
    }
  }
  return best - other;
}
