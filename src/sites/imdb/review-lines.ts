import type { Rating } from '../../domain/reading.ts';
import { isRepeat } from '../../reading/extract/repeats.ts';
import { gluedRating } from '../../reading/extract/reviews/glued.ts';

/** A shorter line is no review of its own but the first line of one. */
const OPENING = 80;

/** One review of the page's text. */
export interface LineReview {
  readonly blocks: readonly string[];
  readonly rating: Rating | null;
}

/**
 * Reviews in the lines between "Featured reviews" and the rest of the page. Long reviews stand twice, first collapsed, and no line
 * says where one ends. A run of lines that repeats lines before it closes a review at the last repeated line; a rating glued to
 * a user name opens one; lines that are never repeated are short reviews, one line each.
 */
export function reviewsInLines(lines: readonly string[]): {
  readonly reviews: readonly LineReview[];
  readonly repeats: number;
} {
  const reviews: LineReview[] = [];
  let repeats = 0;
  let rating: Rating | null = null;
  for (let i = 0; i < lines.length; ) {
    const glued = gluedRating(lines[i] ?? '');
    if (glued) {
      rating = glued;
      i += 1;
      continue;
    }
    const { length, copied } = reviewAt(lines, i);
    reviews.push({ blocks: lines.slice(i, i + length), rating });
    if (copied > 0) repeats += 1;
    rating = null;
    i += length + copied;
  }
  return { reviews, repeats };
}

/** How many lines the review that starts at `i` has, and how many lines behind it repeat it. */
function reviewAt(lines: readonly string[], i: number): { readonly length: number; readonly copied: number } {
  const end = lines.findIndex((line, j) => j > i && gluedRating(line) !== null);
  const limit = Math.min(end < 0 ? lines.length : end, i + 40);
  // The nearest line that stands again behind this review starts the copy; a copy may leave the first lines out.
  for (let copy = i + 1; copy < limit; copy++) {
    const from = lines.slice(i, copy).findIndex((line) => isSame(line, lines[copy] ?? ''));
    if (from < 0) continue;
    const length = copy - i;
    let copied = 0;
    while (
      from + copied < length &&
      copy + copied < limit &&
      isSame(lines[i + from + copied] ?? '', lines[copy + copied] ?? '')
    )
      copied += 1;
    if (from + copied === length) return { length, copied };
  }
  const opensNext = (lines[i] ?? '').length < OPENING && i + 1 < limit;
  return { length: opensNext ? 2 : 1, copied: 0 };
}

const isSame = (a: string, b: string): boolean => a === b || (a.length > 60 && b.length > 60 && isRepeat(a, b));
