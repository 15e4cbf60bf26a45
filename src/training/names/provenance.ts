import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { TaggerLanguage } from '../../reading/entities/tagger/model.ts';
import { labelledFiles } from './corpus.ts';
import type { Figures } from './figures.ts';
import text from './provenance.json' with { type: 'json' };

/** A trained language: its file's bytes, and how taggers made in the same way do on authors that they have not seen. */
export interface TrainedFile {
  readonly language: TaggerLanguage;
  readonly bytes: Uint8Array;
  readonly figures: Figures;
}

const sha256 = (bytes: Uint8Array): string => `\`${createHash('sha256').update(bytes).digest('hex')}\``;
const percent = (share: number): string => (100 * share).toFixed(1);
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The record that lies beside the models: how they came to be, from what, and how good they are. */
export function provenance(trained: readonly TrainedFile[], directories: readonly string[]): string {
  const sets = directories.map((directory) => [
    `\`${directory}\``,
    text.press,
    sha256(Buffer.concat(labelledFiles(directory).map((file) => readFileSync(file)))),
  ]);
  const models = trained.map(({ language, bytes }) => [`\`names.${language}.bin\``, sha256(bytes)]);
  const figures = trained.map(({ language, figures: f }) => [
    language,
    String(f.names),
    ...[f.f1, f.spans, f.persons, f.unseenShows].map(percent),
    ...f.gates.map(({ precision, recall }) => `${percent(precision)} / ${percent(recall)}`),
  ]);
  return [
    ...text.opening,
    table(['file', 'sha256'], models),
    ...text.data,
    table(['set', 'source, licence', 'sha256'], sets),
    ...text.figures,
    table(text.columns, figures),
    ...text.closing,
  ].join('\n\n');
}
