import { contextFeatures, contextNames } from './context.ts';
import { blockFeatures, type Declared, type FeatureRows, featureNames } from './features.ts';
import type { Measured } from './measure.ts';
import { probability, readTrees, type Trees, writeTrees } from './trees.ts';

/** The share of belief, in [0, 1], that each block of a page is text of its article; in the order of `measured.blocks`. */
export type BlockScorer = (measured: Measured, declared: Declared) => Float32Array;

/** Trees that look at a block by itself, then trees that also see what the first ones say of its boxes and neighbours. */
export interface BlockModel {
  readonly first: Trees;
  readonly second: Trees;
}

/** Below this first score no context makes a block text of the article; most blocks of a page are there, and asking costs time. */
const HOPELESS = 0.04;

/** Makes models ready; several vote with equal weight. */
export function createBlockScorer(models: readonly BlockModel[]): BlockScorer {
  return (measured, declared) => {
    const rows = blockFeatures(measured, declared);
    const votes = models.map(({ first, second }) => {
      const scores = scoreRows(first, rows, HOPELESS);
      const isHopeful = scores.map((score) => (score < HOPELESS ? 0 : 1));
      const { width, values } = withContext(measured, rows, scores, isHopeful);
      return scores.map((score, i) => (isHopeful[i] === 0 ? score : probability(second, values, i * width)));
    });
    return Float32Array.from(
      measured.blocks,
      (_, i) => votes.reduce((sum, vote) => sum + (vote[i] ?? 0), 0) / votes.length,
    );
  };
}

/** The trees' probability for each row. Where a third of the trees say less than `hopeless`, the others are not asked. */
export function scoreRows(trees: Trees, { width, values }: FeatureRows, hopeless = 0): Float32Array {
  return Float32Array.from({ length: values.length / width }, (_, i) =>
    probability(trees, values, i * width, hopeless),
  );
}

/** Rows with the numbers of their context behind their own; zeros where a row is not wanted. */
export function withContext(
  measured: Measured,
  rows: FeatureRows,
  first: Float32Array,
  isWanted?: Float32Array,
): FeatureRows {
  const context = contextFeatures(measured, first, isWanted);
  const added = contextNames.length;
  const width = rows.width + added;
  const values = new Float32Array(measured.blocks.length * width);
  measured.blocks.forEach((_, i) => {
    if (isWanted?.[i] === 0) return;
    values.set(rows.values.subarray(i * rows.width, (i + 1) * rows.width), i * width);
    values.set(context.subarray(i * added, (i + 1) * added), i * width + rows.width);
  });
  return { width, values };
}

/** How wide the rows of the first and of the second trees are. */
export const rowWidths = { first: featureNames.length, second: featureNames.length + contextNames.length } as const;

/** A model as bytes: its first trees, then its second ones. */
export function writeBlockModel({ first, second }: BlockModel): Uint8Array {
  return Buffer.concat([writeTrees(first, rowWidths.first), writeTrees(second, rowWidths.second)]);
}

/** Reads what `writeBlockModel` wrote. Throws `bad-model` (fatal). */
export function readBlockModel(bytes: Uint8Array): BlockModel {
  const { trees: first, length } = readTrees(bytes, rowWidths.first);
  return { first, second: readTrees(bytes.subarray(length), rowWidths.second).trees };
}
