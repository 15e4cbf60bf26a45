import type { Trees } from '../../reading/extract/scoring/trees.ts';
import { type Bins, binned } from './bins.ts';
import { growTree, type Tree } from './tree.ts';

/** Rows to learn from: `values` holds them one after the other. */
export interface TrainingRows {
  readonly width: number;
  readonly values: Float32Array;
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
}

/** How trees are grown. */
export interface BoostOptions {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  readonly leastRows: number;
  readonly ridge: number;
}

/** What a search over the settings settled on. */
export const usualBoost: BoostOptions = { trees: 130, leaves: 24, rate: 0.1, leastRows: 40, ridge: 1 };

/** Gradient boosting on histograms with logistic loss (Friedman 2001; LightGBM's leaf-wise growth). The same rows give the same trees. */
export function boost(rows: TrainingRows, options: BoostOptions = usualBoost): Trees {
  const { labels, weights } = rows;
  const count = labels.length;
  const bins = binned(rows.values, rows.width);
  let total = 0;
  let positive = 0;
  for (let i = 0; i < count; i++) {
    total += weights[i] ?? 0;
    positive += (weights[i] ?? 0) * (labels[i] ?? 0);
  }
  const base = Math.fround(Math.log(positive / (total - positive)));
  const scores = new Float64Array(count).fill(base);
  const grown: Tree[] = [];
  for (let t = 0; t < options.trees; t++) grown.push(nextTree(bins, rows, scores, options));
  return flattened(base, grown);
}

function nextTree(bins: Bins, { labels, weights }: TrainingRows, scores: Float64Array, options: BoostOptions): Tree {
  const gradients = new Float64Array(scores.length);
  const curvatures = new Float64Array(scores.length);
  for (let i = 0; i < scores.length; i++) {
    const p = 1 / (1 + Math.exp(-(scores[i] ?? 0)));
    const weight = weights[i] ?? 0;
    gradients[i] = weight * (p - (labels[i] ?? 0));
    curvatures[i] = weight * p * (1 - p);
  }
  const { tree, leafOf } = growTree(bins, gradients, curvatures, options);
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] ?? 0) + (tree.threshold[leafOf[i] ?? 0] ?? 0);
  return tree;
}

function flattened(base: number, trees: readonly Tree[]): Trees {
  const roots: number[] = [];
  const left: number[] = [];
  const right: number[] = [];
  let start = 0;
  for (const tree of trees) {
    const first = start;
    roots.push(first);
    left.push(...tree.left.map((node) => first + node));
    right.push(...tree.right.map((node) => first + node));
    start += tree.feature.length;
  }
  return {
    base,
    roots: Uint32Array.from(roots),
    feature: Int16Array.from(trees.flatMap(({ feature }) => feature)),
    threshold: Float32Array.from(trees.flatMap(({ threshold }) => threshold)),
    left: Uint32Array.from(left),
    right: Uint32Array.from(right),
  };
}
