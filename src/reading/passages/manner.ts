/** How much of a text is looked at to tell how it is written. */
const HEAD = 20_000;

/** True for a text whose sentences begin with small letters more often than with capitals, as in forums. */
export function isInformal(text: string): boolean {
  const head = text.slice(0, HEAD);
  const small =
    count(head, /\p{L}{3}[.!?]\s{1,2}\p{Ll}/gu) + count(head, /(?<=^|\s)i(?:'(?:m|ve|ll|d))?\s(?=\p{Ll}{2})/gu);
  const large = count(head, /\p{L}{2}[.!?]\s{1,2}["«“]?\p{Lu}/gu);
  return small >= 2 && small > large;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
