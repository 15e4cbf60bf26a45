/** One expression for many, at the beginning of a word. */
export const anyOf = (patterns: readonly string[]): string => `(?<!\\p{L})(?:${patterns.join('|')})`;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');

/** Finds any of the texts as whole words, in capitals or not. Null for none. */
export const wholeWords = (texts: readonly string[]): RegExp | null =>
  texts.length === 0 ? null : new RegExp(`(?<!\\p{L})(?:${texts.map(escaped).join('|')})(?!\\p{L})`, 'giu');
