import { createHash } from 'node:crypto';
import type { RelevanceFigures } from './figures.ts';
import text from './provenance.json' with { type: 'json' };

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The record that lies beside the model: how it came to be and how good it is. */
export function provenance(
  file: string,
  features: number,
  figures: Readonly<Record<string, RelevanceFigures>>,
): string {
  const sha256 = createHash('sha256').update(file).digest('hex');
  const head = row('', 'examples', 'exact', 'ours', 'about F1', 'taken', 'missed', 'calibration error');
  const rows = Object.entries(figures).map(([name, { examples, exact, ours, aboutF1, taken, missed, calibration }]) =>
    row(
      name,
      `${examples}`,
      ...[exact, ours, aboutF1].map((value) => value.toFixed(1)),
      `${taken}`,
      `${missed}`,
      calibration.toFixed(1),
    ),
  );
  return [
    text.heading,
    text.what,
    text.how,
    text.data,
    `${features} features, sha256 \`${sha256}\`.`,
    [head, `|${' --- |'.repeat(8)}`, ...rows].join('\n'),
    text.measure,
  ].join('\n\n');
}
