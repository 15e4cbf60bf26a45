import type { Sentiment, SentimentLabel } from '../domain/reading.ts';

/** Scores are stored as integer thousandths, so that sums never drift. */
export const toMilli = (sentiment: Sentiment | null): number | null =>
  sentiment === null ? null : Math.round(sentiment.score * 1000);

/** The tone of three columns; null when there was none. Without a stored confidence it is 1. */
export function fromColumns(
  label: string | null,
  milli: number | null,
  confidence: number | null = 1,
): Sentiment | null {
  if (label === null || milli === null) return null;
  return { label: label as SentimentLabel, score: milli / 1000, confidence: confidence ?? 1 };
}
