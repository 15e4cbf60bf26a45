import type { Combination } from '../../reading/sentiment/combination.ts';
import { sigmoid } from '../../reading/sentiment/linear.ts';

/** A few values with their label. */
export interface Observation {
  readonly values: readonly number[];
  readonly label: 0 | 1;
}

const SWEEPS = 300;
/** Keeps weights finite where the observations are separable. */
const RIDGE = 1e-2;

/** Logistic regression over a few values, one coordinate at a time by Newton's step: small, exact enough, deterministic. */
export function fitCombination(observations: readonly Observation[]): Combination {
  const width = (observations[0]?.values.length ?? 0) + 1;
  const rows = observations.map(({ values, label }) => ({ x: [...values, 1], label, z: 0 }));
  const weights = Array.from({ length: width }, () => 0);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let moved = 0;
    for (let k = 0; k < width; k++) {
      const ridge = k === width - 1 ? 0 : RIDGE;
      let [slope, curve] = [ridge * (weights[k] ?? 0), ridge + 1e-9];
      for (const { x, label, z } of rows) {
        const [p, value] = [sigmoid(z), x[k] ?? 0];
        slope += (p - label) * value;
        curve += p * (1 - p) * value * value;
      }
      const step = Math.max(-1, Math.min(1, slope / curve));
      weights[k] = (weights[k] ?? 0) - step;
      for (const row of rows) row.z -= step * (row.x[k] ?? 0);
      moved += Math.abs(step);
    }
    if (moved < 1e-6) break;
  }
  return { weights: weights.slice(0, -1), bias: weights.at(-1) ?? 0 };
}
