/** Rows cut into at most 255 bins a column, so that a split is a bin. */
export interface Bins {
  readonly rows: number;
  /** One column after the other: `codes[column * rows + row]`. */
  readonly codes: Uint8Array;
  /** For each column the upper edges of its bins: a value of bin `b` is at most `edges[b]`. */
  readonly edges: readonly Float32Array[];
}

const MOST = 255;
/** Quantiles are taken from at most so many rows, evenly spread. */
const SAMPLE = 50_000;

/** Cuts each column at its quantiles, or between its values when it has few. */
export function binned(values: Float32Array, width: number): Bins {
  const rows = values.length / width;
  const codes = new Uint8Array(values.length);
  const edges = Array.from({ length: width }, (_, column) => {
    const own = edgesOf(values, width, column);
    for (let row = 0; row < rows; row++) codes[column * rows + row] = binOf(own, values[row * width + column] ?? 0);
    return own;
  });
  return { rows, codes, edges };
}

function edgesOf(values: Float32Array, width: number, column: number): Float32Array {
  const sample = sampleOf(values, width, column).sort();
  const distinct = sample.filter((value, i) => i === 0 || value !== sample[i - 1]);
  if (distinct.length <= MOST)
    return distinct.map((value, i) => (value + (distinct[i + 1] ?? value)) / 2).subarray(0, -1);
  const cuts = new Float32Array(MOST - 1);
  for (let i = 0; i < cuts.length; i++) cuts[i] = sample[Math.floor(((i + 1) * sample.length) / MOST)] ?? 0;
  return cuts.filter((value, i) => i === 0 || value !== cuts[i - 1]);
}

function sampleOf(values: Float32Array, width: number, column: number): Float32Array {
  const step = Math.max(1, Math.floor(values.length / width / SAMPLE));
  const sample = new Float32Array(Math.ceil(values.length / width / step));
  for (let i = 0; i < sample.length; i++) sample[i] = values[i * step * width + column] ?? 0;
  return sample;
}

function binOf(edges: Float32Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (edges[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
