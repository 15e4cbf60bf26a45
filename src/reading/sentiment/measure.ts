import { type Clause, clausesOf } from './clauses.ts';
import { features } from './features.ts';
import { type Combination, combine, rawScore, type Scorers } from './model.ts';
import type { ModelLanguage } from './tokens.ts';

/**
 * Share of the review model in the sum of both polarity scores. Press sentences alone do not know the words of the
 * public, reviews alone do not know how the press writes: from 0.4 to 0.8 both are nearly at their best.
 */
const REVIEWS_SHARE = 0.6;
/** A clause shorter than this says too little to be read alone. */
const SHORTEST_CLAUSE = 16;

/** What the linear models say of one sentence, before any decision. */
export interface Measures {
  readonly opinion: number;
  /** Polarity of the whole, in [−1, 1]. */
  readonly sign: number;
  /** Polarity of its clauses, in [−1, 1], with their weights. */
  readonly clauses: readonly { readonly sign: number; readonly weight: number }[];
}

/** The sum of both polarity scores of a text. */
export function polarityScore(found: Uint32Array, { press, reviews }: Pick<Scorers, 'press' | 'reviews'>): number {
  return rawScore(press, found) + REVIEWS_SHARE * rawScore(reviews, found);
}

/** Measures one sentence. */
export function measure(text: string, language: ModelLanguage, scorers: Scorers, polarity: Combination): Measures {
  const { words, shaped } = features(text, language);
  const signOf = (own: Uint32Array): number => 2 * combine(polarity, [polarityScore(own, scorers)]) - 1;
  const sign = signOf(words);
  const clauses = clausesOf(text, language).filter(({ start, end }) => end - start >= SHORTEST_CLAUSE);
  const signed = ({ start, end, weight }: Clause) => ({
    sign: signOf(features(text.slice(start, end), language).words),
    weight,
  });
  return {
    opinion: rawScore(scorers.opinion, shaped),
    sign,
    clauses: clauses.length > 1 ? clauses.map(signed) : [{ sign, weight: 1 }],
  };
}

/** The tone of the whole in [−1, 1]: half as one text, half as its clauses with their weights. */
export function scoreOf({ sign, clauses }: Measures): number {
  const weight = clauses.reduce((sum, each) => sum + each.weight, 0);
  return (sign + clauses.reduce((sum, each) => sum + each.sign * each.weight, 0) / weight) / 2;
}

/** A clause counts as good or bad from this size on. */
const CLEAR = 0.1;
/** An opinion as one-sided as this is not mixed, whatever one of its clauses says. */
const ONE_SIDED = 0.6;

/** True when an opinion may be mixed: it turns ("but") or has a good and a bad clause, and neither side decides the whole. */
export function isDivided(measures: Measures): boolean {
  const signs = measures.clauses.map(({ sign }) => sign);
  const opposed = Math.max(...signs) > CLEAR && Math.min(...signs) < -CLEAR;
  return (opposed || turns(measures)) && Math.abs(scoreOf(measures)) < ONE_SIDED;
}

const turns = ({ clauses }: Measures): boolean => clauses.some(({ weight }) => weight !== 1);

/** The values that tell a mixed opinion from one that only looks so: best clause against worst, whether it turns, how weak the whole is. */
export function contrastOf(measures: Measures): readonly number[] {
  const signs = measures.clauses.map(({ sign }) => sign);
  return [Math.max(...signs) - Math.min(...signs), turns(measures) ? 1 : 0, Math.abs(scoreOf(measures))];
}

/** The values that tell an opinion. */
export const opinionValues = ({ opinion, sign }: Measures, review: boolean): readonly number[] => [
  opinion,
  Math.abs(sign),
  review ? 1 : 0,
];
