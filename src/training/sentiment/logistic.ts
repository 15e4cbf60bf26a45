import { type LinearModel, sigmoid } from '../../reading/sentiment/model.ts';

/** One text as features (32-bit hashes; a model uses their lowest bits), with its label and weight. */
export interface Example {
  readonly found: Uint32Array;
  readonly label: 0 | 1;
  readonly weight: number;
}

const EPOCHS = 6;
const RATE = 0.3;
const L2 = 1e-6;
/** Smoothing of the naive Bayes ratios. */
const ALPHA = 1;

/**
 * Logistic regression on features weighted by their naive Bayes log ratio (Wang and Manning 2012), by AdaGrad; quantised to int8.
 * Deterministic: the same examples in the same order and the same seed give the same bytes.
 */
export function train(examples: readonly Example[], bits: number, seed: number): LinearModel {
  const mask = 2 ** bits - 1;
  const ratios = bayesRatios(examples, 2 ** bits);
  const weights = new Float32Array(2 ** bits);
  const squares = new Float32Array(2 ** bits).fill(1e-6);
  let bias = 0;
  let biasSquares = 1e-6;
  const random = randomFrom(seed);
  const order = Uint32Array.from(examples, (_, i) => i);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    const rate = RATE * (1 - (epoch / EPOCHS) * 0.8);
    for (const i of order) {
      const { found, label, weight } = examples[i] as Example;
      if (found.length === 0) continue;
      const share = 1 / Math.sqrt(found.length);
      let z = bias;
      for (const feature of found) z += (weights[feature & mask] ?? 0) * (ratios[feature & mask] ?? 0) * share;
      const error = (sigmoid(z) - label) * weight;
      for (const feature of found) {
        const j = feature & mask;
        const gradient = error * (ratios[j] ?? 0) * share + L2 * (weights[j] ?? 0);
        squares[j] = (squares[j] ?? 0) + gradient * gradient;
        weights[j] = (weights[j] ?? 0) - (rate * gradient) / Math.sqrt(squares[j] ?? 1);
      }
      biasSquares += error * error;
      bias -= (rate * 0.1 * error) / Math.sqrt(biasSquares);
    }
  }
  return quantised(
    weights.map((weight, j) => weight * (ratios[j] ?? 0)),
    bits,
    bias,
  );
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

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
}
