import { bootstrapMean } from './bootstrap.ts';

/** Mean tone with its 95 % interval. `n` counts stories with an opinion; labels count passages. */
export interface ToneSummary {
  readonly mean: number;
  readonly n: number;
  readonly low: number;
  readonly high: number;
  readonly positive: number;
  readonly negative: number;
  readonly mixed: number;
  readonly neutral: number;
}

/**
 * Mean and 95 % interval of values in thousandths, in any order, one a story; both in [−1, 1], the same at every call.
 * Null for none; for one value the interval is the whole scale.
 */
export function meanOf(values: readonly number[]): Pick<ToneSummary, 'mean' | 'n' | 'low' | 'high'> | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const { low, high } = bootstrapMean(sorted);
  return {
    mean: share(mean),
    n: values.length,
    low: share(Math.max(-1000, Math.min(low, mean))),
    high: share(Math.min(1000, Math.max(high, mean))),
  };
}

/** Thousandths as a tone with three decimals, never −0. */
const share = (thousandths: number): number => Math.round(thousandths) / 1000 + 0;
