import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { LineCounter, parseDocument } from 'yaml';
import { RevueError } from '../domain/errors.ts';

/** Parses YAML and checks its form. Throws `catalogue-invalid` (fatal) with every fault, its file and its line. */
export function parseYaml<Schema extends TSchema>(text: string, name: string, schema: Schema): Static<Schema> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'core' });
  const value: unknown = document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 50 });
  const faults =
    document.errors.length > 0
      ? document.errors.map((error) => `${name}:${lines.linePos(error.pos[0]).line}: ${error.message.split('\n')[0]}`)
      : [...Value.Errors(schema, value)].map((error) => {
          const path = error.instancePath.split('/').slice(1);
          return `${name}:${lineOf(document, lines, path)}: ${path.join(' ') || 'the file'} ${error.message}`;
        });
  if (faults.length > 0) throw invalid(faults);
  return value as Static<Schema>;
}

/** Faults of a catalogue as one error. */
export const invalid = (faults: readonly string[]): RevueError =>
  new RevueError('catalogue-invalid', `The catalogue is not valid. ${[...new Set(faults)].join('; ')}.`, 'fatal');

/** The line of the innermost node on a path that exists. */
function lineOf(document: ReturnType<typeof parseDocument>, lines: LineCounter, path: readonly string[]): number {
  for (let length = path.length; length >= 0; length--) {
    const keys = path.slice(0, length).map((key) => (/^\d+$/u.test(key) ? Number(key) : key));
    const node = length === 0 ? document.contents : document.getIn(keys, true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      return lines.linePos(Number(node.range[0])).line;
    }
  }
  return 1;
}
