import { ancestors, type Box } from '../outline/outline.ts';
import type { MeasuredBlock } from '../scoring/measure.ts';

/** A page is laid out by a table when one cell holds this share of what was kept. */
const ARTICLE_SHARE = 0.6;
/** A block of so many words in another row may be a part of the article that got a row of its own, such as its opening. */
const OWN_ROW_WORDS = 25;

/** On a page that is laid out by tables: only the article's cell, without the cells beside it and the mastheads above and below. */
export function withoutColumns(blocks: readonly MeasuredBlock[], kept: readonly number[]): readonly number[] {
  const block = (i: number): MeasuredBlock => blocks[i] as MeasuredBlock;
  const cell = articleCell(kept.map(block));
  if (cell === null) return kept;
  const row = cell.parent;
  return kept.filter((i) => {
    const { box, words } = block(i);
    const around = [...ancestors(box)];
    if (around.includes(cell)) return true;
    const isBeside = row !== null && around.includes(row);
    const isElsewhere = !around.some(({ tag }) => tag === 'td');
    return !isBeside && (isElsewhere || words >= OWN_ROW_WORDS);
  });
}

/** The innermost cell of a table that holds most of the words; null on other pages. */
function articleCell(kept: readonly MeasuredBlock[]): Box | null {
  const words = new Map<Box, number>();
  let total = 0;
  for (const block of kept) {
    total += block.words;
    for (const box of ancestors(block.box)) {
      if (box.tag === 'td') words.set(box, (words.get(box) ?? 0) + block.words);
    }
  }
  const cells = [...words].filter(([, held]) => held >= ARTICLE_SHARE * total).map(([box]) => box);
  return cells.sort((a, b) => b.depth - a.depth)[0] ?? null;
}
