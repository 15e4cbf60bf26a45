import type { AnyNode, Element } from 'domhandler';

/** So many characters cost as much as an element. */
const CHARACTERS = 100;

/** The first cards that come to a size of at most `most` together, and their size; see `MOST_SIZE`. */
export function fitting(
  cards: readonly Element[],
  most: number,
): { readonly cards: readonly Element[]; readonly size: number } {
  let size = 0;
  const fit = cards.filter((card) => {
    const own = sizeOf(card, most - size);
    if (size + own > most) return false;
    size += own;
    return true;
  });
  return { cards: fit, size };
}

/** The size of a card, counted until it is more than `most`. */
function sizeOf(card: Element, most: number): number {
  let size = 0;
  const open: AnyNode[] = [card];
  for (let node = open.pop(); node !== undefined && size <= most; node = open.pop()) {
    if ('data' in node) size += node.data.length / CHARACTERS;
    if (!('children' in node)) continue;
    if ('name' in node) size += 1 + attributesLength(node) / CHARACTERS;
    for (const child of node.children) open.push(child);
  }
  return size;
}

function attributesLength({ attribs }: Element): number {
  let length = 0;
  for (const name in attribs) length += name.length + (attribs[name]?.length ?? 0);
  return length;
}
