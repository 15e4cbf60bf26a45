/** Bins of equal width over [0, 1]. */
const BINS = 10;

/** One row of a reliability table: decisions claimed with a confidence in [from, to), the last one with 1 too. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** The mean confidence that was claimed, and the share that was right; null for an empty bin. */
  readonly claimed: number | null;
  readonly right: number | null;
}

/** Counts how sure a reader was and how often it was right. */
export interface Calibration {
  /** `probability` of the decision, in [0, 1]. */
  readonly add: (probability: number, isRight: boolean) => void;
  readonly bins: () => readonly ReliabilityBin[];
}

/** An empty count. */
export function createCalibration(): Calibration {
  const sums = Array.from({ length: BINS }, () => ({ n: 0, claimed: 0, right: 0 }));
  return {
    add: (probability, isRight) => {
      const bin = sums[Math.min(BINS - 1, Math.floor(probability * BINS))];
      if (bin === undefined) return;
      bin.n += 1;
      bin.claimed += probability;
      bin.right += isRight ? 1 : 0;
    },
    bins: () =>
      sums.map(({ n, claimed, right }, i) => ({
        from: i / BINS,
        to: (i + 1) / BINS,
        n,
        claimed: n === 0 ? null : claimed / n,
        right: n === 0 ? null : right / n,
      })),
  };
}

/** Expected calibration error in [0, 1] (Naeini et al. 2015): the gap between claimed and right, weighted by the size of its bin. */
export function calibrationErrorOf(bins: readonly ReliabilityBin[]): number {
  const n = bins.reduce((sum, bin) => sum + bin.n, 0);
  return bins.reduce((sum, bin) => sum + (bin.n * Math.abs((bin.claimed ?? 0) - (bin.right ?? 0))) / n, 0);
}
