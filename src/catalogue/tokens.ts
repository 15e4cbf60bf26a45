/** A word with its place; `folded` has no diacritics and is lower case. A final + belongs to the word (Canal+). */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

/** The words of a text. */
export function tokens(text: string): readonly Token[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+\+?/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    folded: foldWord(match[0]),
  }));
}

/** Lower case without diacritics and with ligatures spelt out. */
export const foldWord = (word: string): string =>
  (/^[\x20-\x7e]*$/u.test(word)
    ? word
    : word.normalize('NFD').replace(/\p{M}/gu, '').replace(/œ/giu, 'oe')
  ).toLowerCase();
