import type { Rating, Sentiment, SentimentLabel } from '../../domain/reading.ts';

/** Below this size a score is neither good nor bad. */
const SIGN = 0.15;
/** Divided voices whose mean is smaller than this are mixed. */
const DIVIDED = 0.4;
/** A rating weighs as much as this many sentences. */
const RATING_VOICES = 3;
/** Below this share of opinions the sentences do not speak for the whole. */
const FEW = 0.2;

/** The tone of several sentences, with a rating as more voices; neutral when too few of them are opinions. */
export function together(
  passages: readonly { readonly sentiment: Sentiment | null }[],
  rating: Rating | null,
): Sentiment | null {
  const known = passages.flatMap(({ sentiment }) => sentiment ?? []);
  const rated = ratedScore(rating);
  if (known.length === 0) return rated === null ? null : labelled(rated, 0.8, false);
  const opinions = known.filter(({ label }) => label !== 'neutral');
  if (rated === null && opinions.length < Math.max(1, known.length * FEW))
    return { label: 'neutral', score: 0, confidence: opinions.length === 0 ? 0.8 : 0.6 };
  const sum = opinions.reduce((total, { score }) => total + score, 0) + (rated ?? 0) * RATING_VOICES;
  const voices = opinions.length + (rated === null ? 0 : RATING_VOICES);
  const good = opinions.filter(({ score }) => score > SIGN).length;
  const bad = opinions.filter(({ score }) => score < -SIGN).length;
  const divided = good > 0 && bad > 0 && Math.min(good, bad) / Math.max(good, bad) >= 0.5;
  return labelled(sum / voices, Math.min(0.95, 0.5 + voices / 20), divided);
}

/** A rating in [−1, 1]; null without one, or on a scale that is none. */
function ratedScore(rating: Rating | null): number | null {
  if (!rating || !(rating.best > 0) || !Number.isFinite(rating.value)) return null;
  return Math.max(-1, Math.min(1, (2 * rating.value) / rating.best - 1));
}

function labelled(score: number, confidence: number, divided: boolean): Sentiment {
  const size = Math.abs(score);
  const label: SentimentLabel =
    size < SIGN || (divided && size < DIVIDED) ? 'mixed' : score > 0 ? 'positive' : 'negative';
  return { label, score: round(score), confidence: round(confidence) };
}

/** Three decimals, never −0. */
export const round = (value: number): number => Math.round(value * 1000) / 1000 + 0;
