import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelLanguage } from '../../reading/sentiment/tokens.ts';
import { setsOf } from './corpus.ts';
import type { Figures } from './figures.ts';
import text from './provenance.json' with { type: 'json' };

/** A trained language: its file's bytes and how it does on authors that nothing here was trained or tuned on. */
export interface Trained {
  readonly language: ModelLanguage;
  readonly bytes: Uint8Array;
  readonly figures: Figures;
  readonly authors: readonly string[];
  readonly heldOut: readonly string[];
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const percent = (share: number): string => (100 * share).toFixed(1);
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly string[]): string =>
  [row(...head), `|${head.map(() => '---').join('|')}|`, ...rows].join('\n');

/** The record that lies beside the models: how they came to be, from what, and how good they are. */
export function provenance(trained: readonly Trained[], data: string, press: string): string {
  const models = trained.map(({ language, bytes, authors, heldOut }) =>
    row(`\`sentiment.${language}.bin\``, `\`${sha256(bytes)}\``, numbers(authors), numbers(heldOut)),
  );
  const sets = [...new Set(trained.flatMap(({ language }) => setsOf(language)))].map((set) => {
    const { use, source } = text.sets[set as keyof typeof text.sets];
    return row(`\`${set}\``, use, source, `\`${sha256(readFileSync(join(data, `${set}.jsonl.gz`)))}\``);
  });
  const corpus = row('`fixtures/gold/press`', ...text.press, `\`${corpusDigest(press)}\``);
  const figures = trained.map(({ language, figures: f }) =>
    row(
      language,
      `${f.n}`,
      ...[f.macroF1, f.macroF1WithMixed, f.neutralRecall, f.polarity, f.calibrationError].map(percent),
    ),
  );
  return [
    ...text.opening,
    table(['file', 'sha256', 'authors trained on', 'authors held out'], models),
    ...text.data,
    table(['set', 'used for', 'source, licence', 'sha256'], [corpus, ...sets]),
    ...text.figures,
    table(text.columns, figures),
    ...text.closing,
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/u, '\n');
}

const numbers = (authors: readonly string[]): string => authors.map((name) => name.replace('author-', '')).join(', ');

/** One digest over all files of the press corpus, in the order of their names. */
function corpusDigest(directory: string): string {
  const files = readdirSync(directory).filter((name) => name.endsWith('.jsonl'));
  return sha256(Buffer.concat(files.sort().map((name) => readFileSync(join(directory, name)))));
}
