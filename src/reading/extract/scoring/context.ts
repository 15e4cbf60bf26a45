import { type Box, blockBox } from '../outline/outline.ts';
import type { Measured } from './measure.ts';

/** Blocks of a page on each side whose first scores are averaged. */
const AROUND = 9;
const NEIGHBOURS = [-4, -3, -2, -1, 1, 2, 3, 4] as const;
/** Longer blocks weigh no more than this many words. */
const MOST_WORDS = 100;

/** The names of the numbers that the second trees see beside the features. */
export const contextNames: readonly string[] = [
  'first',
  ...NEIGHBOURS.map((at) => `first ${at}`),
  ...['around', 'fromFirst', 'fromLast', 'pageMean', 'own', 'parent', 'grandparent', 'great-grandparent'],
  ...['inBest', 'belowBest', 'bestShare', 'wordsBefore', 'highest', 'ofHighest', 'bestNet', 'bestOfPage', 'shape'],
];

/** What a box's blocks add up to by their first scores. */
interface BoxScores {
  weight: number;
  scored: number;
  /** Weight of blocks likely inside the article minus that of blocks likely outside. */
  net: number;
}

/** What the first scores say about the boxes and neighbours of each block: rows of `contextNames.length` numbers, zeros where a block is not wanted. */
export function contextFeatures(measured: Measured, first: Float32Array, isWanted?: Float32Array): Float32Array {
  const { blocks } = measured;
  const scores = boxScores(measured, first);
  const best = bestBox(measured, scores);
  const page = pageNumbers(measured, first);
  const bestScores = best && scores[best.order];
  const rootWeight = scores[0]?.weight ?? 1;
  const shapes = shapeMeans(measured, first);
  const values = new Float32Array(blocks.length * contextNames.length);
  const mean = (box: Box): number => {
    const own = scores[box.order];
    return own && own.weight > 0 ? own.scored / own.weight : -1;
  };
  blocks.forEach(({ box }, i) => {
    if (isWanted?.[i] === 0) return;
    const p = first[i] ?? 0;
    const own = blockBox(box);
    const parent = own.parent ?? own;
    const grandparent = parent.parent ?? parent;
    const below = stepsTo(box, best);
    values.set(
      [
        p,
        ...NEIGHBOURS.map((at) => first[i + at] ?? -1),
        page.meanAround(i),
        i - page.first,
        i - page.last,
        page.mean,
        mean(own),
        mean(parent),
        mean(grandparent),
        mean(grandparent.parent ?? grandparent),
        below === null ? 0 : 1,
        below ?? -1,
        page.likely > 0 ? (bestScores?.net ?? 0) / page.likely : 0,
        page.shareBefore(i),
        page.highest,
        p / Math.max(0.05, page.highest),
        bestScores?.net ?? 0,
        (bestScores?.weight ?? 0) / Math.max(1, rootWeight),
        shapes(box),
      ],
      i * contextNames.length,
    );
  });
  return values;
}

const weightOf = (words: number): number => Math.min(words, MOST_WORDS) + 1;

function boxScores({ outline, blocks }: Measured, first: Float32Array): readonly BoxScores[] {
  const scores = outline.boxes.map((): BoxScores => ({ weight: 0, scored: 0, net: 0 }));
  blocks.forEach(({ box, words }, i) => {
    const weight = weightOf(words);
    const p = first[i] ?? 0;
    for (let each: Box | null = box; each; each = each.parent) {
      const own = scores[each.order];
      if (!own) return;
      own.weight += weight;
      own.scored += weight * p;
      own.net += weight * (2 * p - 1);
    }
  });
  return scores;
}

/** The box whose blocks are most surely the article; of equals the innermost. */
function bestBox({ outline, blocks }: Measured, scores: readonly BoxScores[]): Box | null {
  let best: Box | null = null;
  let most = Number.NEGATIVE_INFINITY;
  const total = scores.reduce((highest, { net }) => Math.max(highest, net), 1);
  if (blocks.length === 0) return null;
  for (const box of outline.boxes) {
    const own = scores[box.order];
    if (box.inline || !own || own.weight === 0) continue;
    const value = own.net + box.depth * 0.0001 * total;
    if (value > most) {
      most = value;
      best = box;
    }
  }
  return best;
}

function stepsTo(box: Box, target: Box | null): number | null {
  let steps = 0;
  for (let each: Box | null = box; each; each = each.parent, steps++) if (each === target) return steps;
  return null;
}

function pageNumbers({ blocks }: Measured, scores: Float32Array) {
  const sums = new Float64Array(blocks.length + 1);
  const wordSums = new Float64Array(blocks.length + 1);
  let likely = 0;
  let highest = 0;
  blocks.forEach(({ words }, i) => {
    const p = scores[i] ?? 0;
    sums[i + 1] = (sums[i] ?? 0) + p;
    wordSums[i + 1] = (wordSums[i] ?? 0) + Math.min(words, MOST_WORDS) * p;
    likely += Math.max(0, weightOf(words) * (2 * p - 1));
    highest = Math.max(highest, p);
  });
  const first = scores.findIndex((p) => p > 0.5);
  const all = wordSums[blocks.length] ?? 0;
  return {
    likely,
    highest,
    first: Math.max(0, first),
    last: first < 0 ? blocks.length - 1 : scores.findLastIndex((p) => p > 0.5),
    mean: (sums[blocks.length] ?? 0) / Math.max(1, blocks.length),
    meanAround: (i: number): number => {
      const to = Math.min(blocks.length, i + AROUND + 1);
      return ((sums[to] ?? 0) - (sums[Math.max(0, i - AROUND)] ?? 0)) / (2 * AROUND + 1);
    },
    shareBefore: (i: number): number => (wordSums[i] ?? 0) / Math.max(1, all),
  };
}

/** The mean first score of the blocks that have the same element and class. */
function shapeMeans({ blocks }: Measured, first: Float32Array): (box: Box) => number {
  const sums = new Map<string, BoxScores>();
  const keyOf = (box: Box): string => `${box.tag} ${box.names} ${box.parent?.tag} ${box.parent?.names}`;
  blocks.forEach(({ box, words }, i) => {
    const key = keyOf(blockBox(box));
    const own = sums.get(key) ?? { weight: 0, scored: 0, net: 0 };
    own.weight += weightOf(words);
    own.scored += weightOf(words) * (first[i] ?? 0);
    sums.set(key, own);
  });
  return (box) => {
    const own = sums.get(keyOf(blockBox(box)));
    return own ? own.scored / own.weight : -1;
  };
}
