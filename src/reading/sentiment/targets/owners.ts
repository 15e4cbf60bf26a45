import { type Marked, stands } from './marked.ts';
import { contentFrom, isOpen, leads, type Piece } from './pieces.ts';
import type { Rules } from './rules.ts';

/** All targets named so far speak with one voice ("both", "l'une comme l'autre"). */
export const ALL = -2;

/** What has been named when a piece begins. */
interface Past {
  /** The last target that its clause begins with, and whether its verb is still to come. */
  readonly subject: number;
  readonly open: boolean;
  /** The target named last, and the one before it. */
  readonly nearest: number;
  readonly older: number;
  /** Whose words an aside interrupts. */
  readonly interrupted: number;
  /** True once a target was named since the last stop or turn. */
  readonly named: boolean;
  /** The owner of the piece before, and whether that was a piece without a target. */
  readonly owner: number;
  readonly plain: boolean;
}

const NOTHING: Past = {
  subject: -1,
  open: false,
  nearest: -1,
  older: -1,
  interrupted: -1,
  named: false,
  owner: -1,
  plain: false,
};

/** The target that each piece speaks of: -1 where there is none, `ALL` for all so far. */
export function ownersOf(marked: Marked, pieces: readonly Piece[]): readonly number[] {
  const next = nextLeading(marked, pieces);
  let past = NOTHING;
  return pieces.map((piece, i) => {
    const before = entered(past, piece);
    const owner = ownerOf(marked, piece, before, next[i] ?? -1);
    const introduced = piece.target !== -1 && pieces[i - 1]?.before === piece.target && before.owner === piece.target;
    past = { ...left(marked, piece, before, introduced), owner, plain: piece.target === -1 && piece.before === -1 };
    return owner;
  });
}

function entered(past: Past, { opener }: Piece): Past {
  if (opener === 'aside') return { ...past, interrupted: past.owner };
  if (opener !== 'stop' && opener !== 'turn') return past;
  return { ...past, named: false, open: past.open && opener === 'turn' };
}

function ownerOf(marked: Marked, piece: Piece, past: Past, ahead: number): number {
  const { opener, target } = piece;
  if (target !== -1) return target;
  if (opener === 'resume' && past.interrupted !== -1) return past.interrupted;
  if (opener === 'relative' || opener === 'aside') return past.nearest;
  if (piece.before !== -1) return prefixOwner(marked, piece, past, ahead);
  if (opens(marked, piece, 'both') && past.nearest !== -1) return ALL;
  if (opens(marked, piece, 'former') && past.older !== -1) return past.older;
  if (opens(marked, piece, 'latter') && past.nearest !== -1) return past.nearest;
  if (past.nearest === -1) return ahead;
  if (opener === 'turn' && past.owner >= 0 && !marked.words[piece.from - 1]?.pause) return past.owner;
  if (!past.named && ahead !== -1 && !opens(marked, piece, 'pronouns')) return ahead;
  if (opener === 'and' && past.plain && past.owner >= 0) return past.owner;
  if (opener !== 'comma') return past.subject === -1 ? past.nearest : past.subject;
  return past.open && !opens(marked, piece, 'determiners') ? past.subject : past.nearest;
}

/** Whose words stand before the noun of a target: the subject's ("X saves | a dull season"), the next one's ("Duller | than X, Y"), or its own. */
function prefixOwner(marked: Marked, piece: Piece, past: Past, ahead: number): number {
  const { opener, before } = piece;
  const own = ['anyone', 'echoSame', 'echoOpposite'] as const;
  if (own.some((name) => opens(marked, piece, name))) return before;
  const noun = opens(marked, piece, 'determiners');
  const clause = noun || opens(marked, piece, 'pronouns');
  if (past.nearest !== -1 && opener === 'comma' && !past.open) return noun ? past.nearest : before;
  if (past.subject !== -1 && opener !== 'stop' && !(opener === 'and' && clause)) return past.subject;
  return ahead !== -1 && !clause && stands(marked, piece.to, 'prepositions') ? ahead : before;
}

/** What is known after a piece. A target that its own words introduce ("I loved | the first") is a subject too. */
function left(marked: Marked, piece: Piece, past: Past, introduced: boolean): Past {
  const { target, opener, from } = piece;
  if (target === -1) return past;
  const named = { ...past, named: true, nearest: target, older: target === past.nearest ? past.older : past.nearest };
  const told = introduced && (stands(marked, from, 'than') || !stands(marked, from, 'prepositions'));
  if (!leads(marked, piece) && !told) return named;
  if (opener === 'front') return { ...named, open: false };
  return opener === 'relative' && past.open ? named : { ...named, subject: target, open: isOpen(marked, piece) };
}

/** For each piece the next target that leads a piece before the next stop or turn. */
function nextLeading(marked: Marked, pieces: readonly Piece[]): readonly number[] {
  const next: number[] = pieces.map(() => -1);
  for (let i = pieces.length - 2; i >= 0; i--) {
    const after = pieces[i + 1];
    if (!after || after.opener === 'stop' || after.opener === 'turn') continue;
    next[i] = leads(marked, after) && after.opener !== 'relative' ? after.target : (next[i + 1] ?? -1);
  }
  return next;
}

function opens(marked: Marked, { from, to }: Piece, name: keyof Rules): boolean {
  const at = contentFrom(marked, from);
  return at < to && stands(marked, at, name);
}
