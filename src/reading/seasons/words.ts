/** A word or sign of a folded passage; an apostrophe stays with the word before it ("qu'"). */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[a-z0-9]+'?|[^\sa-z0-9]/g;
const SIGN = /^[^a-z0-9]/;
const BREAK = /^[,;:()."!?]$/;

/** The words and signs of a folded passage. */
export const wordsOf = (folded: string): readonly Word[] =>
  [...folded.matchAll(WORD)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));

/** True for punctuation. */
export const isSign = ({ text }: Word): boolean => SIGN.test(text);

/** The index of the first word that starts at `from` or later. */
export function firstFrom(words: readonly Word[], from: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where clauses end: the places of the signs that part them. */
export const breaksIn = (words: readonly Word[]): readonly Word[] => words.filter(({ text }) => BREAK.test(text));

/** The clause around a stretch of a passage, up to the signs that part it from others. */
export function clauseAround(breaks: readonly Word[], folded: string, from: number, to: number): string {
  const start = breaks[firstFrom(breaks, from) - 1]?.end ?? 0;
  const end = breaks[firstFrom(breaks, to)]?.start ?? folded.length;
  return folded.slice(start, end);
}
