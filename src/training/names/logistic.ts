import { randomFrom } from '../../domain/random.ts';
import { shuffled } from './shuffled.ts';

/** A name with its features and its class: a column of the table. */
export interface Example {
  readonly features: Int32Array;
  readonly label: number;
}

/** How hard the training pulls, and for how long. */
export interface Pull {
  readonly epochs: number;
  readonly rate: number;
  /** Pull towards 0, a step. */
  readonly decay: number;
  /** The share of features left out of each step, in [0, 1): no single word may decide. */
  readonly dropped: number;
}

/** Multinomial logistic regression by stochastic gradient descent with a rate per weight (Adagrad); `columns` weights a row. */
export function trainTypes(
  examples: readonly Example[],
  bits: number,
  columns: number,
  { epochs, rate, decay, dropped }: Pull,
  seed: number,
): Float32Array {
  const weights = new Float32Array(columns * 2 ** bits);
  const squares = new Float32Array(columns * 2 ** bits).fill(0.1);
  const random = randomFrom(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { features: all, label } of shuffled(examples, seed + epoch)) {
      const features = all.filter(() => random() >= dropped);
      const chances = chancesOf(scoresOf(features, weights, columns));
      for (let c = 0; c < columns; c++) {
        const slope = (c === label ? 1 : 0) - (chances[c] ?? 0);
        for (const feature of features) {
          const at = feature * columns + c;
          const old = weights[at] ?? 0;
          const step = slope - decay * old;
          const square = (squares[at] ?? 0) + step * step;
          squares[at] = square;
          weights[at] = old + (rate * step) / Math.sqrt(square);
        }
      }
    }
  }
  return weights;
}

/** Sums of the weights of features, class by class. */
function scoresOf(features: Int32Array, weights: ArrayLike<number>, columns: number): Float64Array {
  const scores = new Float64Array(columns);
  for (const feature of features) {
    for (let c = 0; c < columns; c++) scores[c] = (scores[c] ?? 0) + (weights[feature * columns + c] ?? 0);
  }
  return scores;
}

/** Probabilities from scores. */
function chancesOf(scores: Float64Array): Float64Array {
  const highest = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  const chances = scores.map((score) => Math.exp(score - highest));
  const sum = chances.reduce((total, chance) => total + chance, 0);
  return chances.map((chance) => chance / sum);
}
