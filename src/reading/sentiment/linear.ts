/** A linear model over hashed features: weights of one byte each. */
export interface LinearModel {
  /** The model has `2 ** bits` weights; a feature's place is its lowest bits. */
  readonly bits: number;
  readonly weights: Int8Array;
  /** What one unit of a stored weight is worth. */
  readonly scale: number;
  readonly bias: number;
}

/** The uncalibrated score: weights added up, divided by the root of their number so that length does not count twice. */
export function rawScore({ bits, weights, scale, bias }: LinearModel, hashes: Uint32Array): number {
  const mask = 2 ** bits - 1;
  let sum = 0;
  for (let i = 0; i < hashes.length; i++) sum += weights[(hashes[i] ?? 0) & mask] ?? 0;
  return (sum * scale) / Math.sqrt(Math.max(1, hashes.length)) + bias;
}

/** The same sum told apart by the group of each feature, without the bias: groups of all features add up to the score. */
export function scoreByGroup(
  { bits, weights, scale }: LinearModel,
  hashes: Uint32Array,
  groups: ArrayLike<number>,
  count: number,
): readonly number[] {
  const mask = 2 ** bits - 1;
  const sums = Array.from({ length: count }, () => 0);
  const share = scale / Math.sqrt(Math.max(1, hashes.length));
  for (let i = 0; i < hashes.length; i++) {
    const group = groups[i] ?? 0;
    sums[group] = (sums[group] ?? 0) + (weights[(hashes[i] ?? 0) & mask] ?? 0) * share;
  }
  return sums;
}

/** The logistic function. */
export const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
