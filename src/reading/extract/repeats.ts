/** Characters of a text that decide whether another one begins like it. */
const HEAD = 60;

/** Letters and digits only, lower case: what stays the same between a collapsed and an expanded copy. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(?:…|\.\.\.)\s*(?:read more|more|lire la suite|suite)?\s*$/iu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether one of two texts is a copy of the other, or only its beginning (a collapsed copy of an expanded one). */
export function isRepeat(a: string, b: string): boolean {
  const [short, long] = [bare(a), bare(b)].sort((x, y) => x.length - y.length);
  if (short === undefined || long === undefined || short === '') return false;
  return short === long || (short.length >= HEAD && (long.startsWith(short) || long.includes(short)));
}

/** Items without repeats: of copies the fullest stays, where the first one stood. Also counts what went. */
export function withoutRepeats<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
): { readonly kept: readonly Item[]; readonly repeats: number } {
  const kept: Item[] = [];
  for (const item of items) {
    const at = kept.findIndex((other) => isRepeat(textOf(other), textOf(item)));
    if (at < 0) kept.push(item);
    else if (textOf(item).length > textOf(kept[at] as Item).length) kept[at] = item;
  }
  return { kept, repeats: items.length - kept.length };
}
