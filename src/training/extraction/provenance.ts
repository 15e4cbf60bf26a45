import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FoldFigures } from './folds.ts';
import text from './provenance.json' with { type: 'json' };

/** A trained model: its file's name, bytes and how many pages it has seen. */
export interface TrainedModel {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
}

const sha256 = (bytes: Uint8Array): string => `\`${createHash('sha256').update(bytes).digest('hex')}\``;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The record that lies beside the models: how they came to be, from what, and how good they are on publishers that they have not seen. */
export function provenance(models: readonly TrainedModel[], data: string, folds: readonly FoldFigures[]): string {
  const files = models.map(({ file, bytes, pages }) => [`\`${file}\``, sha256(bytes), String(pages)]);
  const sets = Object.entries(text.sets).map(([set, source]) => [
    `\`${set}\``,
    source,
    sha256(readFileSync(join(data, `${set}.tar`))),
  ]);
  const figures = folds.map(({ fold, set, pages, f1, below06 }) => [
    String(fold),
    set,
    String(pages),
    (f1 ?? 0).toFixed(3),
    String(below06),
  ]);
  return [
    ...text.opening,
    table(['file', 'sha256', 'pages'], files),
    ...text.data,
    table(['set', 'source, licence', 'sha256 of the pages'], sets),
    ...(figures.length > 0 ? [...text.figures, table(['fold', 'set', 'pages', 'F1', 'pages below .6'], figures)] : []),
  ].join('\n\n');
}
