import { RevueError } from './errors.ts';

/** What each feature adds for a first and a second answer against none, in logits. */
export type Weights = ReadonlyMap<string, readonly [first: number, second: number]>;

/** The names of the two answers, as the head of a weights file says them. */
export type Answers = readonly [first: string, second: string];

/** The sums of what features add for the two answers. */
export function weightOf(weights: Weights, features: readonly string[]): readonly [first: number, second: number] {
  let first = 0;
  let second = 0;
  for (const feature of features) {
    const weight = weights.get(feature);
    if (weight === undefined) continue;
    first += weight[0];
    second += weight[1];
  }
  return [first, second];
}

/** Shares of belief in neither answer, the first and the second: multinomial logistic regression. */
export function belief(
  weights: Weights,
  features: readonly string[],
): readonly [none: number, first: number, second: number] {
  const [first, second] = weightOf(weights, features);
  const top = Math.max(0, first, second);
  const shares = [Math.exp(-top), Math.exp(first - top), Math.exp(second - top)] as const;
  const sum = shares[0] + shares[1] + shares[2];
  return [shares[0] / sum, shares[1] / sum, shares[2] / sum];
}

const headOf = (answers: Answers): string => ['feature', ...answers].join('\t');

/** Reads a weights file: a head line, then a feature and its two weights a line, with tabs between. Throws `bad-model` (fatal) with the line. */
export function readWeights(text: string, subject: string, answers: Answers): Weights {
  const bad = (line: number): RevueError =>
    new RevueError('bad-model', `The model of ${subject} is damaged in line ${line}.`, 'fatal');
  const [head, ...lines] = text.split('\n');
  if (head !== headOf(answers)) throw bad(1);
  const rows = lines.filter((line) => line !== '');
  if (rows.length === 0) throw bad(2);
  return new Map(
    rows.map((row, i) => {
      const [feature = '', first, second, ...rest] = row.split('\t');
      const weights = [Number(first), Number(second)] as const;
      if (feature === '' || second === undefined || rest.length > 0 || !weights.every(Number.isFinite))
        throw bad(i + 2);
      return [feature, weights];
    }),
  );
}

/** Writes weights as `readWeights` reads them, features in order. */
export function writeWeights(weights: Weights, answers: Answers): string {
  const rows = [...weights]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([feature, pair]) => [feature, ...pair].join('\t'));
  return `${[headOf(answers), ...rows].join('\n')}\n`;
}
