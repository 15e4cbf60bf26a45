import { findPath, findRest, type Lattice, latticeOf, marginOf, NEVER } from './decode.ts';
import { type NameModel, PLACES, places } from './model.ts';
import { openings, type Prepared } from './sentence.ts';
import { MOST_FEATURES, type Stretch, spanFeatures, stretchOf } from './span-features.ts';

/** A stretch of tokens [from, to) that names something. */
export interface Span {
  readonly passage: number;
  readonly from: number;
  readonly to: number;
  /** By how much the best reading of the passage beats the best one without this name, in units of the perceptron's weights. */
  readonly margin: number;
}

/** Passages are read in pieces of at most this many tokens, so that working space has an end. */
const PIECE = 400;
/** Later names of a document are not read: a million characters of press hold fewer, a million capitals hold more. */
const MOST_NAMES = 20_000;

interface Space {
  readonly lattice: Lattice;
  readonly openings: Uint8Array;
  readonly features: Int32Array;
}

/** The names of a document, in order, without their types. */
export function findSpans(document: Prepared, { spans, steps }: Pick<NameModel, 'spans' | 'steps'>): readonly Span[] {
  const space: Space = {
    lattice: latticeOf(PIECE),
    openings: new Uint8Array(PIECE),
    features: new Int32Array(MOST_FEATURES),
  };
  const found: Span[] = [];
  for (let passage = 0; passage + 1 < document.tokens.passages.length; passage++) {
    const whole = stretchOf(document, passage);
    for (let from = whole.from; from < whole.to && found.length < MOST_NAMES; from += PIECE) {
      const stretch = { from, to: Math.min(whole.to, from + PIECE), capitals: whole.capitals };
      if (!score(document, stretch, spans, space)) continue;
      collect(found, passage, stretch, steps, space.lattice);
    }
  }
  return found;
}

/** Fills in the emissions of a stretch; false when no name can stand there. */
function score(document: Prepared, stretch: Stretch, table: NameModel['spans'], space: Space): boolean {
  const { emissions } = space.lattice;
  openings(document.tokens, stretch.from, stretch.to, space.openings);
  emissions.fill(0, 0, (stretch.to - stretch.from) * PLACES);
  let any = false;
  for (let i = stretch.from; i < stretch.to; i++) {
    const at = (i - stretch.from) * PLACES;
    const opening = space.openings[i - stretch.from] ?? 0;
    if (opening === 0) {
      for (let place = 1; place < PLACES; place++) emissions[at + place] = NEVER;
      continue;
    }
    any = true;
    const count = spanFeatures(document, stretch, i, opening, table.bits, space.features);
    addRows(table, space.features, count, emissions, at);
  }
  return any;
}

function addRows(
  { weights, scale }: NameModel['spans'],
  features: Int32Array,
  count: number,
  sums: Float64Array,
  at: number,
): void {
  let outside = 0;
  let first = 0;
  let inside = 0;
  let last = 0;
  let alone = 0;
  for (let f = 0; f < count; f++) {
    const row = (features[f] ?? 0) * PLACES;
    outside += weights[row] ?? 0;
    first += weights[row + 1] ?? 0;
    inside += weights[row + 2] ?? 0;
    last += weights[row + 3] ?? 0;
    alone += weights[row + 4] ?? 0;
  }
  sums[at] = outside * scale;
  sums[at + 1] = first * scale;
  sums[at + 2] = inside * scale;
  sums[at + 3] = last * scale;
  sums[at + 4] = alone * scale;
}

function collect(
  found: Span[],
  passage: number,
  { from, to }: Stretch,
  steps: readonly number[],
  lattice: Lattice,
): void {
  const length = to - from;
  const best = findPath(lattice, length, steps);
  if (!lattice.path.subarray(0, length).some((place) => place !== places.outside)) return;
  findRest(lattice, length, steps);
  let opened = 0;
  for (let i = 0; i < length; i++) {
    const place = lattice.path[i];
    if (place === places.first || place === places.alone) opened = i;
    if (place !== places.last && place !== places.alone) continue;
    found.push({ passage, from: from + opened, to: from + i + 1, margin: marginOf(lattice, best, opened, i + 1) });
  }
}
