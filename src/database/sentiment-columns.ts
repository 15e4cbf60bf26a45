import type { Sentiment, SentimentLabel, ToneBasis } from '../domain/reading.ts';

/** Scores are stored as integer thousandths, so that sums never drift. */
export const toMilli = (sentiment: Sentiment | null): number | null =>
  sentiment === null ? null : Math.round(sentiment.score * 1000);

/** A tone as the four columns label, thousandths, confidence and basis; all null for none. */
export const toColumns = (sentiment: Sentiment | null) =>
  [sentiment?.label ?? null, toMilli(sentiment), sentiment?.confidence ?? null, sentiment?.basis ?? null] as const;

/** Many tones as four arrays for `unnest`, in the order of `toColumns`. */
export function toArrays(sentiments: readonly (Sentiment | null)[]): readonly (readonly unknown[])[] {
  const rows = sentiments.map(toColumns);
  return ([0, 1, 2, 3] as const).map((column) => rows.map((row) => row[column]));
}

/** The tone of its columns; null when there was none. Without a stored confidence it is 1. */
export function fromColumns(
  label: string | null,
  milli: number | null,
  basis: string | null,
  confidence: number | null = 1,
): Sentiment | null {
  if (label === null || milli === null) return null;
  return {
    label: label as SentimentLabel,
    score: milli / 1000,
    confidence: confidence ?? 1,
    basis: (basis ?? 'model') as ToneBasis,
  };
}

/** SQL: the opinion that the passage `p` reports, as the column `reported`; null for none. */
export const REPORTED = `CASE WHEN p.reported_label IS NULL THEN NULL ELSE json_build_object('label', p.reported_label,
      'score', p.reported_milli / 1000.0, 'confidence', p.reported_confidence, 'basis', p.reported_basis) END AS reported`;
