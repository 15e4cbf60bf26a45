import { RevueError } from '../../../domain/errors.ts';

/**
 * Boosted regression trees, flat: node `i` asks whether number `feature[i]` is at most `threshold[i]` and goes to `left[i]` or
 * `right[i]`; a leaf has feature −1 and adds `threshold[i]`. The sum is the logarithm of the odds.
 */
export interface Trees {
  readonly base: number;
  /** Index of the first node of each tree. */
  readonly roots: Uint32Array;
  readonly feature: Int16Array;
  readonly threshold: Float32Array;
  readonly left: Uint32Array;
  readonly right: Uint32Array;
}

/** The probability that the trees give a row of numbers, which starts at `offset`; that of the first third of them where it is below `hopeless`. */
export function probability(trees: Trees, row: Float32Array, offset: number, hopeless = 0): number {
  const { base, roots } = trees;
  const early = hopeless > 0 ? Math.ceil(roots.length / 3) : 0;
  const sum = base + leaves(trees, row, offset, 0, early);
  const soon = sigmoid(sum);
  return soon < hopeless ? soon : sigmoid(sum + leaves(trees, row, offset, early, roots.length));
}

const sigmoid = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** What some of the trees add to the logarithm of the odds. */
function leaves(
  { roots, feature, threshold, left, right }: Trees,
  row: Float32Array,
  offset: number,
  from: number,
  to: number,
): number {
  let sum = 0;
  for (let tree = from; tree < to; tree++) {
    let node = roots[tree] ?? 0;
    for (let at = feature[node] ?? -1; at >= 0; at = feature[node] ?? -1) {
      node = ((row[offset + at] ?? 0) <= (threshold[node] ?? 0) ? left[node] : right[node]) ?? 0;
    }
    sum += threshold[node] ?? 0;
  }
  return sum;
}

const MAGIC = 0x52565454;
const HEADER = 20;
const NODE = 10;

/** Trees as bytes, little-endian: magic, width, base, counts, roots, then per node feature, threshold, left, right (children relative to the root). */
export function writeTrees(trees: Trees, width: number): Uint8Array {
  const { roots, feature, threshold, left, right } = trees;
  const bytes = new DataView(new ArrayBuffer(HEADER + 4 * roots.length + NODE * feature.length));
  bytes.setUint32(0, MAGIC, true);
  bytes.setUint32(4, width, true);
  bytes.setFloat32(8, trees.base, true);
  bytes.setUint32(12, roots.length, true);
  bytes.setUint32(16, feature.length, true);
  roots.forEach((root, i) => {
    bytes.setUint32(HEADER + 4 * i, root, true);
  });
  let root = 0;
  feature.forEach((each, i) => {
    while ((roots[root + 1] ?? Number.POSITIVE_INFINITY) <= i) root += 1;
    const at = HEADER + 4 * roots.length + NODE * i;
    const start = roots[root] ?? 0;
    bytes.setInt16(at, each, true);
    bytes.setFloat32(at + 2, threshold[i] ?? 0, true);
    bytes.setUint16(at + 6, each < 0 ? 0 : (left[i] ?? 0) - start, true);
    bytes.setUint16(at + 8, each < 0 ? 0 : (right[i] ?? 0) - start, true);
  });
  return new Uint8Array(bytes.buffer);
}

/** Reads what `writeTrees` wrote for rows of the given width; also gives how many bytes that was. Throws `bad-model` (fatal). */
export function readTrees(bytes: Uint8Array, width: number): { readonly trees: Trees; readonly length: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < HEADER || view.getUint32(0, true) !== MAGIC) throw bad('is no model of block scores');
  if (view.getUint32(4, true) !== width)
    throw bad(`was trained for rows of ${view.getUint32(4, true)} numbers, not ${width}`);
  const count = view.getUint32(12, true);
  const nodes = view.getUint32(16, true);
  const start = HEADER + 4 * count;
  const end = start + NODE * nodes;
  if (view.byteLength < end) throw bad('is cut');
  const roots = Uint32Array.from({ length: count }, (_, i) => view.getUint32(HEADER + 4 * i, true));
  const at = (node: number): number => start + NODE * node;
  const rootOf = new Uint32Array(nodes);
  roots.forEach((root, i) => rootOf.fill(root, root, roots[i + 1] ?? nodes));
  const numbers = { length: nodes };
  const trees = {
    base: view.getFloat32(8, true),
    roots,
    feature: Int16Array.from(numbers, (_, i) => view.getInt16(at(i), true)),
    threshold: Float32Array.from(numbers, (_, i) => view.getFloat32(at(i) + 2, true)),
    left: Uint32Array.from(numbers, (_, i) => (rootOf[i] ?? 0) + view.getUint16(at(i) + 6, true)),
    right: Uint32Array.from(numbers, (_, i) => (rootOf[i] ?? 0) + view.getUint16(at(i) + 8, true)),
  };
  return { trees, length: end };
}

const bad = (what: string): RevueError =>
  new RevueError(
    'bad-model',
    `The model of block scores ${what}; train it again with npm run train:extraction.`,
    'fatal',
  );
