import context from './context.json' with { type: 'json' };
import given from './given-names.json' with { type: 'json' };

/** A word beside a name, with what its place says of it. */
export interface Neighbour {
  readonly word: string;
  /** Lower case without diacritics. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** Characters that are looked at on either side of a name. */
const REACH = 40;

const wordBeforePattern = /(?<![\p{L}\p{M}’'.-])([\p{L}\p{M}][\p{L}\p{M}’'-]{0,30}\.?)[^\S\n]$/u;
const wordAfterPattern = /^[^\S\n](\p{L}[\p{L}\p{M}-]{0,30})/u;

/** Lower case without diacritics. */
export const fold = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const foldedSet = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(fold));

/** First names that are given to people of any show, folded. */
export const firstNames: ReadonlySet<string> = foldedSet(given.firstNames);
/** Words that open sentences and are names too ("will", "young", "petit"), folded. */
export const openers: ReadonlySet<string> = foldedSet(given.sentenceOpeners);
/** Words that stand before a name in capitals without being part of it: titles, starters of sentences, nationalities. */
export const harmless: ReadonlySet<string> = foldedSet([
  ...context.titlesBefore,
  ...context.sentenceStarters,
  ...context.adjectives,
]);
/** Sets of words of `context.json`, folded. */
export const wordsOf = (
  list: 'institutions' | 'compassBefore' | 'placePrepositions' | 'showHeads' | 'seasonWords' | 'reportingAfter',
): ReadonlySet<string> => foldedSet(context[list]);

/** The word right before a place in a text, a blank between; null at the start of a line and behind signs. */
export function wordBefore(text: string, at: number): Neighbour | null {
  const word = wordBeforePattern.exec(text.slice(Math.max(0, at - REACH), at))?.[1];
  if (word === undefined) return null;
  const folded = fold(word).replace(/\.$/u, '');
  // A full stop ends the sentence before, unless it is an abbreviation's: "Dr. Balmes", "K. Dick".
  if (word.endsWith('.') && folded.length > 1 && !harmless.has(folded)) return null;
  return { word, folded, start: at - 1 - word.length, end: at - 1 };
}

/** The word right after a place in a text, a blank between. */
export function wordAfter(text: string, at: number): Neighbour | null {
  const word = wordAfterPattern.exec(text.slice(at, at + REACH))?.[1];
  return word === undefined ? null : { word, folded: fold(word), start: at + 1, end: at + 1 + word.length };
}

/** Begins with a capital letter. */
export const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

/** Has capitals only, two at least. */
export const isAllCapitals = (word: string): boolean =>
  /\p{Lu}[^\p{L}]*\p{Lu}/u.test(word) && word === word.toUpperCase();

/** Ends like a possessive: "Kirby’s", "Danes'". */
export const isGenitive = (word: string): boolean => /(?:[’']s|s[’'])$/iu.test(word);

/** A sentence or line starts here. */
export const startsSentence = (text: string, at: number): boolean =>
  at <= 0 || /(?:[.!?…:;»”"“«(—–•*\n]|\s-)\s*$/u.test(text.slice(Math.max(0, at - 3), at));

/** The words around a name mostly begin with capitals, as in an English headline: capitals prove nothing there. */
export function isHeadline(text: string, start: number, end: number): boolean {
  const line = `${text
    .slice(Math.max(0, start - REACH), start)
    .split('\n')
    .at(-1)} ${text.slice(end, end + REACH).split('\n')[0]}`;
  const words = line
    .split(/\s+/u)
    .slice(1, -1)
    .filter((word) => /^\p{L}{4,}/u.test(word));
  return words.length >= 4 && words.filter(isCapital).length >= 0.75 * words.length;
}
