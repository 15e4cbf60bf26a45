import { cutsOf, type Opener } from './cuts.ts';
import { longestAt, type Marked, stands } from './marked.ts';

/** A run of words, `from` … `to` (excluded), that names at most one target. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly opener: Opener;
  /** The target named in it, -1 for none. */
  readonly target: number;
  /** The target whose noun follows at once in the next piece, -1 for none: "gives | Colman a part". */
  readonly before: number;
}

/** So many words may stand between an article and its noun. */
const NOUN_REACH = 4;

/** The pieces of a sentence in order, without gaps. */
export function piecesOf(marked: Marked): readonly Piece[] {
  const cuts = cutsOf(marked);
  return cuts.flatMap(({ at, opener }, i) => split(marked, at, cuts[i + 1]?.at ?? marked.words.length, opener));
}

/** Cuts a run of words before the noun of each target in it. */
function split(marked: Marked, from: number, to: number, opener: Opener): readonly Piece[] {
  const nouns = nounsIn(marked, from, to);
  const [first] = nouns;
  if (!first) return [{ from, to, opener, target: -1, before: -1 }];
  const whole = opener === 'front' || opener === 'opposer' || first.at <= contentFrom(marked, from);
  const prefix: readonly Piece[] = whole ? [] : [{ from, to: first.at, opener, target: -1, before: first.target }];
  const own = nouns.map(({ at, target }, i): Piece => {
    const opens = whole && i === 0;
    const end = nouns[i + 1]?.at ?? to;
    return { from: opens ? from : at, to: end, opener: opens ? opener : 'object', target, before: -1 };
  });
  return [...prefix, ...own];
}

interface Noun {
  readonly at: number;
  readonly target: number;
}

/** Where the noun phrases of the targets named in a run begin. */
function nounsIn(marked: Marked, from: number, to: number): readonly Noun[] {
  const nouns: Noun[] = [];
  let free = from;
  for (let at = from; at < to; at++) {
    const target = marked.named[at] ?? -1;
    if (target === -1) continue;
    if (target !== nouns.at(-1)?.target) nouns.push({ at: nounStart(marked, at, free), target });
    free = at + 1;
  }
  return nouns;
}

/** Where the noun phrase of a word begins: its article, what it is a part of ("the wit of the first"), the preposition before. */
function nounStart(marked: Marked, at: number, from: number): number {
  const start = articleOf(marked, at, from);
  if (start === from) return start;
  const link = stands(marked, start, 'links') ? start : stands(marked, start - 1, 'links') ? start - 1 : -1;
  const head = link === -1 ? start : articleOf(marked, link, from);
  const begins = head < link ? head : start;
  return begins > from && stands(marked, begins - 1, 'prepositions') ? begins - 1 : begins;
}

function articleOf(marked: Marked, at: number, from: number): number {
  let start = at;
  for (let i = at - 1; i >= Math.max(from, at - NOUN_REACH); i--) {
    if (marked.words[i]?.pause || stands(marked, i, 'prepositions')) break;
    if (stands(marked, i, 'determiners')) return i;
    if (stands(marked, i, 'numbers')) start = i;
  }
  return start;
}

/** The first word of a piece after what only opens it: at most two openers, as in "and where". */
export function contentFrom(marked: Marked, from: number): number {
  const after = from + longestAt(marked, from, OPENERS);
  return after + longestAt(marked, after, OPENERS);
}

const OPENERS = ['turns', 'adverbs', 'softTurns', 'fronts', 'relatives', 'ands'] as const;

/** True when a piece begins with its target: it is what the piece speaks of. */
export const leads = (marked: Marked, { target, opener, from }: Piece): boolean =>
  target !== -1 &&
  opener !== 'object' &&
  opener !== 'opposer' &&
  !stands(marked, contentFrom(marked, from), 'prepositions');

/** True when a pause follows the target of a piece, or what that is a part of: its verb is still to come. */
export function isOpen(marked: Marked, { from, to, target }: Piece): boolean {
  const { words, named } = marked;
  let last = to - 1;
  if (!words[last]?.pause) return false;
  while (last > from && words[last]?.pause) last--;
  if (named[last] === target) return true;
  while (last > from && named[last] !== target && !stands(marked, last, 'links')) last--;
  return named[last] !== target && named[last - 1] === target;
}

const SILENT = ['determiners', 'prepositions', 'glue', 'ands', 'fronts', 'turns', 'numbers'] as const;

/** True when a piece names its target and says nothing; the words of `compared` say it already. */
export function isBare(marked: Marked, { from, to }: Pick<Piece, 'from' | 'to'>, compared: Uint8Array): boolean {
  for (let at = from; at < to; at++) {
    if (marked.named[at] !== -1 || marked.words[at]?.pause || compared[at] === 1) continue;
    if (longestAt(marked, at, SILENT) === 0) return false;
  }
  return true;
}
