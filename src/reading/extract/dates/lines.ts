import { type Box, blockBox, type Outline } from '../outline/outline.ts';

/** A stretch of a page that may be a date line. */
export interface Line {
  readonly text: string;
  readonly box: Box;
  /** Index of its (first) block. */
  readonly at: number;
  /** What a label in the block before it says; empty if nothing. */
  readonly label: string;
  /** Whether it is cut from a longer text. */
  readonly cut: boolean;
}

/** A longer block is running text; only the ends of the article's text are looked into. */
const LONGEST_LINE = 160;
const END = 120;
const LONGEST_LABEL = 30;
/** Pieces of dates that sites set apart: "12", "Jun", "2015". */
const LONGEST_PIECE = 14;
const PIECES = 5;
const PIECE = /^(?:\p{L}{3,10}[.,]?|\d{1,2}[.,]?)$/u;
/** Pages have up to some hundred lines with dates; what comes later is no article's date. */
const MOST = 3_000;
const DATED = /(?:19|20)\d\d|\d\s?[./-]\s?\d{1,2}\s?[./-]\s?\d\d|\p{L}-\d\d(?!\d)|['’]\d\d/u;

/** The lines of a page that may hold a date with its year. `main` are the blocks of the article's text. */
export function datedLines(outline: Outline, main: readonly number[]): readonly Line[] {
  const first = main[0] ?? -1;
  const last = main.at(-1) ?? -1;
  const lines: Line[] = [];
  for (let at = 0; at < outline.blocks.length && lines.length < MOST; at++) {
    const block = outline.blocks[at];
    if (!block) continue;
    const { text, box } = block;
    const whole = text.length <= LONGEST_LINE;
    if (whole && DATED.test(text))
      lines.push({ text: unglued(text), box, at, label: labelBefore(outline, at), cut: false });
    if (!whole && at === first) lines.push({ text: text.slice(0, END), box, at, label: '', cut: true });
    if (!whole && at === last) lines.push({ text: text.slice(-END), box, at, label: '', cut: true });
    const joined = text.length <= LONGEST_PIECE && PIECE.test(text) ? joinedPieces(outline, at) : null;
    if (joined !== null) lines.push({ text: joined, box, at, label: labelBefore(outline, at), cut: false });
  }
  return lines;
}

/** Spans that follow each other without a blank: "By AliceMay 5, 2015Updated: May 6, 20155 min". */
const unglued = (text: string): string =>
  text
    .replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\d)(?=\p{Lu}\p{L})/gu, ' ')
    .replace(/(?<=[\s,]20\d\d)(?=\d{1,2}\s?\p{L})/gu, ' ');

function labelBefore(outline: Outline, at: number): string {
  const { text, box } = outline.blocks[at - 1] ?? { text: '', box: outline.root };
  return text.length <= LONGEST_LABEL && !/\d{4}/u.test(text) && !/^h\d$/u.test(blockBox(box).tag) ? text : '';
}

/** Short blocks that follow each other in one box or its children, as one text. */
function joinedPieces({ blocks }: Outline, at: number): string | null {
  const holder = blocks[at]?.box.parent ?? null;
  const pieces: string[] = [];
  for (const piece of blocks.slice(at, at + PIECES)) {
    const inside =
      piece.box === blocks[at]?.box ||
      piece.box === holder ||
      piece.box.parent === holder ||
      piece.box.parent?.parent === holder;
    if (!inside || piece.text.length > LONGEST_PIECE) break;
    pieces.push(piece.text);
  }
  const text = pieces.join(' ');
  return pieces.length > 1 && /\d/u.test(text) && /\p{L}{3}/u.test(text) && DATED.test(text) ? text : null;
}
