import { type Answers, belief as shares, type Weights } from '../../domain/weights.ts';

/** What a document is to a show. */
export type Verdict = 'none' | 'about' | 'mention';

/** What each feature adds for `about` and `mention` against `none`, in logits. */
export type RelevanceModel = Weights;

/** The answers of a relevance model beside `none`. */
export const RELEVANCE_ANSWERS: Answers = ['about', 'mention'];

/** Shares of belief in `none`, `about` and `mention`. */
export interface Belief {
  readonly none: number;
  readonly about: number;
  readonly mention: number;
}

/** What a model believes of features. */
export function belief(model: RelevanceModel, features: readonly string[]): Belief {
  const [none, about, mention] = shares(model, features);
  return { none, about, mention };
}

/** Whether a show is meant at all, then whether the document is about it. */
export function verdictOf({ none, about, mention }: Belief): Verdict {
  if (none > 0.5) return 'none';
  return about >= mention ? 'about' : 'mention';
}
