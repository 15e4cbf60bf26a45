import { randomFrom, shuffle } from '../../domain/random.ts';
import { type LinearModel, sigmoid } from '../../reading/sentiment/linear.ts';

/** One text as features (32-bit hashes; a model uses their lowest bits), with its label and weight. */
export interface Example {
  readonly found: Uint32Array;
  readonly label: 0 | 1;
  readonly weight: number;
}

/** How a model is fitted. `bayes` weights features by their naive Bayes log ratio: best where texts are many. */
export interface Fitting {
  readonly bits: number;
  readonly bayes: boolean;
  readonly seed: number;
}

const EPOCHS = 6;
const RATE = 0.3;
const L2 = 1e-6;
/** Smoothing of the naive Bayes ratios. */
const ALPHA = 1;

/**
 * Logistic regression by AdaGrad, on features weighted by their naive Bayes log ratio if wanted (Wang and Manning 2012);
 * quantised to int8. Deterministic: the same examples in the same order and the same seed give the same bytes.
 */
export function train(examples: readonly Example[], { bits, bayes, seed }: Fitting): LinearModel {
  const size = 2 ** bits;
  const state: State = {
    ratios: bayes ? bayesRatios(examples, size) : new Float32Array(size).fill(1),
    weights: new Float32Array(size),
    squares: new Float32Array(size).fill(1e-6),
    bias: 0,
    biasSquares: 1e-6,
  };
  const random = randomFrom(seed);
  const order = Uint32Array.from(examples, (_, i) => i);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    const rate = RATE * (1 - (epoch / EPOCHS) * 0.8);
    for (const i of order) learn(state, examples[i] as Example, rate);
  }
  return quantised(
    state.weights.map((weight, j) => weight * (state.ratios[j] ?? 0)),
    bits,
    state.bias,
  );
}

/** Weights with the sums of their squared slopes (AdaGrad). */
interface State {
  readonly ratios: Float32Array;
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  bias: number;
  biasSquares: number;
}

function learn(state: State, { found, label, weight }: Example, rate: number): void {
  if (found.length === 0) return;
  const { ratios, weights, squares } = state;
  const mask = weights.length - 1;
  const share = 1 / Math.sqrt(found.length);
  let z = state.bias;
  for (const feature of found) z += (weights[feature & mask] ?? 0) * (ratios[feature & mask] ?? 0) * share;
  const error = (sigmoid(z) - label) * weight;
  for (const feature of found) {
    const j = feature & mask;
    const slope = error * (ratios[j] ?? 0) * share + L2 * (weights[j] ?? 0);
    squares[j] = (squares[j] ?? 0) + slope * slope;
    weights[j] = (weights[j] ?? 0) - (rate * slope) / Math.sqrt(squares[j] ?? 1);
  }
  state.biasSquares += error * error;
  state.bias -= (rate * 0.1 * error) / Math.sqrt(state.biasSquares);
}

function bayesRatios(examples: readonly Example[], size: number): Float32Array {
  const counts = [new Float64Array(size).fill(ALPHA), new Float64Array(size).fill(ALPHA)] as const;
  for (const { found, label, weight } of examples)
    for (const feature of found)
      counts[label][feature & (size - 1)] = (counts[label][feature & (size - 1)] ?? 0) + weight;
  const totals = counts.map((each) => each.reduce((a, b) => a + b, 0));
  return Float32Array.from({ length: size }, (_, j) =>
    Math.log((counts[1][j] ?? 0) / (totals[1] ?? 1) / ((counts[0][j] ?? 0) / (totals[0] ?? 1))),
  );
}

function quantised(weights: Float32Array, bits: number, bias: number): LinearModel {
  const sizes = Float32Array.from(weights, Math.abs).sort();
  const largest = sizes[Math.floor(sizes.length * 0.9999)] || sizes.at(-1) || 1;
  const scale = largest / 127;
  const stored = Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale))));
  return { bits, weights: stored, scale, bias };
}
