import { ancestors, type Box, type Outline } from '../outline/outline.ts';
import words from './bylines.json' with { type: 'json' };
import type { MetadataPage } from './page.ts';

/** Bylines stand at most so many blocks before or behind the heading, and behind the article's end. */
const BEFORE = 10;
const BEHIND = 30;
const AFTER_END = 6;
const FOREIGN = new RegExp(words.foreign, 'iu');

/** The blocks among which the byline is looked for. */
export interface Zone {
  readonly outline: Outline;
  readonly indices: readonly number[];
  /** The boxes that hold the heading: what they are named for concerns the whole article. */
  readonly own: ReadonlySet<Box>;
  /** From the block behind the heading up to the article's text. */
  readonly between: readonly [number, number];
}

/** The blocks around the heading and behind the end of the text; those of comments and of other articles are left out. */
export function zoneOf({ outline, main }: MetadataPage, heading: number | null): Zone {
  const start = heading ?? main[0] ?? 0;
  const until = Math.max(start + BEHIND, Math.min(main[0] ?? 0, start + 3 * BEHIND));
  const end = main.at(-1);
  const indices = range(Math.max(0, start - BEFORE), until);
  if (end !== undefined) indices.push(...range(Math.max(until, end - 1), end + AFTER_END));
  const own = ownBoxes(outline, heading);
  const isNear = (i: number): boolean => {
    const block = outline.blocks[i];
    return block !== undefined && !isForeign(block.box, own);
  };
  const between = [start + 1, heading === null ? start : Math.min(main[0] ?? start + 8, start + 8)] as const;
  return { outline, own, between, indices: indices.filter(isNear) };
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/** The boxes that hold a block; what they are named for says nothing against what else is in them. */
export function ownBoxes({ blocks }: Outline, index: number | null | undefined): ReadonlySet<Box> {
  const box = index === null || index === undefined ? undefined : blocks[index]?.box;
  return new Set(box ? ancestors(box) : []);
}

/** Whether a box is hidden, in comments, or in a list of other articles, and that does not hold the article as well. */
export function isForeign(box: Box, own: ReadonlySet<Box>): boolean {
  for (const each of ancestors(box)) {
    if (own.has(each)) return false;
    if (each.hidden || each.tag === 'nav') return true;
    if (each.tag !== 'body' && (each.families.has('comment') || FOREIGN.test(each.names))) return true;
    if (each.tag === 'footer' && !isInArticle(each)) return true;
  }
  return false;
}

function isInArticle(box: Box): boolean {
  for (const { tag } of ancestors(box)) if (tag === 'article' || tag === 'main') return true;
  return false;
}
