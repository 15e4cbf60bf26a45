/** What a reader of tone may answer. Mixed is set apart before anything is measured. */
export type ToneClass = 'positive' | 'negative' | 'neutral';

/** The classes of a measurement: 2 where the reader must take a side, 3 with neutral. */
export const classesOf = (classes: 2 | 3): readonly ToneClass[] =>
  classes === 2 ? ['positive', 'negative'] : ['positive', 'negative', 'neutral'];

/** How often each label was read as each class: `confusion[label][read]`. */
export type Confusion = Readonly<Partial<Record<ToneClass, Readonly<Partial<Record<ToneClass, number>>>>>>;

/** Shares in [0, 1]; null where nothing was read (precision), nothing was labelled (recall), or neither (F1). `n` counts labels. */
export interface ClassFigures {
  readonly n: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/**
 * A confusion matrix as one flat list, row by row (`label * size + read`): what is drawn again a thousand times must be
 * cheap to add up.
 */
export type Cells = readonly number[];

/** The share of all that stands on the diagonal; `size` is the number of classes. */
export function accuracyOf(cells: Cells, size: number): number {
  let right = 0;
  let all = 0;
  for (let at = 0; at < cells.length; at += 1) {
    all += cells[at] ?? 0;
    if (at % (size + 1) === 0) right += cells[at] ?? 0;
  }
  return right / all;
}

/** The figures of one class, by its place in the order of classes. */
export function figuresOfClass(cells: Cells, size: number, place: number): ClassFigures {
  let labelled = 0;
  let read = 0;
  for (let other = 0; other < size; other += 1) {
    labelled += cells[place * size + other] ?? 0;
    read += cells[other * size + place] ?? 0;
  }
  const right = cells[place * size + place] ?? 0;
  return {
    n: labelled,
    precision: read === 0 ? null : right / read,
    recall: labelled === 0 ? null : right / labelled,
    f1: labelled + read === 0 ? null : (2 * right) / (labelled + read),
  };
}

/** The mean F1 of the classes; a class that is neither labelled nor read takes no part. */
export function macroF1Of(cells: Cells, size: number): number {
  let sum = 0;
  let counted = 0;
  for (let place = 0; place < size; place += 1) {
    const { f1 } = figuresOfClass(cells, size, place);
    if (f1 === null) continue;
    sum += f1;
    counted += 1;
  }
  return sum / counted;
}
