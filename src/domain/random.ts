/** A source of numbers in [0, 1). */
export type Source = () => number;

/** A seeded source, the same at every run: mulberry32. */
export function randomFrom(seed: number): Source {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Puts a list in a random order, in place (Fisher and Yates). */
export function shuffle<Item>(items: { readonly length: number; [at: number]: Item }, random: Source): void {
  for (let i = items.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    const kept = items[i] as Item;
    items[i] = items[other] as Item;
    items[other] = kept;
  }
}

/** Numbers that look random and are the same at every run. */
export interface Random {
  /** A whole number from 0 to below `most`; 0 when `most` is 0. */
  readonly below: (most: number) => number;
  /** True so often in the long run, for a share in [0, 1]. */
  readonly chance: (share: number) => boolean;
  readonly pick: <Item>(items: readonly Item[]) => Item | undefined;
}

/** What can be drawn from a seeded source. */
export function createRandom(seed: number): Random {
  const next = randomFrom(seed);
  const below = (most: number): number => Math.floor(next() * most);
  return { below, chance: (share) => next() < share, pick: (items) => items[below(items.length)] };
}
