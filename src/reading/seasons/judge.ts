import type { ShowId } from '../../domain/catalogue.ts';
import { type Answers, belief, type Weights } from '../../domain/weights.ts';
import type { Expression } from './find.ts';
import type { Implied } from './implied-features.ts';
import type { Anchor } from './resolve.ts';
import type { Seen } from './seen.ts';

/** What a passage says of a season: nothing, something about it, or something that only touches it. */
export type Verdict = 'none' | 'about' | 'background';

/** A season that a passage may speak of, and everything that tells whether it does. */
export interface Question {
  /**
   * `named`: the passage's words name a season if they are no trap; `bare`: they may stand for one ("the fourth");
   * `implied`: it may go on about the one spoken of.
   */
  readonly kind: 'named' | 'bare' | 'implied';
  /** Index of the passage in the document. */
  readonly passage: number;
  readonly show: ShowId;
  readonly seasons: readonly number[];
  /** What was observed, each as a short name such as `before:que`. */
  readonly features: readonly string[];
  /** The words of a named season and what they were counted from; how an implied one was spoken of. */
  readonly origin: { readonly expression: Expression; readonly anchor: Anchor } | { readonly implied: Implied };
}

/** Decides questions. `watch`, where there is one, is told of every passage once it is read. */
export interface Judge {
  (question: Question): Verdict;
  readonly watch?: (seen: Seen) => void;
}

/** What each feature adds for `about` and `background` against `none`, in logits. */
export type SeasonModel = Weights;

/** The answers of a season model beside `none`. */
export const SEASON_ANSWERS: Answers = ['about', 'background'];

/** Shares of belief in `none`, `about` and `background`. */
export type Belief = readonly [none: number, about: number, background: number];

/** So much belief it takes to find that a passage speaks of a season: less where its words name one or the text speaks of it already. */
export const FLOOR = { named: 0.35, bare: 0.5, implied: 0.3 } as const;

/** The verdict that beliefs lead to: whether something is said, then whether it is about the season. */
export function verdictOf(kind: Question['kind'], [none, about, background]: Belief): Verdict {
  if (1 - none < FLOOR[kind]) return 'none';
  return about >= background ? 'about' : 'background';
}

/** A judge that follows a model. */
export function judgeBy(model: SeasonModel): Judge {
  return ({ kind, features }) => verdictOf(kind, belief(model, features));
}
