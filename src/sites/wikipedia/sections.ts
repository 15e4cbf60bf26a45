import type { Block } from '../../domain/extraction.ts';
import rules from './sections.json' with { type: 'json' };

/** A block and the level of the heading that it is; null for text. */
export interface Line {
  readonly level: number | null;
  readonly block: Block;
}

/** The blocks without the sections that are no text (notes, links, see also, with all below them) and without headings over nothing. */
export function withoutLeftOut(lines: readonly Line[]): readonly Block[] {
  let closed: number | null = null;
  const kept: Line[] = [];
  for (const line of lines) {
    if (line.level !== null && (closed === null || line.level <= closed))
      closed = rules.leftOut.includes(line.block.text.toLowerCase()) ? line.level : null;
    if (closed === null) kept.push(line);
  }
  return kept.filter(({ level }, i) => level === null || leads(kept, i)).map(({ block }) => block);
}

/** Whether text or a deeper heading follows the heading. */
function leads(lines: readonly Line[], at: number): boolean {
  const next = lines[at + 1];
  return next !== undefined && (next.level === null || next.level > (lines[at]?.level ?? 0));
}
