import type { About } from './analysis.ts';
import { longestAt, type Marked } from './marked.ts';
import { leads, type Piece } from './pieces.ts';

/** So many words may join two targets: "the acting and the music". */
const LIST_REACH = 5;
const POSSESSIVE = /'s?$/u;

/** The target that the last word of a target is joined to, by "and" or as a part ("the end of season two", "Ann's wit"); -1 for none. */
function joinedTo(marked: Marked, at: number): number {
  const { named, words } = marked;
  if (named[at] === -1 || named[at + 1] === named[at]) return -1;
  let joined = POSSESSIVE.test(words[at]?.text ?? '');
  for (let i = at + 1; i <= at + LIST_REACH; ) {
    const next = named[i] ?? -1;
    if (next !== -1) return joined ? next : -1;
    const joint = longestAt(marked, i, ['glue', 'links']);
    if (joint === 0 && longestAt(marked, i, ['determiners', 'numbers']) === 0) return -1;
    joined ||= joint > 0;
    i += Math.max(1, joint);
  }
  return -1;
}

/** Gives the targets of a list the words of all of it: "A and B are superb", "praise for A, B". */
export function joinLists(
  marked: Marked,
  pieces: readonly Piece[],
  owners: readonly number[],
  about: readonly About[],
): void {
  const parents = about.map((_, i) => i);
  const silent = about.map(({ silent: says, turn, source }, i) => says && turn === 'same' && source === i);
  marked.named.forEach((target, at) => {
    const next = joinedTo(marked, at);
    if (next !== -1) join(parents, target, next);
  });
  pieces.forEach((piece, i) => {
    const [before, next] = [owners[i - 1] ?? -1, pieces[i + 1]];
    if (!silent[piece.target]) return;
    if (next && next.target !== -1 && isListed(next) && leads(marked, piece)) join(parents, piece.target, next.target);
    else if (before >= 0 && isListed(piece)) join(parents, before, piece.target);
  });
  shareWords(pieces, about, parents);
}

const isListed = ({ opener }: Piece): boolean => opener === 'and' || opener === 'comma';

function rootOf(parents: number[], index: number): number {
  let root = index;
  while ((parents[root] ?? root) !== root) {
    parents[root] = parents[parents[root] ?? root] ?? root;
    root = parents[root] ?? root;
  }
  return root;
}

function join(parents: number[], one: number, two: number): void {
  parents[rootOf(parents, two)] = rootOf(parents, one);
}

/**
 * The words of a list are those of all its targets as far as the sentence names them together; what comes after a stop
 * is each one's own ("the former …, the latter …"). A comparison with the first is one with all that say nothing.
 */
function shareWords(pieces: readonly Piece[], about: readonly About[], parents: number[]): void {
  let stops = 0;
  const stopsBefore = pieces.map(({ opener }) => (stops += opener === 'stop' ? 1 : 0));
  const namedIn = new Map<number, number>();
  pieces.forEach(({ target }, i) => target !== -1 && namedIn.set(rootOf(parents, target), stopsBefore[i] ?? 0));
  const isTogether = (root: number) => (piece: number) => stopsBefore[piece] === namedIn.get(root);
  const lists = new Map<number, Set<number>>();
  about.forEach(({ own }, i) => {
    const root = rootOf(parents, i);
    const list = lists.get(root) ?? new Set();
    for (const each of own.filter(isTogether(root))) list.add(each);
    lists.set(root, list);
  });
  const sorted = new Map([...lists].map(([root, list]) => [root, [...list].sort((a, b) => a - b)]));
  about.forEach((each, i) => {
    const root = rootOf(parents, i);
    const apart = each.own.filter((piece) => !isTogether(root)(piece));
    const together = sorted.get(root) ?? [];
    each.own = apart.length === 0 ? together : [...new Set([...together, ...apart])].sort((a, b) => a - b);
    const first = about[root];
    if (first && each.silent && each.turn === 'same' && first.turn !== 'opposite') each.turn = first.turn;
  });
}
