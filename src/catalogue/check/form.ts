import { editDistance } from '../misspelt.ts';
import { codeInUse } from './codes.ts';
import { fault, type Note, type Path, type Sentence } from './findings.ts';
import messages from './messages.json' with { type: 'json' };
import { isRecord } from './places.ts';

/** The part of JSON Schema that the schemas of catalogue files use. */
export interface Form {
  readonly type?: string;
  readonly anyOf?: readonly Form[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Form>>;
  readonly required?: readonly string[];
  readonly items?: Form;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
}

/** What of a value has its form: faulty parts of a map are left out, faulty items of a list are `undefined`. */
export type Usable<T> = T extends string | number | boolean
  ? T
  : T extends readonly (infer Item)[]
    ? readonly (Usable<Item> | undefined)[]
    : { readonly [Key in keyof T]?: Usable<T[Key]> };

/** The faults of a value and what can be used of it all the same. */
export interface Formed {
  readonly notes: readonly Note[];
  readonly usable: unknown;
}

const LONGEST_FOUND = 40;
const expectations: Readonly<Record<string, string>> = messages.expected;
const otherKeys: Readonly<Record<string, string>> = messages.otherKeys;

/** Holds a value against its form. Every fault is told once, in words for who wrote the file; never throws. */
export function formOf(form: Form, value: unknown, path: Path = []): Formed {
  const own = (form.anyOf ?? [form]).filter((branch) => kindOf(branch) === kindOfValue(value));
  const [branch] = own;
  if (branch?.type === 'object' && isRecord(value)) return mapOf(branch, value, path);
  if (branch?.type === 'array' && Array.isArray(value)) return listOf(branch, value, path);
  if (own.some((each) => fits(each, value))) return { notes: [], usable: value };
  return { notes: [wrong(form, value, path)], usable: undefined };
}

function mapOf({ properties = {}, required = [] }: Form, value: Readonly<Record<string, unknown>>, path: Path): Formed {
  const usable: Record<string, unknown> = {};
  const notes: Note[] = [];
  for (const [key, each] of Object.entries(value)) {
    const form = Object.hasOwn(properties, key) ? properties[key] : undefined;
    const formed = form ? formOf(form, each, [...path, key]) : null;
    notes.push(...(formed ? formed.notes : [unknownKey(key, Object.keys(properties), path)]));
    if (formed && formed.usable !== undefined) usable[key] = formed.usable;
  }
  const missing = required.filter((key) => !Object.hasOwn(value, key));
  notes.push(...missing.map((field) => fault(path, 'missing', { field, expected: expectations[field] ?? field })));
  return { notes, usable };
}

function listOf({ items = {}, minItems = 0 }: Form, value: readonly unknown[], path: Path): Formed {
  if (value.length < minItems) return { notes: [wrong({}, [], path)], usable: undefined };
  const formed = value.map((each, at) => formOf(items, each, [...path, at]));
  return { notes: formed.flatMap(({ notes }) => notes), usable: formed.map(({ usable }) => usable) };
}

function fits(form: Form, value: unknown): boolean {
  if (form.enum) return form.enum.includes(value);
  if (typeof value === 'string') {
    return (
      value.length >= (form.minLength ?? 0) && (form.pattern === undefined || new RegExp(form.pattern, 'u').test(value))
    );
  }
  if (typeof value === 'number') {
    return Number.isInteger(value) && value >= (form.minimum ?? -Infinity) && value <= (form.maximum ?? Infinity);
  }
  return true;
}

const kindOf = (form: Form): string => (form.type === 'integer' ? 'number' : (form.type ?? typeof form.enum?.[0]));

const kindOfValue = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

function wrong(form: Form, value: unknown, path: Path): Note {
  const field = path.findLast((key) => typeof key === 'string') ?? '';
  const expected = expectationOf(field, path[0] === 'characters');
  const found = shown(value);
  if (value === null) return fault(path, 'empty', { field, expected });
  const meant = /^(?:country|market)$/u.test(field) && typeof value === 'string' ? codeInUse(value) : null;
  if (meant !== null) return fault(path, 'country-meant', { field, found, meant });
  if (form.type === 'object' && !form.anyOf) return fault(path, 'no-map', { found });
  const isPlainText = form.type === 'string' && form.pattern === undefined;
  const sentence: Sentence = isPlainText && /^(?:number|boolean)$/u.test(typeof value) ? 'quotes' : 'wrong';
  return fault(path, sentence, { field, expected, found });
}

/** What a field must be; `seasons` of a character are numbers, not maps. */
const expectationOf = (field: string, ofCharacter: boolean): string =>
  (ofCharacter ? expectations[`character ${field}`] : undefined) ?? expectations[field] ?? field;

function shown(value: unknown): string {
  if (isRecord(value)) return 'a map';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  const text = String(value);
  return text === '' ? 'empty' : text.length > LONGEST_FOUND ? `${text.slice(0, LONGEST_FOUND)}…` : text;
}

function unknownKey(field: string, known: readonly string[], path: Path): Note {
  const meant = nearest(field, known);
  return meant === null
    ? fault([...path, field], 'unknown-key', { field: shown(field), known: known.join(', ') })
    : fault([...path, field], 'meant-key', { field, meant });
}

/** The key that somebody who wrote `field` means: another word for it, or one with a slip or two. */
function nearest(field: string, known: readonly string[]): string | null {
  const plain = field.toLowerCase().replace(/[_-]/gu, ' ');
  const synonym = otherKeys[plain];
  return synonym !== undefined && known.includes(synonym) ? synonym : likeliest(plain, known);
}

/** The one of some texts that is written like another, with at most two slips (one in short ones); null for none. */
export function likeliest(text: string, known: readonly string[]): string | null {
  const most = text.length > 5 ? 2 : 1;
  return known.find((each) => editDistance(text, each, most) <= most) ?? null;
}
