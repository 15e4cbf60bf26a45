import type { ModelLanguage } from '../tokens.ts';
import { lengthAt, type Rules, rules } from './rules.ts';
import { type Word, wordsOf } from './words.ts';

/** A stretch of a text in UTF-16 units, `end` excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A sentence in words, with the number of the target that each word names (-1 for none) and the rules of its language. */
export interface Marked {
  readonly words: readonly Word[];
  readonly named: Int32Array;
  readonly rules: Rules;
}

/** Marks the targets in a sentence. Where two share a word, the shorter has it: "season two" in "the end of season two". */
export function mark(sentence: string, language: ModelLanguage, targets: readonly Span[]): Marked {
  const words = wordsOf(sentence, language);
  const named = new Int32Array(words.length).fill(-1);
  const longestFirst = targets
    .map((span, i) => ({ ...span, i }))
    .sort((a, b) => b.end - b.start - (a.end - a.start) || b.start - a.start);
  for (const { start, end, i } of longestFirst)
    for (let at = firstAfter(words, start); (words[at]?.start ?? end) < end; at++) named[at] = i;
  return { words, named, rules: rules[language] };
}

/** The first word that ends after an offset. */
function firstAfter(words: readonly Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** True when one of the phrases of a rule stands at a word. */
export const stands = ({ words, rules: all }: Marked, at: number, name: keyof Rules): boolean =>
  lengthAt(words, at, all[name]) > 0;

/** True when one of the words from `from` to `to` (excluded) opens a phrase of a rule that ends by `to`. */
export function holds({ words, rules: all }: Marked, from: number, to: number, name: keyof Rules): boolean {
  for (let at = Math.max(0, from); at < to; at++) {
    const length = lengthAt(words, at, all[name]);
    if (length > 0 && at + length <= to) return true;
  }
  return false;
}

/** The length in words of the longest phrase of several rules at a word; 0 when none stands there. */
export function longestAt({ words, rules: all }: Marked, at: number, names: readonly (keyof Rules)[]): number {
  let longest = 0;
  for (const name of names) longest = Math.max(longest, lengthAt(words, at, all[name]));
  return longest;
}
