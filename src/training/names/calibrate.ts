import type { NameModel } from '../../reading/entities/tagger/model.ts';
import { signsOf } from '../../reading/entities/tagger/tagger.ts';

/** A name as it was read in a text that its tagger had not seen, and whether that was right. */
export interface Judged {
  readonly margin: number;
  readonly odds: number;
  readonly right: boolean;
}

const STEPS = 2000;
const RATE = 0.3;

/** Fits the probability that a name is right to its margin and odds: logistic regression by gradient descent on means. */
export function calibrate(judged: readonly Judged[]): NameModel['fit'] {
  let fit: NameModel['fit'] = [0, 0, 0];
  const rows = judged.map(({ margin, odds, right }) => [...signsOf(margin, odds), right ? 1 : 0] as const);
  for (let step = 0; step < STEPS; step++) {
    const slopes = [0, 0, 0] as [number, number, number];
    for (const [a, b, right] of rows) {
      const miss = right - 1 / (1 + Math.exp(-(fit[0] * a + fit[1] * b + fit[2])));
      slopes[0] += miss * a;
      slopes[1] += miss * b;
      slopes[2] += miss;
    }
    const by = RATE / Math.max(1, rows.length);
    fit = [fit[0] + (by / 4) * slopes[0], fit[1] + (by / 4) * slopes[1], fit[2] + by * slopes[2]];
  }
  return fit;
}
