/** A pattern that matches any of some words as whole words, in any case. Words hold no sign that a pattern reads. */
export const anyOf = (words: readonly string[]): string =>
  `(?<![\\p{L}\\d])(?:${[...words]
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.+]/gu, '\\$&'))
    .join('|')})(?![\\p{L}\\d])`;
