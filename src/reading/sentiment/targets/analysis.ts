import type { ModelLanguage } from '../tokens.ts';
import { echoOf } from './echoes.ts';
import { joinLists } from './lists.ts';
import { type Marked, mark, type Span } from './marked.ts';
import { ALL, ownersOf } from './owners.ts';
import { isBare, type Piece, piecesOf } from './pieces.ts';
import { type Relation, relationAt, type Turn } from './relations.ts';

/** A target of a sentence: its pieces by number, and what decides where they say nothing. */
export interface About {
  own: readonly number[];
  turn: Turn;
  /** The target whose words are read in its place, itself in most cases. */
  source: number;
  /** What it has in common with another: words `from` … `to`. */
  alike: readonly [number, number] | null;
  /** True when its pieces only name it. */
  silent: boolean;
}

/** What is known of a sentence with its targets. */
export interface Analysis {
  readonly marked: Marked;
  readonly pieces: readonly Piece[];
  /** 1 for the words of comparisons, which have said what they say. */
  readonly compared: Uint8Array;
  readonly about: readonly Readonly<About>[];
}

/** Reads which pieces of a sentence speak of which target, in time linear in its length. */
export function analyse(sentence: string, language: ModelLanguage, targets: readonly Span[]): Analysis {
  const marked = mark(sentence, language, targets);
  const pieces = piecesOf(marked);
  const owners = ownersOf(marked, pieces);
  const about = shared(owners, targets.length);
  const compared = new Uint8Array(marked.words.length);
  compare(marked, pieces, owners, about, compared);
  about.forEach((each, i) => {
    each.silent = each.own.every((own) => isBare(marked, pieces[own] ?? { from: 0, to: 0 }, compared));
    if (!each.silent) speakForItself(each, i);
  });
  repeat(marked, pieces, owners, about);
  joinLists(marked, pieces, owners, about);
  return { marked, pieces, compared, about };
}

function shared(owners: readonly number[], targets: number): About[] {
  const named = new Set<number>();
  const own = Array.from({ length: targets }, (): number[] => []);
  owners.forEach((owner, i) => {
    if (owner >= 0) named.add(owner);
    for (const each of owner === ALL ? named : [owner]) own[each]?.push(i);
  });
  return own.map((each, source) => ({ own: each, turn: 'same', source, alike: null, silent: false }));
}

/** Sets the turns of what is compared, and marks the words that compare. */
function compare(
  marked: Marked,
  pieces: readonly Piece[],
  owners: readonly number[],
  about: readonly About[],
  compared: Uint8Array,
): void {
  let piece = 0;
  const met = new Set<number>();
  marked.named.forEach((target, at) => {
    while ((pieces[piece]?.to ?? Infinity) <= at) piece++;
    const second = about[target];
    if (!second || met.has(target)) return;
    met.add(target);
    const relation = relationAt(marked, at);
    if (!relation) return;
    compared.fill(1, relation.from, relation.to);
    const other = counterpart(owners, piece, target);
    const first = about[other];
    if (first && relation.first !== 'same') first.turn = relation.first;
    relate(second, relation, first ? other : target);
  });
}

/** The words of another count for a target only where its own say nothing. */
function speakForItself(own: About, index: number): void {
  if (own.turn === 'opposite') own.turn = 'same';
  own.source = index;
}

function relate(second: About, { second: turn, from, alike, likens }: Relation, source: number): void {
  second.turn = turn;
  if (turn === 'opposite' || likens) second.source = source;
  if (alike !== -1) second.alike = [alike, from];
}

/** So many pieces may stand between two things that are compared. */
const COMPARED_REACH = 8;

/** What is compared with the target of a piece: what was spoken of before, else what comes next. */
function counterpart(owners: readonly number[], piece: number, target: number): number {
  const isOther = (i: number): boolean => (owners[i] ?? -1) >= 0 && owners[i] !== target;
  for (let i = piece - 1; i >= Math.max(0, piece - COMPARED_REACH); i--) if (isOther(i)) return owners[i] ?? -1;
  for (let i = piece + 1; i <= piece + COMPARED_REACH; i++) if (isOther(i)) return owners[i] ?? -1;
  return -1;
}

/** Echoes take the words of what they echo. */
function repeat(marked: Marked, pieces: readonly Piece[], owners: readonly number[], about: readonly About[]): void {
  pieces.forEach((piece, i) => {
    const own = about[piece.target];
    const first = pieces[i - 1]?.before === piece.target && owners[i - 1] === piece.target ? i - 1 : i;
    const echoed = owners[first - 1] ?? -1;
    if (!own || echoed < 0 || echoed === piece.target || own.own[0] !== first) return;
    const echo = echoOf(marked, { ...piece, from: pieces[first]?.from ?? piece.from });
    if (!echo) return;
    own.turn = echo;
    own.source = about[echoed]?.source ?? echoed;
  });
}
