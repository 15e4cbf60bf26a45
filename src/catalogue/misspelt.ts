import type { NameCandidate } from '../domain/catalogue.ts';

/** Names shorter than this are never matched loosely; from LONG on two slips are forgiven, below one. */
const SHORTEST = 6;
const LONG = 8;

/** Slips that are forgiven in a name of this length. */
export const tolerance = (length: number): number => (length >= LONG ? 2 : length >= SHORTEST ? 1 : 0);

/** Names of one initial, number of words and length, with the letters of each as a bit mask. */
interface Bucket {
  readonly names: string[];
  /** The words that each name was joined of. */
  readonly words: (readonly string[])[];
  readonly letters: number[];
  readonly bearers: NameCandidate[][];
}

/** Names that may be misspelt, by initial, number of words and length. */
export type LooseNames = Map<string, Bucket>;

const bucketKey = (joined: string, words: number, length: number): string => `${joined[0]}${words} ${length}`;

/** Adds a name by its folded words, unless it is too short to forgive a slip. */
export function addLoose(loose: LooseNames, words: readonly string[], candidate: NameCandidate): void {
  const joined = words.join('');
  if (tolerance(joined.length) === 0) return;
  const key = bucketKey(joined, words.length, joined.length);
  const bucket = loose.get(key) ?? { names: [], words: [], letters: [], bearers: [] };
  loose.set(key, bucket);
  const known = bucket.names.indexOf(joined);
  if (known >= 0) {
    bucket.bearers[known]?.push(candidate);
    return;
  }
  bucket.names.push(joined);
  bucket.words.push(words);
  bucket.letters.push(letterMask(joined));
  bucket.bearers.push([candidate]);
}

/**
 * The names at the smallest distance that is forgiven, with that distance; a single word never stands for a whole name of
 * several. Letters are compared as sets first: an edit changes at most two of them.
 */
export function nearest(loose: LooseNames, words: readonly string[]): readonly NameCandidate[] {
  const joined = words.join('');
  const forgiven = tolerance(joined.length);
  if (forgiven === 0) return [];
  const letters = letterMask(joined);
  let best = forgiven;
  let bearers: NameCandidate[] = [];
  for (let length = joined.length - forgiven; length <= joined.length + forgiven; length++) {
    const bucket = loose.get(bucketKey(joined, words.length, length));
    if (!bucket) continue;
    for (let i = 0; i < bucket.names.length; i++) {
      if (bitCount(letters ^ (bucket.letters[i] ?? 0)) > 2 * best) continue;
      const distance = editDistance(joined, bucket.names[i] ?? '', best);
      if (distance === 0 || distance > best || !isWordByWord(words, bucket.words[i] ?? [])) continue;
      if (distance < best) bearers = [];
      best = distance;
      bearers.push(...(bucket.bearers[i] ?? []));
    }
  }
  return [...new Map(bearers.map((each) => [`${each.entity.id} ${each.show}`, { ...each, distance: best }])).values()];
}

/** Of several words a short one holds one slip at most: Jim Carrey is not Jim Carter. */
const isWordByWord = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 1 ||
  a.every((word, i) => {
    const forgiven = word.length >= LONG - 1 ? 2 : 1;
    return editDistance(word, b[i] ?? '', forgiven) <= forgiven;
  });

/** The letters a–z of a word as bits; all others share the remaining ones. */
function letterMask(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i++) mask |= 1 << ((word.charCodeAt(i) - 97) & 31);
  return mask;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * Edits between two words (insertion, deletion, substitution, swap of neighbours), as far as `max`; `max + 1` beyond.
 * Optimal string alignment, cut off early: natural's version builds whole matrices, which is too slow for every capitalised word.
 */
export function editDistance(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (beforeLast[j - 2] ?? 0) + 1 : max + 1;
      const edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1), swapped);
      row.push(edits);
      least = Math.min(least, edits);
    }
    if (least > max) return max + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? max + 1, max + 1);
}
