import { belief, type RelevanceModel, type Verdict, verdictOf } from '../../reading/relevance/judge.ts';
import { type Example, type Fitting, fitRegression } from '../regression.ts';
import type { RelevanceExample } from './examples.ts';

/** Chosen by files and authors held out; the figures hardly move with any of them. */
const FITTING: Fitting = { epochs: 15, step: 0.05, penalty: 0.005, rarest: 3, seed: 7 };
/** The few cases hold what is hard, the thousands of ordinary pages what is easy. */
const WEIGHTS = { case: 16, press: 0.5, ordinary: 0.5 } as const;
/** The cases that the project began with count more: they are the floor that nothing may fall below. */
const FIRST = 'relevance';
/** Parts into which cases and authors are dealt. */
const FOLDS = 5;
const ANSWERS = { none: 0, about: 1, mention: 2 } as const;

/** An example beside the verdict on it, and how surely it was given. */
export interface Judged extends RelevanceExample {
  readonly got: Verdict;
  readonly confidence: number;
}

/** Fits a model on examples. */
export const fitRelevance = (examples: readonly RelevanceExample[]): RelevanceModel =>
  fitRegression(
    examples
      .filter(({ features }) => features.length > 0)
      .map(
        ({ features, verdict, kind, source }): Example => ({
          features,
          answer: ANSWERS[verdict],
          weight: WEIGHTS[kind] * (source === FIRST ? 2 : 1),
        }),
      ),
    FITTING,
  );

/** What a model makes of examples; where nothing was seen it finds nothing. */
export function judgeExamples(model: RelevanceModel, examples: readonly RelevanceExample[]): readonly Judged[] {
  return examples.map((example) => {
    const found = belief(model, example.features);
    const got = example.features.length === 0 ? 'none' : verdictOf(found);
    return { ...example, got, confidence: example.features.length === 0 ? 1 : found[got] };
  });
}

/** Judges every example by a model that has not seen its part. `partOf` tells the part, or null to train always. */
function held(
  examples: readonly RelevanceExample[],
  parts: readonly string[],
  partOf: (example: RelevanceExample) => string | null,
): readonly Judged[] {
  return parts.flatMap((part) => {
    const model = fitRelevance(examples.filter((each) => partOf(each) !== part));
    return judgeExamples(
      model,
      examples.filter((each) => partOf(each) === part),
    );
  });
}

/** Each file of cases judged by a model that was trained without it. */
export function heldFiles(examples: readonly RelevanceExample[]): readonly Judged[] {
  const files = [...new Set(examples.filter(({ kind }) => kind === 'case').map(({ source }) => source))];
  return held(examples, files, ({ kind, source }) => (kind === 'case' ? source : null));
}

/** Everything judged by models that had not seen its author (press) or its fold (cases and pages). */
export function heldFolds(examples: readonly RelevanceExample[]): readonly Judged[] {
  const authors = [...new Set(examples.filter(({ kind }) => kind === 'press').map(({ source }) => source))];
  const others = [...new Set(examples.filter(({ kind }) => kind !== 'press').map(({ id }) => id))];
  const foldOf = new Map([...authors, ...others].map((key, i) => [key, `${i % FOLDS}`]));
  const parts = Array.from({ length: FOLDS }, (_, i) => `${i}`);
  return held(examples, parts, ({ kind, source, id }) => foldOf.get(kind === 'press' ? source : id) ?? null);
}
