import type { Judged } from './fit.ts';

/** Figures over judged examples, in percent. */
export interface RelevanceFigures {
  readonly examples: number;
  /** About, mention or none, exactly right. */
  readonly exact: number;
  /** Ours (about or mention) or other. */
  readonly ours: number;
  readonly aboutF1: number;
  /** Examples of something else that were taken for a show, and examples of a show that were not seen. */
  readonly taken: number;
  readonly missed: number;
  /** Expected calibration error in ten bins. */
  readonly calibration: number;
}

const share = (part: number, whole: number): number => (100 * part) / Math.max(1, whole);

/** The figures of judged examples. */
export function figuresOf(judged: readonly Judged[]): RelevanceFigures {
  const count = (test: (each: Judged) => boolean): number => judged.filter(test).length;
  const both = count(({ got, verdict }) => got === 'about' && verdict === 'about');
  const either = count(({ got }) => got === 'about') + count(({ verdict }) => verdict === 'about');
  return {
    examples: judged.length,
    exact: share(
      count(({ got, verdict }) => got === verdict),
      judged.length,
    ),
    ours: share(
      count(({ got, verdict }) => (got === 'none') === (verdict === 'none')),
      judged.length,
    ),
    aboutF1: share(2 * both, either),
    taken: count(({ got, verdict }) => got !== 'none' && verdict === 'none'),
    missed: count(({ got, verdict }) => got === 'none' && verdict !== 'none'),
    calibration: calibrationOf(judged),
  };
}

function calibrationOf(judged: readonly Judged[]): number {
  const bins = Array.from({ length: 10 }, (_, i) =>
    judged.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === i),
  );
  const errors = bins.map((bin) =>
    Math.abs(bin.reduce((sum, { got, verdict, confidence }) => sum + confidence - (got === verdict ? 1 : 0), 0)),
  );
  return share(
    errors.reduce((sum, error) => sum + error, 0),
    judged.length,
  );
}

/** One line for the terminal. */
export const lineOf = ({ examples, exact, ours, aboutF1, taken, missed, calibration }: RelevanceFigures): string =>
  `${examples} examples, exact ${exact.toFixed(1)}, ours or other ${ours.toFixed(1)}, about F1 ${aboutF1.toFixed(1)}, ` +
  `taken ${taken}, missed ${missed}, calibration error ${calibration.toFixed(1)}`;
