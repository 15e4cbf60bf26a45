import type { Sentiment } from '../../../domain/reading.ts';
import { type Combination, chance } from '../combination.ts';
import { asks } from '../evidence.ts';
import { round } from '../round.ts';
import { type Hit, hitsOf } from './hits.ts';
import { type LexiconLanguage, lexiconLanguages } from './tokens.ts';
import fitted from './weights.json' with { type: 'json' };

/** What one language's words are weighed with; fitted by `src/training/sentiment/lexicon.ts`. */
export interface LexiconWeights {
  /** What a word of the general list counts beside a word of critics, and how strong it must be to count at all. */
  readonly listed: number;
  readonly smallest: number;
  /** Probability of an opinion, over what `opinionValues` gives, and from where a sentence is one. */
  readonly opinion: Combination;
  readonly opinionFrom: number;
  /** Probability that the sign is right, over the size of the score. */
  readonly sign: Combination;
}

/** What the words of a text say together. Sums of weighted polarities, never negative. */
export interface Tally {
  readonly good: number;
  readonly bad: number;
  /** How much of it critics' words say, and the general list. */
  readonly critical: number;
  readonly general: number;
}

/** More evidence than this makes nothing clearer. */
const ENOUGH = 3;
/** An opinion with words on both sides is mixed below this size of its score: the sign would be a coin's. */
const MIXED = 0.1;
/** Keeps one faint word from making a full score. */
const DOUBT = 0.5;

/** Adds up what hits say; the score in [−1, 1] comes from `scoreOf`. */
export function tally(hits: readonly Hit[], { listed, smallest }: Pick<LexiconWeights, 'listed' | 'smallest'>): Tally {
  const sum = { good: 0, bad: 0, critical: 0, general: 0 };
  for (const { value, critical, weight } of hits) {
    if (!critical && Math.abs(value) < smallest) continue;
    const size = Math.abs(value) * weight;
    sum[critical ? 'critical' : 'general'] += size;
    sum[value > 0 ? 'good' : 'bad'] += critical ? size : size * listed;
  }
  return sum;
}

/** Good against bad in [−1, 1]. */
export const scoreOf = ({ good, bad }: Tally): number => (good - bad) / (good + bad + DOUBT);

/** The values that tell an opinion: both kinds of evidence, and numbers, which facts have. */
export const opinionValues = (text: string, { critical, general }: Tally): readonly number[] => [
  Math.min(ENOUGH, critical),
  Math.min(ENOUGH, general),
  /\p{N}/u.test(text) ? 1 : 0,
];

const isLexiconLanguage = (language: string): language is LexiconLanguage =>
  lexiconLanguages.some((known) => known === language);

/** The tone of one sentence by word lists; null for languages other than es, de, it, pt and nl. */
export function readByLexicon(text: string, language: string): Sentiment | null {
  return isLexiconLanguage(language) ? weigh(text, hitsOf(text, language), fitted[language]) : null;
}

/** Neutrality first: only what is an opinion, and no question, has a sign. Confidence is that of the label. */
export function weigh(text: string, hits: readonly Hit[], weights: LexiconWeights): Sentiment {
  const sum = tally(hits, weights);
  const opinion = chance(weights.opinion, opinionValues(text, sum));
  const score = round(scoreOf(sum));
  if (asks(text)) return neutral(Math.max(0.5, 1 - opinion));
  if (opinion < weights.opinionFrom || sum.good + sum.bad === 0) return neutral(1 - opinion);
  const sign = chance(weights.sign, [Math.abs(score)]);
  if (sum.good > 0 && sum.bad > 0 && Math.abs(score) < MIXED)
    return { label: 'mixed', score, confidence: round(opinion * (1 - sign)), basis: 'lexicon' };
  return {
    label: score >= 0 ? 'positive' : 'negative',
    score,
    confidence: round(opinion * sign),
    basis: 'lexicon',
  };
}

const neutral = (confidence: number): Sentiment => ({
  label: 'neutral',
  score: 0,
  confidence: round(confidence),
  basis: 'lexicon',
});
