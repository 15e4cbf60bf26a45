import { sigmoid } from './linear.ts';

/** A small linear model over a few values. */
export interface Combination {
  readonly weights: readonly number[];
  readonly bias: number;
}

/** Σ weight · value + bias, values in the order of the weights. */
const combined = ({ weights, bias }: Combination, values: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * (values[i] ?? 0), bias);

/** The same as a probability. */
export const chance = (combination: Combination, values: readonly number[]): number =>
  sigmoid(combined(combination, values));
