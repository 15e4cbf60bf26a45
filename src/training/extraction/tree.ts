import type { Bins } from './bins.ts';
import type { BoostOptions } from './boost.ts';

/** One tree in the layout of `Trees`, its children counted from its own root. */
export interface Tree {
  readonly feature: number[];
  readonly threshold: number[];
  readonly left: number[];
  readonly right: number[];
}

/** Gradient, curvature and rows of each bin of each column, three numbers a bin. */
type Histogram = Float64Array;
const BINS = 256;
const CELL = 3;

interface Split {
  readonly gain: number;
  readonly column: number;
  readonly bin: number;
}

/** A leaf that may still be split; its rows are `order[from … to − 1]`. */
interface Leaf {
  readonly node: number;
  readonly from: number;
  readonly to: number;
  readonly histogram: Histogram;
  readonly split: Split | null;
}

/** Grows one tree by always splitting the leaf that gains most. */
export function growTree(bins: Bins, gradients: Float64Array, curvatures: Float64Array, options: BoostOptions) {
  const order = Uint32Array.from({ length: bins.rows }, (_, i) => i);
  const tree: Tree = { feature: [], threshold: [], left: [], right: [] };
  const leafOf = new Uint32Array(bins.rows);
  const leaf = (from: number, to: number, histogram: Histogram): Leaf => {
    const node = tree.feature.push(-1) - 1;
    tree.threshold.push(valueOf(histogram, options));
    tree.left.push(0);
    tree.right.push(0);
    return { node, from, to, histogram, split: bestSplit(bins, histogram, options) };
  };
  const leaves = [leaf(0, bins.rows, histogramOf(bins, order, gradients, curvatures))];
  while (leaves.length < options.leaves) {
    const next = leaves.reduce((best, each) => ((each.split?.gain ?? 0) > (best.split?.gain ?? 0) ? each : best));
    if (!next.split) break;
    const { column, bin } = next.split;
    const middle = partition(order, next, bins.codes, column * bins.rows, bin);
    const isLeftSmaller = middle - next.from <= next.to - middle;
    const [from, to] = isLeftSmaller ? [next.from, middle] : [middle, next.to];
    const small = histogramOf(bins, order.subarray(from, to), gradients, curvatures);
    const large = difference(next.histogram, small);
    const left = leaf(next.from, middle, isLeftSmaller ? small : large);
    const right = leaf(middle, next.to, isLeftSmaller ? large : small);
    tree.feature[next.node] = column;
    tree.threshold[next.node] = bins.edges[column]?.[bin] ?? 0;
    tree.left[next.node] = left.node;
    tree.right[next.node] = right.node;
    leaves.splice(leaves.indexOf(next), 1, left, right);
  }
  for (const { node, from, to } of leaves) for (let i = from; i < to; i++) leafOf[order[i] as number] = node;
  return { tree, leafOf };
}

function histogramOf(
  { rows, codes, edges }: Bins,
  own: Uint32Array,
  gradients: Float64Array,
  curvatures: Float64Array,
): Histogram {
  const histogram = new Float64Array(edges.length * BINS * CELL);
  const ownGradients = new Float64Array(own.length);
  const ownCurvatures = new Float64Array(own.length);
  for (let i = 0; i < own.length; i++) {
    ownGradients[i] = gradients[own[i] as number] as number;
    ownCurvatures[i] = curvatures[own[i] as number] as number;
  }
  for (let column = 0; column < edges.length; column++) {
    const start = column * rows;
    const cells = histogram.subarray(column * BINS * CELL, (column + 1) * BINS * CELL);
    for (let i = 0; i < own.length; i++) {
      const at = (codes[start + (own[i] as number)] as number) * CELL;
      cells[at] = (cells[at] as number) + (ownGradients[i] as number);
      cells[at + 1] = (cells[at + 1] as number) + (ownCurvatures[i] as number);
      cells[at + 2] = (cells[at + 2] as number) + 1;
    }
  }
  return histogram;
}

/** Gradient, curvature and rows of a whole leaf: the sums over the bins of its first column. */
function totals(histogram: Histogram): readonly [number, number, number] {
  let [gradient, curvature, rows] = [0, 0, 0];
  for (let at = 0; at < BINS * CELL; at += CELL) {
    gradient += histogram[at] ?? 0;
    curvature += histogram[at + 1] ?? 0;
    rows += histogram[at + 2] ?? 0;
  }
  return [gradient, curvature, rows];
}

function valueOf(histogram: Histogram, { ridge, rate }: BoostOptions): number {
  const [gradient, curvature] = totals(histogram);
  return Math.fround((-rate * gradient) / (curvature + ridge));
}

function bestSplit({ edges }: Bins, histogram: Histogram, { ridge, leastRows }: BoostOptions): Split | null {
  const [gradient, curvature, rows] = totals(histogram);
  if (rows < 2 * leastRows) return null;
  const whole = (gradient * gradient) / (curvature + ridge);
  let best: Split | null = null;
  for (let column = 0; column < edges.length; column++) {
    let [leftGradient, leftCurvature, leftRows] = [0, 0, 0];
    const last = edges[column]?.length ?? 0;
    for (let bin = 0; bin < last; bin++) {
      const at = (column * BINS + bin) * CELL;
      leftGradient += histogram[at] as number;
      leftCurvature += histogram[at + 1] as number;
      leftRows += histogram[at + 2] as number;
      if (leftRows < leastRows || rows - leftRows < leastRows) continue;
      const rightGradient = gradient - leftGradient;
      const gain =
        (leftGradient * leftGradient) / (leftCurvature + ridge) +
        (rightGradient * rightGradient) / (curvature - leftCurvature + ridge) -
        whole;
      if (gain > (best?.gain ?? 1e-7)) best = { gain, column, bin };
    }
  }
  return best;
}

/** Puts the rows that go left before those that go right, each in their order; gives where the second part starts. */
function partition(order: Uint32Array, { from, to }: Leaf, codes: Uint8Array, start: number, bin: number): number {
  const right = new Uint32Array(to - from);
  let kept = from;
  let moved = 0;
  for (let i = from; i < to; i++) {
    const row = order[i] as number;
    if ((codes[start + row] as number) <= bin) order[kept++] = row;
    else right[moved++] = row;
  }
  order.set(right.subarray(0, moved), kept);
  return kept;
}

function difference(whole: Histogram, part: Histogram): Histogram {
  const rest = new Float64Array(whole.length);
  for (let i = 0; i < whole.length; i++) rest[i] = (whole[i] as number) - (part[i] as number);
  return rest;
}
