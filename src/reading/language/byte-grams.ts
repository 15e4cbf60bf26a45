import { RevueError } from '../../domain/errors.ts';
import { PLACES, runsOf } from './runs.ts';

/**
 * How often runs of up to four bytes are met in each language: the large profiles of ELD (package `eld`, Apache-2.0).
 * Packed they take 2 MB and 30 ms to load; as the objects of that package they take 390 MB and 2 s.
 */
export interface ByteGrams {
  /** BCP 47. */
  readonly languages: readonly string[];
  /** Runs, sorted within each place; `starts` says where each place begins among them, and where the last one ends. */
  readonly keys: Uint32Array;
  readonly starts: readonly number[];
  /** Where the pairs of each run begin, and where the last ones end. */
  readonly offsets: Uint32Array;
  /** Index of a language, then the logarithm of its share. */
  readonly pairs: Uint8Array;
}

/** What the profiles leave out of each logarithm to be smaller. */
const LEAST = 53;

/** The language of a text's first 350 bytes, the same that `eld.detect` gives; null when nothing in it is known. */
export function byByteGrams(text: string, grams: ByteGrams): string | null {
  const scores = new Float64Array(grams.languages.length);
  for (const run of runsOf(text)) addScores(scores, run, grams);
  const best = scores.reduce((most, score, i) => (score > (scores[most] ?? 0) ? i : most), 0);
  return (scores[best] ?? 0) > 0 ? (grams.languages[best] ?? null) : null;
}

function addScores(scores: Float64Array, run: number, { keys, starts, offsets, pairs }: ByteGrams): void {
  const place = Math.floor(run / 2 ** 32);
  const key = run % 2 ** 32;
  const end = starts[place + 1] ?? 0;
  let low = starts[place] ?? 0;
  for (let high = end; low < high; ) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  if (low === end || keys[low] !== key) return;
  for (let at = offsets[low] ?? 0; at < (offsets[low + 1] ?? 0); at++) {
    const language = pairs[2 * at] ?? 0;
    scores[language] = (scores[language] ?? 0) + (pairs[2 * at + 1] ?? 0) + LEAST;
  }
}

const MAGIC = 0x47565252;
const HEADER = 12 + 4 * PLACES;
const CODE = 2;

/** Profiles as bytes, little-endian: magic, numbers of languages and pairs, runs at each place, codes of two letters, runs, pairs of each run, pairs. */
export function writeByteGrams({ languages, keys, starts, offsets, pairs }: ByteGrams): Uint8Array {
  const header = Buffer.alloc(HEADER);
  [MAGIC, languages.length, pairs.length / 2].forEach((value, i) => header.writeUInt32LE(value, 4 * i));
  for (let place = 0; place < PLACES; place++)
    header.writeUInt32LE((starts[place + 1] ?? 0) - (starts[place] ?? 0), 12 + 4 * place);
  const runs = Buffer.alloc(4 * keys.length);
  keys.forEach((key, i) => runs.writeUInt32LE(key, 4 * i));
  const counts = Uint8Array.from(keys, (_, i) => (offsets[i + 1] ?? 0) - (offsets[i] ?? 0));
  return Buffer.concat([header, Buffer.from(languages.join(''), 'latin1'), runs, counts, pairs]);
}

/** Reads what `writeByteGrams` wrote. Throws `bad-model` (fatal). */
export function readByteGrams(file: Uint8Array): ByteGrams {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.length < HEADER || bytes.readUInt32LE(0) !== MAGIC) throw bad('is no file of byte grams');
  const languages = bytes.readUInt32LE(4);
  const starts = [0];
  for (let place = 0; place < PLACES; place++) starts.push((starts[place] ?? 0) + bytes.readUInt32LE(12 + 4 * place));
  const runs = starts[PLACES] ?? 0;
  const runsFrom = HEADER + CODE * languages;
  const countsFrom = runsFrom + 4 * runs;
  if (bytes.length !== countsFrom + runs + 2 * bytes.readUInt32LE(8)) throw bad('is cut');
  const offsets = new Uint32Array(runs + 1);
  for (let i = 0; i < runs; i++) offsets[i + 1] = (offsets[i] ?? 0) + (bytes[countsFrom + i] ?? 0);
  const code = (i: number): string => bytes.toString('latin1', HEADER + CODE * i, HEADER + CODE * (i + 1));
  return {
    languages: Array.from({ length: languages }, (_, i) => code(i)),
    keys: Uint32Array.from({ length: runs }, (_, i) => bytes.readUInt32LE(runsFrom + 4 * i)),
    starts,
    offsets,
    pairs: Uint8Array.from(bytes.subarray(countsFrom + runs)),
  };
}

const bad = (what: string): RevueError =>
  new RevueError('bad-model', `The file of byte grams ${what}; take it from the package again.`, 'fatal');
