/** Fingerprints that candidates share at least, how many are compared at most, and what is too common to be looked up: as in the store. */
const SHARED = 3;
const MOST = 400;
const COMMON = 500;

/** Finds the texts that share fingerprints with another, by their places. */
export interface PrintIndex {
  readonly candidates: (prints: readonly number[]) => readonly number[];
}

/** An index in memory that answers as the store's does. */
export function createPrintIndex(texts: readonly (readonly number[])[]): PrintIndex {
  const holders = new Map<number, number[]>();
  for (const [number, prints] of texts.entries()) {
    for (const print of prints) {
      const own = holders.get(print);
      if (own) own.push(number);
      else holders.set(print, [number]);
    }
  }
  return { candidates: (prints) => candidatesOf(prints, holders) };
}

function candidatesOf(prints: readonly number[], holders: ReadonlyMap<number, readonly number[]>): readonly number[] {
  const counts = new Map<number, number>();
  for (const print of prints) {
    const own = holders.get(print) ?? [];
    if (own.length > COMMON) continue;
    for (const number of own) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, shared]) => shared >= SHARED)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, MOST)
    .map(([number]) => number);
}
