import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Estimate } from '../../evaluation/bootstrap.ts';
import { type ToneModel, writePressModel, writeReviewModel } from '../../reading/sentiment/model.ts';
import type { ModelLanguage } from '../../reading/sentiment/tokens.ts';
import { pressDocuments, setsOf, singleSentences, targetSentences } from './corpus.ts';
import text from './provenance.json' with { type: 'json' };
import type { Measured } from './published.ts';
import type { Together } from './rollup.ts';
import sources from './sources.json' with { type: 'json' };

/** A language's models and how they do on what they have not seen. */
export interface TrainedTone {
  readonly language: ModelLanguage;
  readonly model: ToneModel;
  readonly measured: readonly Measured[];
  /** Documents as labelled and as read by models that had not seen their author. */
  readonly documents: readonly Together[];
}

/** Rows under a head as a table of Markdown. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** A share in [0, 1] in percent, with one decimal; a dash for none. */
export const percent = (share: number | null): string => (share === null ? '–' : (100 * share).toFixed(1));

/** A share in percent with its 95 % interval. */
export const within = ({ value, low, high }: Estimate): string =>
  `${percent(value)} (${percent(low)} to ${percent(high)})`;

/** What the figures of a set say, as cells from the number of classes on. */
export const figureCells = ({ classes, figures: f }: Measured): readonly string[] => [
  String(classes),
  String(f.n),
  within(f.accuracy),
  within(f.macroF1),
  percent(f.neutralRecall),
  percent(f.calibrationError),
];

/** What a review or fact set is used for and where it comes from. */
export const sourceOf = (set: string): { readonly use: string; readonly source: string } =>
  text.sets[set as keyof typeof text.sets];

/**
 * The record that lies beside the models: how they came to be, from what, and how good they are. `data` is the directory of
 * the review sets, `gold` that of the press corpora.
 */
export function provenance(trained: readonly TrainedTone[], data: string, gold: string): string {
  const languages = trained.map(({ language }) => language);
  const corpora = languages.flatMap((language) => corpusRows(gold, language));
  const figures = trained.flatMap(({ measured }) =>
    measured.map((each) => [each.language, `\`${each.set}\``, ...figureCells(each)]),
  );
  return [
    ...text.opening,
    table(text.files, trained.flatMap(fileRows)),
    ...text.data,
    table(text.corpora.columns, corpora),
    `${text.corpora.after}${corpusDigest(gold)}.`,
    table(
      text.setColumns,
      languages.flatMap((language) => setRows(data, language)),
    ),
    ...text.figures,
    table(text.columns, figures),
    ...text.closing,
  ].join('\n\n');
}

const sha256 = (bytes: Uint8Array): string => `\`${createHash('sha256').update(bytes).digest('hex')}\``;
const grouped = (count: number): string => count.toLocaleString('en-GB');

function fileRows({ language, model: { press, review } }: TrainedTone): readonly (readonly string[])[] {
  const row = (kind: string, bytes: Uint8Array, bits: readonly number[]): readonly string[] => [
    `\`tone.${kind}.${language}.bin\``,
    grouped(bytes.length),
    bits.map((each) => grouped(2 ** each)).join(', '),
    sha256(bytes),
  ];
  return [
    row('press', writePressModel(press), [press.opinion.bits, press.press.bits, press.reports.bits]),
    row('reviews', writeReviewModel(review), [review.reviews.bits]),
  ];
}

const setRows = (data: string, language: ModelLanguage): readonly (readonly string[])[] =>
  setsOf(language).map((set) => {
    const { use, source } = sourceOf(set);
    return [`\`${set}\``, use, weightsOf(language, set), source, sha256(readFileSync(join(data, `${set}.jsonl.gz`)))];
  });

type Uses = Readonly<Record<string, readonly Readonly<Record<string, string | number | null>>[]>>;

/** How much a text of a set counts, for each thing that it is used for. */
function weightsOf(language: ModelLanguage, set: string): string {
  const uses: Uses = sources[language];
  return Object.entries(uses)
    .flatMap(([use, entries]) => entries.filter((each) => each['set'] === set).map((each) => ({ use, each })))
    .map(({ use, each: { set: _set, label: _label, ...weights } }) => {
      const told = Object.entries(weights).map(([name, weight]) => `${name} ${weight}`);
      return `${use}: ${told.join(', ')}`;
    })
    .join('; ');
}

function corpusRows(gold: string, language: ModelLanguage): readonly (readonly string[])[] {
  const documents = pressDocuments(gold, language);
  const singles = singleSentences(gold, language);
  const whole = (name: string, chosen: typeof documents): readonly string[] => {
    const authors = new Set(chosen.map(({ author }) => author)).size;
    const sentences = chosen.reduce((sum, each) => sum + each.sentences.length, 0);
    return [`\`${name}\``, language, String(authors), grouped(chosen.length), grouped(sentences)];
  };
  return [
    whole(
      'press/*.jsonl',
      documents.filter(({ author }) => !author.startsWith(`${language}-`)),
    ),
    whole(
      `tone/${language}-*.tsv`,
      documents.filter(({ author }) => author.startsWith(`${language}-`)),
    ),
    ...[...new Set(singles.map(({ from }) => from))].map((name) =>
      alone(`tone/${name}.${language}.tsv`, language, singles.filter(({ from }) => from === name).length),
    ),
    alone(`tone/targets*.${language}.jsonl`, language, targetSentences(gold, language, false).length),
  ];
}

const alone = (name: string, language: ModelLanguage, count: number): readonly string[] => [
  `\`${name}\``,
  language,
  '–',
  '–',
  grouped(count),
];

/** One digest over the corpora, in the order of their paths, without what is kept aside or measures word lists. */
function corpusDigest(gold: string): string {
  const files = ['press', 'tone'].flatMap((directory) =>
    readdirSync(join(gold, directory))
      .filter((name) => /\.(?:jsonl|tsv)$/u.test(name) && !/aside|lexicon/u.test(name))
      .sort()
      .map((name) => join(gold, directory, name)),
  );
  return sha256(Buffer.concat(files.map((file) => readFileSync(file))));
}
