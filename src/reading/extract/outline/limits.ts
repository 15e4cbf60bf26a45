/** Boxes nest to about 60 on pages of the press; what walks up from a block must not meet a page that nests without end. */
export const MAX_DEPTH = 1_000;
/** Elements of any kind: pages that forget to close `<font>` or `<b>` nest them to some hundreds. */
export const MAX_ELEMENT_DEPTH = 5_000;

/**
 * A page is read up to the first of these, each four to ten times what the largest of 1,700 pages of the press holds.
 * `elements` counts those of any kind, `text` the characters of the blocks. `walk` adds up how deep the blocks stand, as what
 * looks at a block walks up from it; `nesting` how deep each piece of the page goes, as a closing tag looks for its opening one.
 */
export const MOST = {
  blocks: 10_000,
  boxes: 60_000,
  elements: 100_000,
  walk: 500_000,
  text: 500_000,
  nesting: 100_000,
} as const;

/** Facts that are kept; the page is read on behind them. */
export const MOST_MARKS = 10_000;

/** Meta elements, scripts of structured data and their characters, and characters of the title that are kept. */
export const MOST_IN_HEAD = { meta: 2_000, scripts: 500, data: 2_000_000, title: 5_000 } as const;

/** Characters of an attribute that are kept: the head's, and those of anything else. */
export const LONGEST_VALUE = { head: 20_000, other: 1_000 } as const;

/** Marks inside marks: the innermost ones beyond this are passed over. */
export const MOST_OPEN_MARKS = 20;

/** Characters that go to the parser at once, so that reading can end before the page does. */
export const PIECE = 65_536;
