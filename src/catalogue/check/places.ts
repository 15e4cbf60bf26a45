import type { Path } from './findings.ts';
import messages from './messages.json' with { type: 'json' };

/** What tells an item of a list from its neighbours. */
const LABELS = ['number', 'name', 'text', 'market', 'source'] as const;
const items: Readonly<Record<string, string>> = messages.items;

/** The items of lists that a path goes through, as people name them: `season 3, window FR`; empty at the top. */
export function placeOf(root: unknown, path: Path): string {
  const places: string[] = [];
  let value = root;
  for (const [at, key] of path.entries()) {
    value = isRecord(value) || Array.isArray(value) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
    const word = items[String(path[at - 1])];
    if (typeof key === 'number' && word !== undefined) places.push(`${word} ${labelOf(value) ?? `no. ${key + 1}`}`);
  }
  return places.join(', ');
}

function labelOf(item: unknown): string | null {
  if (typeof item === 'string' || typeof item === 'number') return String(item);
  if (!isRecord(item)) return null;
  const label = LABELS.map((key) => item[key]).find((each) => typeof each === 'string' || typeof each === 'number');
  return label === undefined ? null : String(label);
}

/** True for a map of keys. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
