/** Names shorter than this are never matched loosely; from LONG on two slips are forgiven, below one. */
const SHORTEST = 6;
const LONG = 8;

/** Slips that are forgiven in a name of this length. */
export const tolerance = (length: number): number => (length >= LONG ? 2 : length >= SHORTEST ? 1 : 0);

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
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (beforeLast[j - 2] ?? 0) + 1 : max + 1;
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1), swapped));
    }
    if (Math.min(...row) > max) return max + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? max + 1;
}
