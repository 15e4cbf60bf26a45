import type { ShowId } from '../../domain/catalogue.ts';
import type { Attribution } from '../../domain/reading.ts';
import { type Binding, bind, type PassageNames } from './binding.ts';
import type { Expression } from './find.ts';
import type { Judge, Verdict } from './judge.ts';
import { namedFeatures, type Resolved, type Standing } from './named-features.ts';
import { numberedTitles } from './numbered-titles.ts';
import type { Prepared } from './prepared.ts';
import { type Anchor, resolve } from './resolve.ts';
import { namedSeasons, type SeasonName } from './season-names.ts';
import type { Timeline } from './timeline.ts';

/** What the document says of itself and has said so far. */
export interface DocumentContext {
  readonly show: ShowId | null;
  readonly timelineOf: (show: ShowId) => Timeline;
  readonly seasonNamesOf: (show: ShowId) => readonly SeasonName[];
  readonly standing: Standing;
  readonly judge: Judge;
}

interface Bound {
  readonly expression: Expression;
  readonly show: ShowId;
}

function showOf(binding: Binding, own: ShowId | null): ShowId | null {
  if (binding.kind === 'show') return binding.show;
  return binding.kind === 'unknown' ? null : own;
}

/** The seasons that a passage names by a number after a title, or by a name of their own. */
function calledByName({ names, grammar }: Prepared, { show: own, seasonNamesOf }: DocumentContext): readonly Bound[] {
  const numbered = numberedTitles(names.folded, names.titles, grammar).flatMap((expression) => {
    const title = names.titles.find(({ start }) => start === expression.start);
    return title === undefined ? [] : [{ expression, show: title.show }];
  });
  const shows = new Set([...(own === null ? [] : [own]), ...names.titles.map(({ show }) => show)]);
  const named = [...shows].flatMap((show) =>
    namedSeasons(names.text, names.folded, seasonNamesOf(show)).map((expression) => ({ expression, show })),
  );
  return [...numbered, ...named];
}

/** The expressions of a passage with the show that each speaks of: the title beside it, else the document's. */
export function boundIn(passage: Prepared, context: DocumentContext): readonly Bound[] {
  const { names, grammar, found } = passage;
  const { show: own } = context;
  const called = calledByName(passage, context);
  const free = found.filter(
    ({ start, end }) => !called.some(({ expression }) => expression.start < end && start < expression.end),
  );
  const others = free.flatMap((expression) => {
    const show = showOf(bind(expression, names, grammar, own), own);
    return show === null ? [] : [{ expression, show }];
  });
  return [...called, ...others].sort((a, b) => a.expression.start - b.expression.start);
}

const OUTRIGHT: ReadonlySet<string> = new Set(['numbers', 'one', 'two']);

/** An expression with its seasons and what they were counted from. */
interface Anchored extends Resolved {
  readonly anchor: Anchor;
}

/** The seasons of a show that a passage names outright. */
function namedOutright(found: readonly Bound[], show: ShowId): readonly number[] {
  return found.flatMap(({ show: other, expression: { rule, numbers } }) => {
    if (other !== show || !OUTRIGHT.has(rule.reads)) return [];
    if (rule.reads === 'numbers') return numbers;
    return rule.reads === 'one' ? [1] : [2];
  });
}

function resolvedOf(found: readonly Bound[], show: ShowId, from: Omit<Anchor, 'beside'>): readonly Anchored[] {
  return found
    .filter((each) => each.show === show)
    .map(({ expression }) => {
      const others = found.filter((each) => each.expression !== expression);
      const anchor = { ...from, beside: namedOutright(others, show) };
      const seasons = resolve(expression, anchor);
      return { expression, anchor, seasons: seasons.filter((season) => season > 0) };
    })
    .filter(({ seasons }) => seasons.length > 0);
}

/** Merges what several expressions say of one season: `about` wins over `background`, the first words are the evidence. */
function merged(attributions: readonly Attribution[]): readonly Attribution[] {
  const byKey = new Map<string, Attribution>();
  for (const attribution of attributions) {
    const key = `${attribution.show} ${attribution.season}`;
    const known = byKey.get(key);
    if (known === undefined || (known.relation === 'background' && attribution.relation === 'about'))
      byKey.set(key, attribution);
  }
  return [...byKey.values()];
}

function attributionsOf(
  { expression, seasons }: Resolved,
  show: ShowId,
  relation: Attribution['relation'],
  { text }: PassageNames,
): readonly Attribution[] {
  const evidence = text.slice(expression.start, expression.end);
  return seasons.map((season) => ({ show, season, relation, basis: expression.rule.basis, evidence }));
}

function ofOwnShow(found: readonly Bound[], passage: Prepared, context: DocumentContext): readonly Attribution[] {
  const { show, standing, judge, timelineOf } = context;
  if (show === null) return [];
  const { own, topic } = standing;
  const timeline = timelineOf(show);
  const all = resolvedOf(found, show, { timeline, own, topic, current: own ?? timeline.current ?? topic });
  return all.flatMap((each) => {
    const features = namedFeatures(each, all, passage.observed, standing, passage.grammar);
    const { seasons, ...origin } = each;
    const kind = each.expression.rule.bare ? 'bare' : 'named';
    const verdict: Verdict = judge({ kind, passage: passage.at, show, seasons, features, origin });
    return verdict === 'none' ? [] : attributionsOf(each, show, verdict, passage.names);
  });
}

function ofOtherShows(found: readonly Bound[], passage: Prepared, context: DocumentContext): readonly Attribution[] {
  const others = [...new Set(found.map(({ show }) => show))].filter((show) => show !== context.show);
  return others.flatMap((show) => {
    const timeline = context.timelineOf(show);
    const anchor = { timeline, own: null, topic: null, current: timeline.current };
    return resolvedOf(found, show, anchor).flatMap((each) => attributionsOf(each, show, 'other-show', passage.names));
  });
}

/** Reads the seasons that the words of one passage name. */
export function readPassage(passage: Prepared, context: DocumentContext): readonly Attribution[] {
  const found = boundIn(passage, context);
  return merged([...ofOwnShow(found, passage, context), ...ofOtherShows(found, passage, context)]);
}
