import type { NameHit, ShowId } from '../../domain/catalogue.ts';
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
  | { readonly kind: 'show'; readonly show: ShowId }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'none' };

const NONE: Binding = { kind: 'none' };
const UNKNOWN: Binding = { kind: 'unknown' };
/** Further than this from an expression nothing is adjacent to it, in characters. */
const REACH = 48;
/** How far back a possessive ("its third season") looks for the title that it stands for, in characters. */
const POSSESSIVE_REACH = 90;

/** The titles of shows among the name matches of a passage; `prefer` wins where a name can be several shows. */
export function titlesIn(hits: readonly NameHit[], offset: number, prefer: ShowId | null): readonly TitleHit[] {
  return hits.flatMap((hit) => {
    const shows = hit.candidates.filter((candidate) => candidate.entity.type === 'show');
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
      grammar.linkAfter.test(folded.slice(at.end, title.start)),
  );
  if (after !== undefined) return after;
  const before = titles.findLast((title) => title.end <= at.start);
  if (before === undefined || at.start - before.end >= REACH) return undefined;
  return grammar.linkBefore.test(folded.slice(before.end, at.start)) ? before : undefined;
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
export function bind(at: Expression, names: PassageNames, grammar: Grammar): Binding {
  const title = adjacent(names.folded, at, names.titles, grammar) ?? possessed(names.folded, at, names.titles, grammar);
  if (title !== undefined) return { kind: 'show', show: title.show };
  return besideUnknownTitle(at, names) ? UNKNOWN : NONE;
}
