import type { Rating, Sentiment, SentimentLabel } from '../../domain/reading.ts';
import { round } from './round.ts';
import calibrated from './together.json' with { type: 'json' };

/**
 * What the mean of the scores of opinions is worth: scores of single sentences are timid and lean one way, so their mean is
 * no estimate of the whole (arXiv 2407.03916). Fitted in training on documents by authors that were not trained on.
 */
export interface Rollup {
  readonly slope: number;
  readonly bias: number;
}

/** What a document says of its tone beside its sentences. */
export interface Beside {
  /** The author's own verdict. */
  readonly rating: Rating | null;
  /** The review read as one text; press is read worse so than sentence by sentence, reviews of the public better. */
  readonly whole: Sentiment | null;
}

/** Below this size a score is neither good nor bad. */
const SIGN = 0.15;
/** Divided voices whose mean is smaller than this are mixed. */
const DIVIDED = 0.4;
/** A rating, and a review read as one text, each weigh as much as all opinions of its sentences, and at least as many as this. */
const FEWEST_VOICES = 3;
/** Below this share of opinions the sentences do not speak for the whole. */
const FEW = 0.2;

/** The tone of several sentences, with what else the document says; neutral when too few of them are opinions. */
export const together = (
  passages: readonly { readonly sentiment: Sentiment | null }[],
  beside: Beside = NOTHING,
): Sentiment | null =>
  toneTogether(
    passages.flatMap(({ sentiment }) => sentiment ?? []),
    beside,
    calibrated,
  );

const NOTHING: Beside = { rating: null, whole: null };

/** Those that judge. */
export const opinionsOf = (read: readonly Sentiment[]): readonly Sentiment[] =>
  read.filter(({ label }) => label !== 'neutral');

/** As `together`, under a given line from mean scores to tone. */
export function toneTogether(
  read: readonly Sentiment[],
  { rating, whole }: Beside,
  { slope, bias }: Rollup,
): Sentiment | null {
  const verdicts = [ratedScore(rating), sideOf(whole)].filter((score) => score !== null);
  const basis = read[0]?.basis ?? whole?.basis ?? 'model';
  const opinions = opinionsOf(read);
  if (read.length === 0 && verdicts.length === 0) return null;
  if (verdicts.length === 0 && opinions.length < Math.max(1, read.length * FEW))
    return { label: 'neutral', score: 0, confidence: opinions.length === 0 ? 0.8 : 0.6, basis };
  const mean = opinions.reduce((total, { score }) => total + score, 0) / Math.max(1, opinions.length);
  const said = clamp(slope * mean + bias) * opinions.length;
  const each = Math.max(FEWEST_VOICES, opinions.length);
  const voices = opinions.length + each * verdicts.length;
  const score = (said + each * verdicts.reduce((sum, verdict) => sum + verdict, 0)) / voices;
  return { ...labelled(score, isDivided(opinions)), confidence: round(Math.min(0.95, 0.5 + voices / 20)), basis };
}

/** Good and bad opinions, neither of them few. */
function isDivided(opinions: readonly Sentiment[]): boolean {
  const good = opinions.filter(({ score }) => score > SIGN).length;
  const bad = opinions.filter(({ score }) => score < -SIGN).length;
  return good > 0 && bad > 0 && Math.min(good, bad) / Math.max(good, bad) >= 0.5;
}

/** The score of a review read as one text; null for one that takes no side, which is no verdict. */
const sideOf = (whole: Sentiment | null): number | null =>
  whole === null || whole.label === 'neutral' ? null : whole.score;

/** A rating in [−1, 1]; null without one, or on a scale that is none. */
function ratedScore(rating: Rating | null): number | null {
  if (!rating || !(rating.best > 0) || !Number.isFinite(rating.value)) return null;
  return clamp((2 * rating.value) / rating.best - 1);
}

const clamp = (value: number): number => Math.max(-1, Math.min(1, value));

function labelled(score: number, divided: boolean): Pick<Sentiment, 'label' | 'score'> {
  const size = Math.abs(score);
  const label: SentimentLabel =
    size < SIGN || (divided && size < DIVIDED) ? 'mixed' : score > 0 ? 'positive' : 'negative';
  return { label, score: round(score) };
}
