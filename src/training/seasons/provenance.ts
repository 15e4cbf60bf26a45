import { createHash } from 'node:crypto';
import type { SeasonFigures } from './figures.ts';
import text from './provenance.json' with { type: 'json' };

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const shown = (value: number): string => value.toFixed(1);

/** The record that lies beside the model: how it came to be and how good it is. */
export function provenance(file: string, features: number, figures: Readonly<Record<string, SeasonFigures>>): string {
  const sha256 = createHash('sha256').update(file).digest('hex');
  const head = row('', 'sentences', 'pairs F1', 'about F1', 'exact', 'background F1', 'other-show F1');
  const rows = Object.entries(figures).map(([name, { sentences, pair, about, exact, relations }]) =>
    row(name, `${sentences}`, ...[pair, about, exact, relations.background, relations['other-show']].map(shown)),
  );
  const kinds = Object.entries(figures).map(([name, each]) => {
    const shares = Object.entries(each.kinds).map(([kind, { right, of }]) => `${kind} ${right} of ${of}`);
    return `* ${name}, exactly right by kind: ${shares.join(', ')}.`;
  });
  return [
    text.heading,
    text.what,
    text.data,
    `${features} features, sha256 \`${sha256}\`.`,
    [head, `|${' --- |'.repeat(7)}`, ...rows].join('\n'),
    kinds.join('\n'),
    text.measure,
  ].join('\n\n');
}
