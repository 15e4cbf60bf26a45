import type { Path } from './findings.ts';

/** The usable items of a list, each with its path. */
export const each = <Item>(
  list: readonly (Item | undefined)[] | undefined,
  path: Path,
): readonly (readonly [Item, Path])[] =>
  (list ?? []).flatMap((item, at) => (item === undefined ? [] : [[item, [...path, at]] as const]));

/** The items whose key an earlier one has; a key of null is like no other. */
export function repeats<Item>(
  items: readonly (readonly [Item, Path])[],
  keyOf: (item: Item) => string | null,
): readonly (readonly [Item, Path])[] {
  const seen = new Set<string>();
  return items.filter(([item]) => {
    const key = keyOf(item);
    const isRepeat = key !== null && seen.has(key);
    if (key !== null) seen.add(key);
    return isRepeat;
  });
}

/** Text as matching compares it: without case and diacritics, every sign a blank. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/gu, 'oe')
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim();
