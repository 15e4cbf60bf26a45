import { findPath, latticeOf, NEVER, STEPS, stepOf } from '../../reading/entities/tagger/decode.ts';
import { PLACES, places } from '../../reading/entities/tagger/model.ts';
import { openings, type Prepared } from '../../reading/entities/tagger/sentence.ts';
import { MOST_FEATURES, spanFeatures, stretchOf } from '../../reading/entities/tagger/span-features.ts';
import { shuffled } from './shuffled.ts';

/** A sentence for the perceptron: features token by token (null where no name can stand), and the right places. */
export interface Lesson {
  readonly features: readonly (Int32Array | null)[];
  readonly gold: Uint8Array;
}

/** Averaged weights, `PLACES` a row of `2 ** bits`, and steps between places. */
export interface SpanWeights {
  readonly weights: Float32Array;
  readonly steps: readonly number[];
}

/** Spans of tokens as places: see `places`. Names whose borders are not those of tokens are left out by the caller. */
export function goldPlaces(
  length: number,
  names: readonly { readonly from: number; readonly to: number }[],
): Uint8Array {
  const gold = new Uint8Array(length);
  for (const { from, to } of names) {
    if (to - from === 1) gold[from] = places.alone;
    else {
      gold.fill(places.inside, from, to);
      gold[from] = places.first;
      gold[to - 1] = places.last;
    }
  }
  return gold;
}

/** The lesson of each passage of a document; `gold` holds the places of all its tokens. */
export function lessonsOf(document: Prepared, gold: Uint8Array, bits: number): readonly Lesson[] {
  const found = new Int32Array(MOST_FEATURES);
  return Array.from({ length: document.tokens.passages.length - 1 }, (_, passage) => {
    const stretch = stretchOf(document, passage);
    const opening = new Uint8Array(stretch.to - stretch.from);
    openings(document.tokens, stretch.from, stretch.to, opening);
    const features = Array.from(opening, (open, i) =>
      open === 0 ? null : found.slice(0, spanFeatures(document, stretch, stretch.from + i, open, bits, found)),
    );
    return { features, gold: gold.slice(stretch.from, stretch.to) };
  });
}

interface Sums {
  readonly weights: Float32Array;
  readonly totals: Float32Array;
  readonly steps: Float64Array;
  readonly stepTotals: Float64Array;
  time: number;
}

/** Trains an averaged structured perceptron over the lessons, each epoch in a new order that `seed` fixes. */
export function trainSpans(lessons: readonly Lesson[], bits: number, epochs: number, seed: number): SpanWeights {
  const size = PLACES * 2 ** bits;
  const sums: Sums = {
    weights: new Float32Array(size),
    totals: new Float32Array(size),
    steps: new Float64Array(STEPS),
    stepTotals: new Float64Array(STEPS),
    time: 1,
  };
  const lattice = latticeOf(lessons.reduce((most, { gold }) => Math.max(most, gold.length), 1));
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const lesson of shuffled(lessons, seed + epoch)) {
      const { features, gold } = lesson;
      features.forEach((found, i) => emit(found, sums.weights, lattice.emissions, i * PLACES));
      findPath(lattice, gold.length, sums.steps);
      learn(sums, lesson, lattice.path);
      sums.time++;
    }
  }
  return {
    weights: sums.weights.map((weight, i) => weight - (sums.totals[i] ?? 0) / sums.time),
    steps: Array.from(sums.steps, (weight, i) => weight - (sums.stepTotals[i] ?? 0) / sums.time),
  };
}

function emit(found: Int32Array | null, weights: Float32Array, emissions: Float64Array, at: number): void {
  for (let place = 0; place < PLACES; place++) {
    let sum = 0;
    if (found) for (const row of found) sum += weights[row * PLACES + place] ?? 0;
    else if (place > 0) sum = NEVER;
    emissions[at + place] = sum;
  }
}

function learn(sums: Sums, { features, gold }: Lesson, path: Uint8Array): void {
  let goldBefore = PLACES;
  let pathBefore = PLACES;
  for (let i = 0; i <= gold.length; i++) {
    const right = i < gold.length ? (gold[i] ?? 0) : PLACES;
    const read = i < gold.length ? (path[i] ?? 0) : PLACES;
    if (right !== read) for (const row of features[i] ?? []) move(sums, row * PLACES, right, read);
    if (right !== read || goldBefore !== pathBefore) {
      step(sums, stepOf(goldBefore, right), 1);
      step(sums, stepOf(pathBefore, read), -1);
    }
    goldBefore = right;
    pathBefore = read;
  }
}

function move(sums: Sums, row: number, right: number, read: number): void {
  sums.weights[row + right] = (sums.weights[row + right] ?? 0) + 1;
  sums.totals[row + right] = (sums.totals[row + right] ?? 0) + sums.time;
  sums.weights[row + read] = (sums.weights[row + read] ?? 0) - 1;
  sums.totals[row + read] = (sums.totals[row + read] ?? 0) - sums.time;
}

function step(sums: Sums, at: number, by: number): void {
  sums.steps[at] = (sums.steps[at] ?? 0) + by;
  sums.stepTotals[at] = (sums.stepTotals[at] ?? 0) + by * sums.time;
}
