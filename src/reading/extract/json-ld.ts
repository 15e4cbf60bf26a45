import { isTooDeep } from './json-depth.ts';

/** One object of structured data. */
export type Thing = Readonly<Record<string, unknown>>;

/** Objects deeper or later than this are ignored: structured data is hostile input too. */
const MAX_THINGS = 500;
const MAX_DEPTH = 6;
/** Names of names of names are no text. */
const MAX_NAMES = 4;

/** All objects of a page's JSON-LD, also nested ones, outermost first. Broken scripts are passed over. */
export function thingsIn(sources: readonly string[]): readonly Thing[] {
  const things: Thing[] = [];
  for (const source of sources) collect(parsed(source), 0, things);
  return things;
}

function parsed(text: string): unknown {
  const bare = text
    .trim()
    .replace(/^(?:\/\/|\/\*)?\s{0,20}<!(?:--|\[CDATA\[)\s{0,20}(?:\*\/)?/u, '')
    .replace(/(?:\/\/|\/\*)?\s{0,20}(?:-->|\]\]>)\s{0,20}(?:\*\/)?$/u, '');
  if (isTooDeep(bare)) return null;
  for (const attempt of [bare, bare.replace(/,(\s{0,100}[}\]])/gu, '$1').replace(/\p{Cc}/gu, ' ')]) {
    try {
      return UNSTORABLE.test(text) ? JSON.parse(attempt, storable) : JSON.parse(attempt);
    } catch {}
  }
  return null;
}

/** NUL and halves of characters, which only an escape can bring in, and no database stores. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/iu;
const storable = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/\0|\p{Cs}/gu, '') : value;

function collect(value: unknown, depth: number, into: Thing[]): void {
  if (depth > MAX_DEPTH || into.length >= MAX_THINGS || typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) into.push(value as Thing);
  for (const each of Object.values(value)) collect(each, depth + 1, into);
}

/** The types of a thing, without namespace. */
export function typesOf(thing: Thing): readonly string[] {
  const types = Array.isArray(thing['@type']) ? thing['@type'] : [thing['@type']];
  return types.filter((type) => typeof type === 'string').map((type) => type.replace(/^.*[/:]/u, ''));
}

/** A property as text: of an array the first, of an object its name. */
export function textProperty(thing: Thing, name: string, depth = MAX_NAMES): string | null {
  const value = thing[name];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'string') return first.trim() || null;
  if (typeof first === 'number') return String(first);
  return typeof first === 'object' && first !== null && depth > 0
    ? (textProperty(first as Thing, 'name', depth - 1) ?? textProperty(first as Thing, '@id', depth - 1))
    : null;
}

/** A property as an object; null when it is none. */
export function thingProperty(thing: Thing, name: string): Thing | null {
  const value = thing[name];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'object' && first !== null ? (first as Thing) : null;
}
