import { cutSentence } from './outline/cut.ts';
import { first } from './outline/first.ts';
import { MOST } from './outline/limits.ts';

/** The lines of a plain text without blanks around them, as many as are read of a page, and what there was too much of. */
export function linesOf(text: string): { readonly lines: readonly string[]; readonly cut: readonly string[] } {
  const lines = first(text, MOST.text).split(/\r\n|\r|\n/u);
  const cut = [
    ...(text.length > MOST.text ? (['text'] as const) : []),
    ...(lines.length > MOST.blocks ? (['blocks'] as const) : []),
  ];
  return { lines: lines.slice(0, MOST.blocks).map((line) => line.trim()), cut: cut.map(cutSentence) };
}
