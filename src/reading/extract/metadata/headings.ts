import { ancestors, type Box, isIn, type Outline } from '../outline/outline.ts';
import { plain } from './plain.ts';

/** A heading of the page: its text, joined from its blocks, and the index of the first of them. */
export interface Heading {
  readonly text: string;
  readonly at: number;
  /** 1 for h1 … 6; what is marked as the headline counts as 1. */
  readonly level: number;
}

/** Headings beyond this number name no article. */
const MOST = 200;

/** The visible headings of a page in page order; those of comments and related articles are left out. */
export function headingsOf({ blocks }: Outline): readonly Heading[] {
  const found: { text: string; at: number; level: number; box: Box }[] = [];
  for (const [at, { text, box }] of blocks.entries()) {
    const heading = headingBox(box);
    if (heading === null || heading.hidden) continue;
    const last = found.at(-1);
    if (last?.box === heading) last.text += ` ${text}`;
    else if (heading.tag === 'h1' || !(isIn(heading, 'comment') || isIn(heading, 'related', 3)))
      found.push({ text, at, level: levelOf(heading), box: heading });
    if (found.length >= MOST) break;
  }
  return found.map(({ text, at, level }) => ({ text: plain(text), at, level }));
}

function headingBox(box: Box): Box | null {
  for (const each of ancestors(box)) if (isHeading(each)) return each;
  return null;
}

const isHeading = ({ tag }: Box): boolean => /^h[1-6]$/u.test(tag);
const levelOf = ({ tag, names }: Box): number => (/(?:^|\s)headline(?:\s|$)/u.test(names) ? 1 : Number(tag.slice(1)));
