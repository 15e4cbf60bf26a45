import { createRandom } from '../domain/random.ts';
import { accuracyOf, type Cells, macroF1Of } from './counts.ts';

const RESAMPLES = 1_000;
const SEED = 20_260_101;
const TAIL = 0.025;

/** A share in [0, 1] with its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Accuracy and macro-F1 with 95 % intervals: percentiles over 1,000 resamples (Efron 1979), the same at every run. Of what
 * was judged only its cell of the confusion matrix matters, so cells are drawn. Where few were judged, resampling is biased;
 * the interval is then widened to the figure itself.
 */
export function bootstrap(cells: Cells, size: number): { readonly accuracy: Estimate; readonly macroF1: Estimate } {
  const resamples = resample(cells);
  const estimate = (figure: (cells: Cells, size: number) => number): Estimate => {
    const drawn = resamples.map((each) => figure(each, size)).sort((a, b) => a - b);
    const value = figure(cells, size);
    const at = (share: number): number => drawn[Math.round(share * (RESAMPLES - 1))] ?? value;
    return { value, low: Math.min(value, at(TAIL)), high: Math.max(value, at(1 - TAIL)) };
  };
  return { accuracy: estimate(accuracyOf), macroF1: estimate(macroF1Of) };
}

function resample(cells: Cells): readonly Cells[] {
  const { below } = createRandom(SEED);
  const n = cells.reduce((sum, count) => sum + count, 0);
  return Array.from({ length: RESAMPLES }, () => {
    const drawn = cells.map(() => 0);
    for (let i = 0; i < n; i += 1) {
      let left = below(n);
      let cell = 0;
      while (left >= (cells[cell] ?? n)) {
        left -= cells[cell] ?? 0;
        cell += 1;
      }
      drawn[cell] = (drawn[cell] ?? 0) + 1;
    }
    return drawn;
  });
}
