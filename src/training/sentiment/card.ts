import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReliabilityBin } from '../../evaluation/calibration.ts';
import type { ToneFigures } from '../../evaluation/measure.ts';
import type { ModelLanguage } from '../../reading/sentiment/tokens.ts';
import text from './card.json' with { type: 'json' };
import { setsOf } from './corpus.ts';
import { figureCells, percent, sourceOf, type TrainedTone, table, within } from './provenance.ts';
import type { Measured } from './published.ts';
import { reliabilityPlot, wilson } from './reliability-plot.ts';

/** Writes the model card of every language and its plot: `<language>.md` and `calibration.<language>.svg`. */
export function writeCards(directory: string, trained: readonly TrainedTone[]): void {
  mkdirSync(directory, { recursive: true });
  for (const { language, measured } of trained) {
    writeFileSync(join(directory, `${language}.md`), modelCard(language, measured));
    writeFileSync(join(directory, `calibration.${language}.svg`), calibrationPlot(language, measured));
  }
}

/** What the models of a language do, from what, how well, and what they are not for, as Markdown. */
export function modelCard(language: ModelLanguage, measured: readonly Measured[]): string {
  const words = { language: text.languages[language], code: language };
  return [
    filled(text.title, words),
    ...opening(words, setsOf(language)),
    ...text.figures,
    table(text.columns, measured.map(figureRow)),
    text.flatter,
    ...measured.filter(({ set }) => set === 'press').flatMap(({ figures }) => classTables(figures)),
    ...text.calibration.opening,
    `![${filled(text.plot.title, words)}](calibration.${language}.svg)`,
    table(text.calibration.columns, calibrationRows(measured)),
    text.weaknesses.opening,
    [...text.weaknesses.lines, text.own[language]].join('\n'),
    ...text.again,
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/u, '\n');
}

const opening = (words: Words, sets: readonly string[]): readonly string[] => [
  ...text.what,
  text.models.map((each) => filled(each, words)).join('\n'),
  ...text.use,
  text.data.opening,
  [text.data.press, ...sets.map(sourceLine)].join('\n'),
  text.data.after,
];

/** The reliability of press sentences, and of all review sets together, as SVG. */
export function calibrationPlot(language: ModelLanguage, measured: readonly Measured[]): string {
  const { plot } = text;
  const series = (['press', 'reviews'] as const).flatMap((kind) => {
    const bins = binsOf(measured, kind);
    const n = bins.reduce((sum, bin) => sum + bin.n, 0);
    return n === 0 ? [] : [{ name: filled(plot[kind], { n: n.toLocaleString('en-GB') }), bins }];
  });
  const told = series.map(({ name, bins }) => `${name}: ${bins.flatMap(binTold).join('; ')}.`);
  const words = {
    id: `calibration-${language}`,
    title: filled(plot.title, { language: text.languages[language] }),
    description: [plot.opening, ...told].join(' '),
    claimed: plot.claimed,
    right: plot.right,
  };
  return reliabilityPlot(words, series);
}

type Words = Readonly<Record<string, string>>;

const filled = (pattern: string, values: Words): string =>
  pattern.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);

function binTold({ n, claimed, right }: ReliabilityBin): readonly string[] {
  if (n === 0) return [];
  return [filled(text.plot.bin, { n: String(n), claimed: percent(claimed), right: percent(right) })];
}

function sourceLine(set: string): string {
  const { use, source } = sourceOf(set);
  return `* \`${set}\`: ${use}; ${source}.`;
}

const described: Readonly<Record<string, { readonly name: string; readonly note: string }>> = text.sets;

function figureRow(measured: Measured): readonly string[] {
  const known = described[measured.set];
  const name = known ? `**${known.name}** (\`${measured.set}\`): ${known.note}` : `\`${measured.set}\``;
  return [name, ...figureCells(measured)];
}

/** How each label was read, then each class by itself. */
function classTables({ classes, confusion, perClass }: ToneFigures): readonly string[] {
  const { opening, labelled, read, columns } = text.confusion;
  const rows = classes.map((label) => [label, ...classes.map((each) => String(confusion[label]?.[each] ?? 0))]);
  const figures = classes.flatMap((label) => {
    const found = perClass[label];
    return found ? [[label, String(found.n), percent(found.precision), percent(found.recall), percent(found.f1)]] : [];
  });
  return [
    opening,
    table([labelled, ...classes.map((each) => filled(read, { class: each }))], rows),
    table(columns, figures),
  ];
}

/** The bins of press sentences in their documents, or of all that must take a side. */
const binsOf = (measured: readonly Measured[], kind: 'press' | 'reviews'): readonly ReliabilityBin[] =>
  pooled(
    measured
      .filter(({ set, classes }) => (kind === 'press' ? set === 'press' : classes === 2))
      .map(({ figures }) => figures.reliability),
  );

/** Reliability tables of the same bins as one. */
function pooled(tables: readonly (readonly ReliabilityBin[])[]): readonly ReliabilityBin[] {
  return (tables[0] ?? []).map(({ from, to }, i) => {
    const bins = tables.flatMap((each) => each[i] ?? []);
    const n = bins.reduce((sum, bin) => sum + bin.n, 0);
    const mean = (value: (bin: ReliabilityBin) => number | null): number | null =>
      n === 0 ? null : bins.reduce((sum, bin) => sum + bin.n * (value(bin) ?? 0), 0) / n;
    return { from, to, n, claimed: mean(({ claimed }) => claimed), right: mean(({ right }) => right) };
  });
}

/** A row per bin that either kind fills. */
function calibrationRows(measured: readonly Measured[]): readonly (readonly string[])[] {
  const [press, reviews] = [binsOf(measured, 'press'), binsOf(measured, 'reviews')];
  const longer = press.length > 0 ? press : reviews;
  return longer.flatMap(({ from, to }, i) => {
    const both = [press[i], reviews[i]];
    if (both.every((bin) => (bin?.n ?? 0) === 0)) return [];
    return [[`${Math.round(100 * from)}–${Math.round(100 * to)}`, ...both.flatMap(binCells)]];
  });
}

function binCells(bin: ReliabilityBin | undefined): readonly string[] {
  if (!bin || bin.claimed === null || bin.right === null) return ['0', '–', '–'];
  const { low, high } = wilson(bin.right, bin.n);
  return [String(bin.n), percent(bin.claimed), within({ value: bin.right, low, high })];
}
