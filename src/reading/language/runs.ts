/** ELD looks at so many characters of a text, and stops at the first blank after so many bytes, or anywhere after the second number. */
const LONGEST_TEXT = 1_000;
const SOFT_END = 350;
const HARD_END = 380;
const LONGEST_WORD = 70;
const SEPARATORS = /(?:[^\p{L}]|[\u{10000}-\u{10FFFF}])+(?<!['`’])/gu;
const BLANK = 32;
const encoder = new TextEncoder();

/** Where a run stands in its word; a run that is a whole word both starts and ends it. */
export const START = 1;
export const END = 2;
export const PLACES = 4;

/** A run of up to four bytes, first byte highest, and its place in the word, as one number. */
const runNumber = (bytes: number, place: number): number => place * 2 ** 32 + bytes;

/** The different runs of a text's words as ELD cuts them: four bytes at every third place, and the last four. */
export function runsOf(text: string): ReadonlySet<number> {
  const runs = new Set<number>();
  const bytes = encoder.encode(text.slice(0, LONGEST_TEXT).replace(SEPARATORS, ' ').trim().toLowerCase());
  let from = 0;
  for (let at = 0; at <= bytes.length; at++) {
    const isCut = at > HARD_END && ((bytes[at] ?? 0) & 0xc0) !== 0x80;
    if (at < bytes.length && bytes[at] !== BLANK && !isCut) continue;
    if (at > from) addWord(runs, bytes.subarray(from, at));
    if (at > SOFT_END) break;
    from = at + 1;
  }
  return runs;
}

function addWord(runs: Set<number>, word: Uint8Array): void {
  const length = Math.min(word.length, LONGEST_WORD);
  let at = 0;
  for (; at + 4 < length; at += 3) runs.add(runNumber(fourFrom(word, at), at === 0 ? START : 0));
  if (word.length > LONGEST_WORD) return;
  runs.add(runNumber(fourFrom(word, Math.max(0, word.length - 4)), at === 0 ? START | END : END));
}

/** Four bytes as a number; words that are shorter have zeros behind them. */
const fourFrom = (word: Uint8Array, at: number): number =>
  (word[at] ?? 0) * 2 ** 24 + (((word[at + 1] ?? 0) << 16) | ((word[at + 2] ?? 0) << 8) | (word[at + 3] ?? 0));
