import { isMachineMade } from './blocks.ts';
import { isCopy, lettersOf } from './letters.ts';
import type { Found } from './rules.ts';

/** Letters that decide which reviews can be copies of each other. */
const HEAD = 40;
/** Letters from which on nobody begins a review like somebody else by chance. */
const SHORTEST_COPY = 60;

interface Kept {
  readonly review: Found;
  readonly letters: string;
}

const textOf = (review: Found): string => review.blocks.join(' ');

/**
 * The reviews that people wrote, each once, the fullest copy where the first one stood. Two people who write the same two words
 * are two reviews.
 */
export function keptReviews(found: readonly Found[]): {
  readonly kept: readonly Found[];
  readonly repeats: number;
  readonly machine: number;
} {
  const written = found.filter((review) => !isMachineMade(review.title ?? '') && !isMachineMade(textOf(review)));
  const kept: Kept[] = [];
  const byHead = new Map<string, number[]>();
  for (const review of written) {
    const item = { review, letters: lettersOf(textOf(review)) };
    const head = item.letters.slice(0, HEAD);
    const places = byHead.get(head) ?? [];
    byHead.set(head, places);
    const place = places.find((at) => isSame(kept[at] as Kept, item));
    if (place === undefined) places.push(kept.push(item) - 1);
    else if (item.letters.length > (kept[place] as Kept).letters.length) kept[place] = item;
  }
  const repeats = written.length - kept.length;
  return { kept: kept.map(({ review }) => review), repeats, machine: found.length - written.length };
}

/** Of two reviews that begin alike; one author does not begin two reviews with the same words. */
function isSame(a: Kept, b: Kept): boolean {
  if (a.review.author !== null && b.review.author !== null) return a.review.author === b.review.author;
  return isCopy(a.letters, b.letters, SHORTEST_COPY);
}
