import { RevueError } from '../../../domain/errors.ts';

/** Languages that have a tagger of names. */
export type TaggerLanguage = 'fr' | 'en';

/** Rows of weights over hashed features: row `place` holds one weight for each of `columns` classes. */
export interface WeightTable {
  /** The table has `2 ** bits` rows. */
  readonly bits: number;
  readonly columns: number;
  readonly weights: Int8Array;
  /** What one unit of a stored weight is worth. */
  readonly scale: number;
}

/** One language's tagger. */
export interface NameModel {
  readonly language: TaggerLanguage;
  /** A byte for each place of words, with their `traits`. */
  readonly known: Uint8Array;
  /** Which tokens belong to a name: columns as in `places`. */
  readonly spans: WeightTable;
  /** Score of each place of a name after each other place, row by row: from, to. */
  readonly steps: readonly number[];
  /** What a name is: columns as in `nameTypes`, then "no name". */
  readonly types: WeightTable;
  /** How much the document's other mentions of a name count beside a mention's own score. */
  readonly votes: number;
  /** Weights of the span's margin, of the type's log odds, and of 1: the log odds that span and type are right. */
  readonly fit: readonly [number, number, number];
}

/** Taggers by language; a language without one has no unknown names. */
export type NameModels = Readonly<Partial<Record<TaggerLanguage, NameModel>>>;

/** What a name can be, in the order of the columns. */
export const nameTypes = ['person', 'character', 'organisation', 'place', 'work'] as const;
export type NameType = (typeof nameTypes)[number];

/** Where a token stands in a name: outside, first, inside, last, alone. */
export const places = { outside: 0, first: 1, inside: 2, last: 3, alone: 4 } as const;
export const PLACES = 5;

const KNOWN_BITS = 18;
const KNOWN_BYTES = 2 ** KNOWN_BITS;

/**
 * What is known of a word, as bits: the training texts write it in lower case; it is a first name, part of a place's or
 * of an organisation's name; it speaks of making or playing, of what happens in a story, of a kind of work,
 * of firms and other houses.
 */
export const traits = {
  common: 1,
  firstName: 2,
  place: 4,
  organisation: 8,
  craft: 16,
  story: 32,
  work: 64,
  house: 128,
} as const;

/** The place of a feature among `2 ** bits`. */
export function placeOf(template: number, value: number, bits: number): number {
  const mixed = Math.imul(value ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> (32 - bits);
}

/** Notes traits of words (their hashes). */
export function knownWords(words: Iterable<readonly [word: number, trait: number]>): Uint8Array {
  const known = new Uint8Array(KNOWN_BYTES);
  for (const [word, trait] of words) {
    const place = placeOf(0, word, KNOWN_BITS);
    known[place] = (known[place] ?? 0) | trait;
  }
  return known;
}

/** The traits of a word; a few words share their place with another one. */
export const traitsOf = (known: Uint8Array, word: number): number => known[placeOf(0, word, KNOWN_BITS)] ?? 0;

/** True for a word that the training texts write in lower case. */
export const isKnown = (known: Uint8Array, word: number): boolean => (traitsOf(known, word) & traits.common) !== 0;

type TableHeader = Omit<WeightTable, 'weights'>;
interface Header extends Omit<NameModel, 'known' | 'spans' | 'types'> {
  readonly spans: TableHeader;
  readonly types: TableHeader;
}

const headerOf = ({ bits, columns, scale }: WeightTable): TableHeader => ({ bits, columns, scale });

/** One line of JSON, then the known words, the weights of spans and those of types, a byte each. */
export function writeNameModel({ known, spans, types, ...rest }: NameModel): Uint8Array {
  const header: Header = { ...rest, spans: headerOf(spans), types: headerOf(types) };
  const line = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
  const parts = [line, known, Uint8Array.from(spans.weights), Uint8Array.from(types.weights)];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Reads what `writeNameModel` wrote. Throws `bad-model` (fatal). */
export function readNameModel(bytes: Uint8Array): NameModel {
  const end = bytes.indexOf(10);
  const { spans, types, ...rest } = parse(bytes.subarray(0, Math.max(0, end)));
  const sizes = [KNOWN_BYTES, spans.columns * 2 ** spans.bits, types.columns * 2 ** types.bits] as const;
  if (end + 1 + sizes[0] + sizes[1] + sizes[2] !== bytes.length) throw broken();
  const from = end + 1 + sizes[0];
  // Copies: a Buffer's slice would share its memory.
  return {
    ...rest,
    known: bytes.slice(end + 1, from),
    spans: { ...spans, weights: Int8Array.from(bytes.subarray(from, from + sizes[1])) },
    types: { ...types, weights: Int8Array.from(bytes.subarray(from + sizes[1])) },
  };
}

function parse(line: Uint8Array): Header {
  try {
    const header = JSON.parse(new TextDecoder().decode(line)) as Partial<Header>;
    if (header.spans && header.types && header.steps && header.fit) return header as Header;
  } catch {
    // Not JSON: told below.
  }
  throw broken();
}

const broken = (): RevueError =>
  new RevueError('bad-model', 'A model of names does not hold what its first line says; train it again.', 'fatal');
