import type { Estimate } from '../evaluation/bootstrap.ts';
import type { Evaluation } from './evaluate-tone.ts';
import { table } from './output.ts';

const numberings: Readonly<Record<Evaluation['numbering'], string>> = {
  words: 'as written',
  sides: '0 is negative, 1 positive',
  signed: '-1 is negative, 0 neutral, 1 positive',
  three: '0 is negative, 1 neutral, 2 positive',
};

/** An evaluation for people. */
export function evaluationText(evaluation: Evaluation): string {
  const sections = [
    summary(evaluation),
    classTable(evaluation),
    `Labelled (down), read as (across)\n${confusionTable(evaluation)}`,
    `Claimed confidence and what it kept\n${reliabilityTable(evaluation)}`,
  ];
  return sections.join('\n\n');
}

function summary(evaluation: Evaluation): string {
  const { n, classes, accuracy, macroF1, neutralRecall, calibrationError, numbering } = evaluation;
  const ways = classes.length === 2 ? 'two ways (every label takes a side)' : 'three ways';
  return table([
    ['Texts judged', `${n} of ${evaluation.texts}, ${ways}`],
    ['Labels', numberings[numbering]],
    ['Accuracy', estimateText(accuracy)],
    ['Macro-F1', estimateText(macroF1)],
    ...(neutralRecall === null ? [] : [['Neutral recall', share(neutralRecall)]]),
    ['Calibration error', `${share(calibrationError)} (expected, ten bins)`],
    ['Languages', countsText(evaluation.languages)],
    ['Read with', countsText(evaluation.bases)],
    ['No reader of tone', countsText(evaluation.unread)],
    ['Labelled mixed', `${evaluation.mixedApart} set apart`],
    ['Lines not usable', `${evaluation.badLines.count}`],
  ]);
}

function classTable({ classes, perClass }: Evaluation): string {
  const rows = classes.map((name) => {
    const { n = 0, precision = null, recall = null, f1 = null } = perClass[name] ?? {};
    return [name, `${n}`, share(precision), share(recall), share(f1)];
  });
  return table([['class', 'n', 'precision', 'recall', 'F1'], ...rows]);
}

function confusionTable({ classes, confusion }: Evaluation): string {
  const rows = classes.map((label) => [label, ...classes.map((read) => `${confusion[label]?.[read] ?? 0}`)]);
  return table([['', ...classes], ...rows]);
}

function reliabilityTable({ reliability }: Evaluation): string {
  const rows = reliability
    .filter(({ n }) => n > 0)
    .map(({ from, to, n, claimed, right }) => [
      `${from.toFixed(1)}–${to.toFixed(1)}`,
      `${n}`,
      share(claimed),
      share(right),
    ]);
  return table([['confidence', 'n', 'claimed', 'right'], ...rows]);
}

const estimateText = ({ value, low, high }: Estimate): string =>
  `${share(value)} (95 % interval ${share(low)} to ${share(high)})`;

const share = (value: number | null): string => (value === null ? '–' : `${(100 * value).toFixed(1)} %`);

const countsText = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || 'none';
