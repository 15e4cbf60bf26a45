import { randomFrom, shuffle } from '../domain/random.ts';
import type { Weights } from '../domain/weights.ts';

/** An observation in features and its class; class 0 has no weights of its own. `weight` is how often it counts, 1 unless said. */
export interface Example {
  readonly features: readonly string[];
  readonly answer: 0 | 1 | 2;
  readonly weight?: number;
}

/** How the regression is fitted. */
export interface Fitting {
  readonly epochs: number;
  /** First step of AdaGrad. */
  readonly step: number;
  /** L2 penalty per example. */
  readonly penalty: number;
  /** A feature must occur in so many examples. */
  readonly rarest: number;
  readonly seed: number;
}

function vocabulary(examples: readonly Example[], rarest: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const each of features) counts.set(each, (counts.get(each) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= rarest).map(([name]) => name);
  return new Map(kept.sort().map((name, i) => [name, i]));
}

/** Weights of two classes a feature, with the sum of squared gradients of each (AdaGrad). */
interface State {
  readonly weights: Float64Array;
  readonly squares: Float64Array;
}

/** How much the classes 1 and 2 of a row are believed too much, times its weight. */
function errorsOf({ weights }: State, row: Int32Array, answer: number, times: number): readonly [number, number] {
  let one = 0;
  let two = 0;
  for (const f of row) {
    one += weights[2 * f] ?? 0;
    two += weights[2 * f + 1] ?? 0;
  }
  const top = Math.max(0, one, two);
  const [a, b] = [Math.exp(one - top), Math.exp(two - top)];
  const sum = Math.exp(-top) + a + b;
  return [times * (a / sum - (answer === 1 ? 1 : 0)), times * (b / sum - (answer === 2 ? 1 : 0))];
}

function move({ weights, squares }: State, i: number, error: number, { step, penalty }: Fitting): void {
  const gradient = error + penalty * (weights[i] ?? 0);
  squares[i] = (squares[i] ?? 0) + gradient * gradient;
  weights[i] = (weights[i] ?? 0) - (step * gradient) / Math.sqrt(squares[i] ?? 1);
}

/**
 * Multinomial logistic regression of the classes 1 and 2 against 0, by AdaGrad with an L2 penalty (Duchi, Hazan and
 * Singer 2011). The same examples and seed give the same weights; small ones are dropped.
 */
export function fitRegression(examples: readonly Example[], fitting: Fitting): Weights {
  const names = vocabulary(examples, fitting.rarest);
  const rows = examples.map(({ features }) =>
    Int32Array.from(new Set(features.flatMap((each) => names.get(each) ?? []))),
  );
  const size = names.size * 2;
  const state = { weights: new Float64Array(size), squares: new Float64Array(size).fill(1e-6) };
  const order = Int32Array.from(rows.keys());
  const random = randomFrom(fitting.seed);
  for (let epoch = 0; epoch < fitting.epochs; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const row = rows[at] ?? new Int32Array();
      const [one, two] = errorsOf(state, row, examples[at]?.answer ?? 0, examples[at]?.weight ?? 1);
      for (const f of row) {
        move(state, 2 * f, one, fitting);
        move(state, 2 * f + 1, two, fitting);
      }
    }
  }
  const rounded = (i: number): number => Math.round((state.weights[i] ?? 0) * 100) / 100;
  return new Map(
    [...names]
      .map(([name, f]): [string, readonly [number, number]] => [name, [rounded(2 * f), rounded(2 * f + 1)]])
      .filter(([, [one, two]]) => Math.abs(one) + Math.abs(two) >= 0.04),
  );
}
