import type { NameHit, Show } from '../../domain/catalogue.ts';
import { wholeWords } from './patterns.ts';

/** Characters around a name in which a homonym that holds it is looked for. */
const AROUND = 40;

const patterns = new WeakMap<Show, RegExp | null>();

/** What only looks like the show, as one expression; made once for each show. */
function patternOf(show: Show): RegExp | null {
  const known = patterns.get(show);
  if (known !== undefined) return known;
  const pattern = wholeWords(show.homonyms);
  patterns.set(show, pattern);
  return pattern;
}

/** Whether a match is but a part of something that only looks like the show. */
export function isHomonym(show: Show, { start, end }: NameHit, text: string): boolean {
  const others = patternOf(show);
  if (others === null) return false;
  const from = Math.max(0, start - AROUND);
  for (const match of text.slice(from, end + AROUND).matchAll(others)) {
    const found = from + match.index;
    if (found < end && start < found + match[0].length) return true;
  }
  return false;
}

/** The first text that only looks like the show ("Census Bureau"), or null. */
export function homonymIn(show: Show, text: string): string | null {
  const pattern = patternOf(show);
  if (pattern === null) return null;
  const [found] = text.matchAll(pattern);
  return found?.[0] ?? null;
}
