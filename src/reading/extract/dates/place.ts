import { ancestors, type Box, blockBox, type Outline } from '../outline/outline.ts';
import words from './words.json' with { type: 'json' };

/** Where the article stands on its page. */
export interface Ground {
  readonly outline: Outline;
  /** Index of the block with the title. */
  readonly heading: number | null;
  /** Indices of the blocks of the main text, ascending. */
  readonly main: readonly number[];
}

/** Tells where blocks stand: the names of what speaks for or against a date there, as in `weights.json`. */
export interface Places {
  /** Near the title, at an end of the main text, far from both … */
  readonly zone: (at: number) => readonly string[];
  /** In comments, lists of other articles, the foot of the page … */
  readonly surroundings: (box: Box) => readonly string[];
}

const list = new RegExp(words.listNames, 'iu');
const commentHead = new RegExp(words.commentHeads, 'iu');
const foot = new RegExp(words.footNames, 'iu');

/** The places of a page. Boxes that also hold the title or the main text are no surroundings, whatever their names. */
export function placesOf({ outline, heading, main }: Ground): Places {
  const [start = null] = main;
  const end = main.at(-1) ?? null;
  const title = heading !== null && (end === null || heading <= end) ? heading : null;
  const own = boxesOver(outline, [title, start, end]);
  const inMain = new Set(main);
  const comments = commentsFrom(outline, end ?? title ?? outline.blocks.length);
  const known = new Map<Box, readonly string[]>();
  return {
    zone: (at) => [
      ...aroundTitle(at, title, start),
      ...aroundText(at, start, end, inMain),
      ...(at > comments ? ['comment', 'inComments'] : []),
    ],
    surroundings: (box) => {
      const before = known.get(box);
      if (before) return before;
      const found = surroundingsOf(box, own);
      known.set(box, found);
      return found;
    },
  };
}

function boxesOver({ blocks }: Outline, indices: readonly (number | null)[]): ReadonlySet<Box> {
  const own = indices.map((at) => (at === null ? undefined : blocks[at])).filter((block) => block !== undefined);
  return new Set(own.flatMap(({ box }) => [...ancestors(box)]));
}

/** The block with the first heading after the text that says that comments follow. */
function commentsFrom({ blocks }: Outline, end: number): number {
  const at = blocks.findIndex(
    ({ text, box }, index) =>
      index > end && /^h\d$/u.test(blockBox(box).tag) && (box.families.has('comment') || commentHead.test(text)),
  );
  return at < 0 ? blocks.length : at;
}

function aroundTitle(at: number, title: number | null, start: number | null): readonly string[] {
  if (title === null) return ['untitled'];
  const distance = at - title;
  if (distance === 0) return ['inTitle'];
  if (distance < 0) return distance >= -2 ? ['justBefore'] : distance >= -7 ? ['before'] : [];
  if (start !== null && at > start + 1) return [];
  return [distance <= 2 ? 'justAfter' : distance <= 5 ? 'after' : distance <= 12 ? 'wellAfter' : 'below'];
}

function aroundText(
  at: number,
  start: number | null,
  end: number | null,
  inMain: ReadonlySet<number>,
): readonly string[] {
  if (start === null || end === null) return ['textless'];
  if (at < start) return at >= start - 4 ? ['lead'] : at >= start - 12 ? ['ahead'] : ['farAhead'];
  if (at === start) return ['opening'];
  if (at === end) return ['closing'];
  if (at < end) return [at <= start + 2 ? 'early' : inMain.has(at) ? 'inText' : 'between'];
  return [at <= end + 3 ? 'tail' : at <= end + 10 ? 'behind' : 'farBehind'];
}

function surroundingsOf(box: Box, own: ReadonlySet<Box>): readonly string[] {
  const found = new Set<string>();
  if (box.hidden) found.add('hidden');
  let foots = false;
  for (const each of ancestors(box)) {
    if (own.has(each)) {
      // An article has a foot of its own, with its author and date.
      if (foots && !inArticle(each)) found.add('foot');
      break;
    }
    if (each.families.has('comment')) found.add('comment');
    if (each.families.has('related')) found.add('related');
    if (each.families.has('caption')) found.add('caption');
    if (each.tag === 'footer' || foot.test(each.names)) foots = true;
    if (each.tag === 'aside' || each.tag === 'nav' || list.test(each.names)) found.add('list');
    if (each.tag === 'article') found.add('otherArticle');
  }
  return [...found];
}

function inArticle(box: Box): boolean {
  for (const each of ancestors(box)) if (each.tag === 'article' || each.tag === 'main') return true;
  return false;
}
