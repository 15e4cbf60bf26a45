/** A network of one hidden layer (tanh) over standardised inputs, with one output a class (softmax). Rows of weights are neurons. */
export interface Network {
  readonly means: readonly number[];
  readonly spreads: readonly number[];
  readonly hidden: { readonly weights: readonly (readonly number[])[]; readonly biases: readonly number[] };
  readonly output: { readonly weights: readonly (readonly number[])[]; readonly biases: readonly number[] };
}

/** Inputs this far from the mean, in spreads, say no more than this. */
const FAR = 6;

/** Probabilities of the classes, which add up to 1. */
export function probabilities(network: Network, inputs: ArrayLike<number>): readonly number[] {
  const { hidden, output } = network;
  const x = standardised(network, inputs);
  const h = layer(hidden.weights, hidden.biases, x).map(Math.tanh);
  return softmax(layer(output.weights, output.biases, h));
}

/** Inputs as a network sees them: their distance from the mean in spreads, as far as it says something. */
export const standardised = (
  { means, spreads }: Pick<Network, 'means' | 'spreads'>,
  inputs: ArrayLike<number>,
): readonly number[] => means.map((mean, i) => clamp(((inputs[i] ?? 0) - mean) / (spreads[i] ?? 1)));

const clamp = (value: number): number => Math.max(-FAR, Math.min(FAR, value));

function layer(
  weights: readonly (readonly number[])[],
  biases: readonly number[],
  x: readonly number[],
): readonly number[] {
  return weights.map((row, k) => {
    let sum = biases[k] ?? 0;
    for (let i = 0; i < row.length; i++) sum += (row[i] ?? 0) * (x[i] ?? 0);
    return sum;
  });
}

function softmax(values: readonly number[]): readonly number[] {
  const largest = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - largest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
