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

/** Student's t at 97.5 % for 1 … 30 degrees of freedom; the normal value beyond. */
const T975 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
  2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
] as const;

/**
 * Mean and 95 % interval (Student) of `n` values in thousandths, given their sum and sum of squares; within [−1, 1].
 * Null for n = 0; for n = 1 the interval is the whole scale.
 */
export function meanOf(n: number, sum: number, squares: number): { mean: number; low: number; high: number } | null {
  if (n === 0) return null;
  const mean = sum / n / 1000;
  if (n === 1) return { mean: round(mean), low: -1, high: 1 };
  const variance = Math.max(0, (squares - (sum * sum) / n) / (n - 1)) / 1e6;
  const half = (T975[n - 2] ?? 1.96) * Math.sqrt(variance / n);
  return { mean: round(mean), low: round(Math.max(-1, mean - half)), high: round(Math.min(1, mean + half)) };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
