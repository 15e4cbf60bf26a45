import { randomFrom, type Source, shuffle } from '../../domain/random.ts';
import { type Network, standardised } from '../../reading/sentiment/network.ts';

/** Inputs with their class and weight. */
export interface Observation {
  readonly inputs: readonly number[];
  readonly answer: number;
  readonly weight: number;
}

const HIDDEN = 12;
const EPOCHS = 16;
const BATCH = 32;
const RATE = 4e-3;
const PENALTY = 1e-3;
/** Adam's usual decays (Kingma and Ba 2015). */
const [BETA1, BETA2, EPSILON] = [0.9, 0.999, 1e-8];
const DIGITS = 1e4;

type Layers = readonly [Float64Array, Float64Array, Float64Array, Float64Array];
type Moments = readonly [Float64Array, Float64Array];

/** Fits a network of one hidden layer by Adam on cross-entropy. Deterministic for the same observations and seed. */
export function trainNetwork(observations: readonly Observation[], classes: number, seed: number): Network {
  const scale = scaleOf(observations);
  const random = randomFrom(seed);
  const layers = startOf(scale.means.length, classes, random);
  fit(layers, scale, observations, random);
  return networkOf(scale, layers);
}

/** Weights and biases of the hidden layer, then of the outputs. */
function startOf(width: number, classes: number, random: Source): Layers {
  const initial = (size: number, fan: number) =>
    Float64Array.from({ length: size }, () => (random() * 2 - 1) * Math.sqrt(3 / fan));
  return [
    initial(HIDDEN * width, width),
    new Float64Array(HIDDEN),
    initial(classes * HIDDEN, HIDDEN),
    new Float64Array(classes),
  ];
}

function fit(layers: Layers, scale: Scale, observations: readonly Observation[], random: Source): void {
  const xs = observations.map(({ inputs }) => Float64Array.from(standardised(scale, inputs)));
  const slopes = layers.map((layer) => new Float64Array(layer.length));
  const moments = layers.map((layer): Moments => [new Float64Array(layer.length), new Float64Array(layer.length)]);
  const order = Uint32Array.from(observations, (_, i) => i);
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    const rate = RATE * (1 - (epoch / EPOCHS) * 0.9);
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.subarray(from, from + BATCH);
      for (const slope of slopes) slope.fill(0);
      for (const i of batch) addSlopes(layers, slopes, xs[i] as Float64Array, observations[i] as Observation);
      step += 1;
      for (const [k, layer] of layers.entries())
        descend(layer, slopes[k] as Float64Array, moments[k] as Moments, {
          rate,
          step,
          size: batch.length,
          penalty: k % 2 === 0 ? PENALTY : 0,
        });
    }
  }
}

function networkOf({ means, spreads }: Scale, [a, b, c, d]: Layers): Network {
  const rows = (flat: Float64Array, length: number) =>
    Array.from({ length: flat.length / length }, (_, k) =>
      Array.from(flat.subarray(k * length, (k + 1) * length), rounded),
    );
  return {
    means: means.map(rounded),
    // A spread that rounds to nothing would be divided by.
    spreads: spreads.map((spread) => Math.max(1 / DIGITS, rounded(spread))),
    hidden: { weights: rows(a, means.length), biases: Array.from(b, rounded) },
    output: { weights: rows(c, HIDDEN), biases: Array.from(d, rounded) },
  };
}

const rounded = (value: number): number => Math.round(value * DIGITS) / DIGITS;

type Scale = Pick<Network, 'means' | 'spreads'>;

function scaleOf(observations: readonly Observation[]): Scale {
  const width = observations[0]?.inputs.length ?? 0;
  const n = Math.max(1, observations.length);
  const means = Array.from(
    { length: width },
    (_, i) => observations.reduce((sum, { inputs }) => sum + (inputs[i] ?? 0), 0) / n,
  );
  const spreads = means.map(
    (mean, i) => Math.sqrt(observations.reduce((sum, { inputs }) => sum + ((inputs[i] ?? 0) - mean) ** 2, 0) / n) || 1,
  );
  return { means, spreads };
}

/** What the neurons say, and the probabilities of the classes. */
function forward([a, b, c, d]: Layers, x: Float64Array): { readonly h: Float64Array; readonly p: readonly number[] } {
  const h = Float64Array.from(b, (bias, j) => {
    let sum = bias;
    for (let i = 0; i < x.length; i++) sum += (a[j * x.length + i] ?? 0) * (x[i] ?? 0);
    return Math.tanh(sum);
  });
  const z = Array.from(d, (bias, k) => h.reduce((sum, value, j) => sum + (c[k * HIDDEN + j] ?? 0) * value, bias));
  const largest = Math.max(...z);
  const powers = z.map((value) => Math.exp(value - largest));
  const total = powers.reduce((p, q) => p + q, 0);
  return { h, p: powers.map((power) => power / total) };
}

/** Adds the slopes of the loss of one observation (backpropagation). */
function addSlopes(
  layers: Layers,
  slopes: readonly Float64Array[],
  x: Float64Array,
  { answer, weight }: Observation,
): void {
  const { h, p } = forward(layers, x);
  const [sa, sb, sc, sd] = slopes as Layers;
  const back = new Float64Array(HIDDEN);
  for (const [k, probability] of p.entries()) {
    const error = (probability - (answer === k ? 1 : 0)) * weight;
    sd[k] = (sd[k] ?? 0) + error;
    for (let j = 0; j < HIDDEN; j++) {
      sc[k * HIDDEN + j] = (sc[k * HIDDEN + j] ?? 0) + error * (h[j] ?? 0);
      back[j] = (back[j] ?? 0) + error * (layers[2][k * HIDDEN + j] ?? 0);
    }
  }
  for (let j = 0; j < HIDDEN; j++) {
    const error = (back[j] ?? 0) * (1 - (h[j] ?? 0) ** 2);
    sb[j] = (sb[j] ?? 0) + error;
    for (let i = 0; i < x.length; i++) sa[j * x.length + i] = (sa[j * x.length + i] ?? 0) + error * (x[i] ?? 0);
  }
}

function descend(
  layer: Float64Array,
  slopes: Float64Array,
  [first, second]: Moments,
  by: { readonly rate: number; readonly step: number; readonly size: number; readonly penalty: number },
): void {
  const [c1, c2] = [1 - BETA1 ** by.step, 1 - BETA2 ** by.step];
  for (let i = 0; i < layer.length; i++) {
    const slope = (slopes[i] ?? 0) / by.size + by.penalty * (layer[i] ?? 0);
    first[i] = BETA1 * (first[i] ?? 0) + (1 - BETA1) * slope;
    second[i] = BETA2 * (second[i] ?? 0) + (1 - BETA2) * slope * slope;
    layer[i] = (layer[i] ?? 0) - (by.rate * ((first[i] ?? 0) / c1)) / (Math.sqrt((second[i] ?? 0) / c2) + EPSILON);
  }
}
