import type { Block } from '../../../domain/extraction.ts';
import { type Box, blockBox, type TextBlock } from '../outline/outline.ts';
import { folded } from '../text.ts';

const KINDS: Readonly<Record<string, Block['kind']>> = { li: 'item', dd: 'item', dt: 'item', blockquote: 'quote' };
/** A line that ends like this ends a sentence, or opens a list. */
const ENDS = /[.!?…:;»”"]$/u;

/** The chosen blocks as text. Lines that a page parts by a single line break in the middle of a sentence become one block again. */
export function textBlocks(blocks: readonly TextBlock[], chosen: readonly number[]): readonly Block[] {
  const text: { kind: Block['kind']; text: string }[] = [];
  let before = -2;
  for (const i of chosen) {
    const block = blocks[i];
    if (!block) continue;
    const last = text.at(-1);
    const goesOn =
      before === i - 1 && block.breaks === 1 && blockBox(blocks[before]?.box ?? block.box) === blockBox(block.box);
    if (last && goesOn && !ENDS.test(last.text)) last.text += ` ${block.text}`;
    else text.push({ kind: kindOf(blockBox(block.box)), text: block.text });
    before = i;
  }
  return text;
}

function kindOf(box: Box): Block['kind'] {
  if (/^h[1-6]$/u.test(box.tag)) return 'heading';
  return KINDS[box.tag] ?? (box.parent ? (KINDS[box.parent.tag] ?? 'paragraph') : 'paragraph');
}

/** A declared body as blocks: one a line. */
export const declaredBlocks = (body: string): readonly Block[] =>
  body
    .split(/\n+/u)
    .map(folded)
    .filter((text) => text !== '')
    .map((text) => ({ kind: 'paragraph', text }));
