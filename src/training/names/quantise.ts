import type { WeightTable } from '../../reading/entities/tagger/model.ts';

/**
 * A table of one byte a weight. The largest weight fills its byte: cutting large weights is what costs, since the few
 * that every token shares say that most tokens are no names.
 */
export function quantise(weights: Float32Array, columns: number): WeightTable {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9);
  const scale = largest / 127;
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / scale));
  return { bits: Math.log2(weights.length / columns), columns, weights: bytes, scale };
}
