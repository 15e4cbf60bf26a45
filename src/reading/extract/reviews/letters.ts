/** Letters and digits in lower case: what a collapsed and an expanded copy of a text share. */
export const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether two texts, given as letters, are equal, or one of at least `shortest` letters is the beginning of the other. */
export function isCopy(a: string, b: string, shortest: number): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short === long || (short.length >= shortest && long.startsWith(short));
}
