import { folded } from '../text.ts';
import type { Attributes } from './box.ts';
import type { Cut } from './cut.ts';
import { first } from './first.ts';
import { MOST_MARKS, MOST_OPEN_MARKS } from './limits.ts';
import { isMark, markOf } from './mark.ts';
import type { Box, Mark } from './outline.ts';

/** Characters of a mark's text that are kept. */
const LONGEST_TEXT = 200;

/** A mark whose text is being collected. */
interface OpenMark extends Omit<Mark, 'text'> {
  /** Of its element. */
  readonly depth: number;
  text: string;
}

/** Gathers the elements that state a fact, and what a reader sees of them. */
export function createMarkReader() {
  const marks: Mark[] = [];
  const open: OpenMark[] = [];
  let isCut = false;

  return {
    /** Opens a mark if the element is one; `place` tells its box and the index of its block. */
    open(tag: string, attributes: Attributes, depth: number, place: () => { readonly box: Box; readonly at: number }) {
      if (open.length >= MOST_OPEN_MARKS || !isMark(tag, attributes)) return;
      if (marks.length >= MOST_MARKS) isCut = true;
      else open.push({ ...markOf(tag, attributes), ...place(), depth, text: '' });
    },
    /** Ends the marks that are at least so deep. */
    close(depth: number): void {
      while ((open.at(-1)?.depth ?? -1) >= depth) {
        const { depth: _, text, ...mark } = open.pop() as OpenMark;
        marks.push({ ...mark, text: folded(text) });
      }
    },
    take(text: string): void {
      for (const mark of open) if (mark.text.length < LONGEST_TEXT) mark.text += first(text, LONGEST_TEXT);
    },
    result: (): readonly Mark[] => marks,
    cut: (): readonly Cut[] => (isCut ? ['marks'] : []),
  };
}
