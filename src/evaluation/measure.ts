import { RevueError } from '../domain/errors.ts';
import { bootstrap, type Estimate } from './bootstrap.ts';
import { calibrationErrorOf, createCalibration, type ReliabilityBin } from './calibration.ts';
import { type ClassFigures, type Confusion, classesOf, figuresOfClass, type ToneClass } from './counts.ts';

/** A label with what a reader made of the text: its decision, and the probability in [0, 1] that it claims for that decision. */
export interface Judged {
  readonly label: ToneClass;
  readonly read: ToneClass;
  readonly probability: number;
}

/** How well tone is read. All shares are in [0, 1]. */
export interface ToneFigures {
  readonly n: number;
  readonly classes: readonly ToneClass[];
  readonly accuracy: Estimate;
  readonly macroF1: Estimate;
  readonly perClass: Readonly<Partial<Record<ToneClass, ClassFigures>>>;
  /** The share of the neutral that is left alone; null two ways, or where nothing is labelled neutral. */
  readonly neutralRecall: number | null;
  readonly confusion: Confusion;
  readonly calibrationError: number;
  readonly reliability: readonly ReliabilityBin[];
}

/** Counts what was judged, in memory that does not grow with it. */
export interface Tally {
  /** Throws `class-unknown` (fatal) for neutral where the reader must take a side. */
  readonly add: (judged: Judged) => void;
  /** Throws `nothing-judged` (fatal) before the first one. */
  readonly figures: () => ToneFigures;
}

/** Measures what a reader made of labelled texts; throws as `Tally` does. */
export function measure(judged: readonly Judged[], classes: 2 | 3): ToneFigures {
  const tally = createTally(classes);
  for (const each of judged) tally.add(each);
  return tally.figures();
}

/** An empty tally of 2 or 3 classes. */
export function createTally(classes: 2 | 3): Tally {
  const names = classesOf(classes);
  const cells = Array.from({ length: classes * classes }, () => 0);
  const calibration = createCalibration();
  const place = (name: ToneClass): number => {
    const found = names.indexOf(name);
    if (found >= 0) return found;
    throw new RevueError('class-unknown', `A text cannot be ${name} where every text takes a side.`, 'fatal');
  };
  return {
    add: ({ label, read, probability }) => {
      const cell = place(label) * classes + place(read);
      cells[cell] = (cells[cell] ?? 0) + 1;
      calibration.add(probability, label === read);
    },
    figures: () => figuresOf(names, cells, calibration.bins()),
  };
}

function figuresOf(
  names: readonly ToneClass[],
  cells: readonly number[],
  reliability: readonly ReliabilityBin[],
): ToneFigures {
  const size = names.length;
  const n = cells.reduce((sum, count) => sum + count, 0);
  if (n === 0) throw new RevueError('nothing-judged', 'No text was judged, so there is nothing to measure.', 'fatal');
  const perClass = Object.fromEntries(names.map((name, i) => [name, figuresOfClass(cells, size, i)]));
  const rows = names.map((label, i) => [
    label,
    Object.fromEntries(names.map((read, j) => [read, cells[i * size + j]])),
  ]);
  return {
    n,
    classes: names,
    ...bootstrap(cells, size),
    perClass,
    neutralRecall: perClass['neutral']?.recall ?? null,
    confusion: Object.fromEntries(rows) as Confusion,
    calibrationError: calibrationErrorOf(reliability),
    reliability,
  };
}
