import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { isMap, isNode, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { RevueError } from '../domain/errors.ts';
import { type Finding, findingText, type Note, type Path } from './check/findings.ts';
import { formOf } from './check/form.ts';
import messages from './check/messages.json' with { type: 'json' };
import { placeOf } from './check/places.ts';

const syntax: Readonly<Record<string, string>> = messages.yaml;

/** A file of the catalogue, YAML or JSON: its value, null where it cannot be parsed, and the line of every part of it. */
export interface Source {
  readonly name: string;
  readonly value: unknown;
  readonly faults: readonly Finding[];
  readonly lineOf: (path: Path) => number;
}

/** Reads the text of a file; faults of its syntax are findings. Never throws. */
export function readSource(text: string, name: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', logLevel: 'silent' });
  const faults = document.errors.map(({ code, pos, message }): Finding => {
    const says = syntax[code] ?? message.split(' at line ')[0] ?? message;
    return { file: name, line: lines.linePos(pos[0]).line, level: 'fault', says };
  });
  const lineOf = (path: Path): number => lines.linePos(startOf(document.contents, path)).line;
  if (faults.length > 0) return { name, value: null, faults: oneALine(faults), lineOf };
  try {
    return { name, value: document.toJS({ maxAliasCount: 50 }), faults, lineOf };
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return { name, value: null, faults: [{ file: name, line: 1, level: 'fault', says }], lineOf };
  }
}

/** Notes as findings, each with its line and the place that people would name. */
export function findingsIn({ name, value, lineOf }: Source, notes: readonly Note[]): readonly Finding[] {
  return notes.map(({ path, level, says }) => {
    const place = placeOf(value, path);
    return { file: name, line: lineOf(path), level, says: place === '' ? says : `${place}: ${says}` };
  });
}

/** The faults of a file's form. What only the schema itself can tell is told in its words. */
export function formFaults(source: Source, schema: TSchema): readonly Finding[] {
  if (source.faults.length > 0) return source.faults;
  const { notes } = formOf(schema, source.value);
  if (notes.length > 0 || Value.Check(schema, source.value)) return findingsIn(source, notes);
  const errors = Value.Errors(schema, source.value);
  return errors.map(({ message }) => ({ file: source.name, line: 1, level: 'fault', says: message }));
}

/** Parses YAML or JSON and checks its form. Throws `catalogue-invalid` (fatal) with every fault, its file and its line. */
export function parseYaml<Schema extends TSchema>(text: string, name: string, schema: Schema): Static<Schema> {
  const source = readSource(text, name);
  const faults = formFaults(source, schema);
  if (faults.length > 0) throw invalid(faults.map(findingText));
  return source.value as Static<Schema>;
}

/** Faults of a catalogue as one error. */
export const invalid = (faults: readonly string[]): RevueError =>
  new RevueError('catalogue-invalid', `The catalogue is not valid. ${[...new Set(faults)].join('; ')}.`, 'fatal');

/** The offset at which the key or item at a path begins; of the innermost part that exists. */
function startOf(root: unknown, path: Path): number {
  let node = root;
  let start = rangeStart(root) ?? 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((each) => String(isNode(each.key) ? each.key.toJSON() : each.key) === String(key));
      start = rangeStart(pair?.key) ?? start;
      node = pair?.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      start = rangeStart(node) ?? start;
    } else break;
  }
  return start;
}

const rangeStart = (node: unknown): number | undefined => (isNode(node) ? (node as Node).range?.[0] : undefined);

/** One slip often makes several errors on its line; the first tells most. */
const oneALine = (faults: readonly Finding[]): readonly Finding[] =>
  faults.filter(({ line }, at) => faults.findIndex((each) => each.line === line) === at);
