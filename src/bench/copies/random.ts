/** Numbers that look random and are the same at every run. */
export interface Random {
  /** A whole number from 0 to below `most`; 0 when `most` is 0. */
  readonly below: (most: number) => number;
  /** True so often in the long run, for a share in [0, 1]. */
  readonly chance: (share: number) => boolean;
  readonly pick: <Item>(items: readonly Item[]) => Item | undefined;
}

/** A seeded source of numbers (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number): number => Math.floor(next() * most);
  return { below, chance: (share) => next() < share, pick: (items) => items[below(items.length)] };
}
