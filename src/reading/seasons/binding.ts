import type { NameCandidate, NameHit, ShowId } from '../../domain/catalogue.ts';
import type { Expression } from './find.ts';
import type { Grammar } from './grammar.ts';
import { besideUnknownTitle } from './unknown-title.ts';

/** A title in a passage; offsets count from the start of the passage. */
export interface TitleHit {
  readonly show: ShowId;
  readonly start: number;
  readonly end: number;
}

/** Which show an expression speaks of; `unknown` is a title that the catalogue does not have. */
export type Binding =
  | { readonly kind: 'show'; readonly show: ShowId; readonly by: 'place' | 'possessive' | 'subject' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'none' };

const NONE: Binding = { kind: 'none' };
const UNKNOWN: Binding = { kind: 'unknown' };
/** Further than this from an expression nothing is adjacent to it, in characters. */
const REACH = 48;
/** How far back a possessive ("its third season") looks for the title that it stands for, in characters. */
const POSSESSIVE_REACH = 90;

/** Capitals tell a title from its words: "season 7 lost a tenth of its audience" names no show. */
function isWritten({ surface }: NameHit, { alias }: NameCandidate): boolean {
  if (alias.strength === 'capitals') return surface === surface.toUpperCase();
  // A number alone is a title too seldom to be one: "24 episodes".
  return /^\p{Lu}|^\d.{0,40}\p{L}/u.test(surface) || (alias.strength === 'strong' && /\p{Lu}/u.test(surface));
}

/** The titles of shows among the name matches of a passage; `prefer` wins where a name can be several shows. */
export function titlesIn(hits: readonly NameHit[], offset: number, prefer: ShowId | null): readonly TitleHit[] {
  return hits.flatMap((hit) => {
    const shows = hit.candidates.filter((candidate) => candidate.entity.type === 'show' && isWritten(hit, candidate));
    const show = shows.find((candidate) => candidate.entity.id === `show:${prefer}`) ?? shows[0];
    if (show === undefined) return [];
    return [{ show: show.entity.id.slice('show:'.length), start: hit.start - offset, end: hit.end - offset }];
  });
}

/** True when a title is only what something else is likened to: "unlike Homeland". */
export function isLikeness(folded: string, title: TitleHit, grammar: Grammar): boolean {
  return grammar.likeness.test(folded.slice(Math.max(0, title.start - REACH), title.start));
}

function adjacent(folded: string, at: Expression, titles: readonly TitleHit[], grammar: Grammar): TitleHit | undefined {
  const after = titles.find(
    (title) =>
      title.start >= at.end &&
      title.start - at.end < REACH &&
      !grammar.derived.test(folded.slice(title.end, title.end + REACH)) &&
      grammar.linkAfter.test(folded.slice(at.end, title.start)),
  );
  const last = titles.findLast((title) => title.end <= at.start);
  const near = last !== undefined && at.start - last.end < REACH;
  const gap = near ? folded.slice(last.end, at.start) : '';
  const aside = near && gap.startsWith(',') && isLikeness(folded, last, grammar);
  const before = near && !aside && grammar.linkBefore.test(gap) ? last : undefined;
  // In "Mafiosa, saison 3, Braquo, saison 2" a comma binds less than what stands before.
  if (after !== undefined && before !== undefined)
    return /^\s?,/.test(folded.slice(at.end, after.start)) ? before : after;
  return after ?? before;
}

function possessed(
  folded: string,
  at: Expression,
  titles: readonly TitleHit[],
  grammar: Grammar,
): TitleHit | undefined {
  const lead = folded.slice(Math.max(0, at.start - 30), at.start);
  if (!grammar.possessive.test(lead)) return undefined;
  return titles.findLast((title) => title.end <= at.start && at.start - title.end <= POSSESSIVE_REACH);
}

const SUBJECT_BEFORE = /(?:^|[:;!?"(-] ?|, )(?:the |la serie |le |la |les |l'|de son cote, )?"?$/;
const SUBJECT_AFTER = /^"? (?:n'|s'|[a-z]{2,14} )/;
const NEW_CLAUSE = /[;:]/;

/** The title of another show that is the subject of the clause: "Homeland burnt through its plot in two seasons". */
function subject(
  { folded, titles }: PassageNames,
  at: Expression,
  own: ShowId | null,
  grammar: Grammar,
): TitleHit | undefined {
  if (titles.some(({ show }) => show === own)) return undefined;
  return titles.findLast(
    (title) =>
      title.end <= at.start &&
      SUBJECT_BEFORE.test(folded.slice(0, title.start)) &&
      SUBJECT_AFTER.test(folded.slice(title.end, title.end + 20)) &&
      !NEW_CLAUSE.test(folded.slice(title.end, at.start)) &&
      !isLikeness(folded, title, grammar),
  );
}

/** Everything that binding looks at in one passage. */
export interface PassageNames {
  readonly text: string;
  readonly folded: string;
  readonly titles: readonly TitleHit[];
  /** All name matches, of any type, by their place in the passage. */
  readonly names: readonly { readonly start: number; readonly end: number }[];
  /** Folded words of the titles of the document's show. */
  readonly ownWords: ReadonlySet<string>;
}

/** The show that stands beside an expression, by adjacency ("saison 3 de Mafiosa") or possession ("its third season"). */
export function bind(at: Expression, names: PassageNames, grammar: Grammar, own: ShowId | null): Binding {
  const beside = adjacent(names.folded, at, names.titles, grammar);
  if (beside !== undefined) return { kind: 'show', show: beside.show, by: 'place' };
  const owner = possessed(names.folded, at, names.titles, grammar);
  if (owner !== undefined) return { kind: 'show', show: owner.show, by: 'possessive' };
  if (besideUnknownTitle(at, names)) return UNKNOWN;
  const other = subject(names, at, own, grammar);
  return other === undefined ? NONE : { kind: 'show', show: other.show, by: 'subject' };
}
