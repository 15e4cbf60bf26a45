import type { ShowId } from '../../domain/catalogue.ts';
import type { Attribution } from '../../domain/reading.ts';
import { type Binding, bind, type PassageNames } from './binding.ts';
import { type Expression, findExpressions, type Surroundings } from './find.ts';
import type { Grammar } from './grammar.ts';
import { numberedTitles } from './numbered-titles.ts';
import { relationOf } from './relation.ts';
import { resolve } from './resolve.ts';
import type { Timeline } from './timeline.ts';

/** What the document says of itself, used by every passage. */
export interface DocumentContext {
  readonly show: ShowId | null;
  /** The document's own season, from its page or title. */
  readonly own: number | null;
  readonly timelineOf: (show: ShowId) => Timeline;
  /** The season that the text was about last. */
  readonly spoken: number | null;
}

/** What a passage's own words say. */
export interface Findings {
  readonly attributions: readonly Attribution[];
  /** A season expression was found, even if it was dropped. */
  readonly speaksOfSeasons: boolean;
}

interface Bound {
  readonly expression: Expression;
  readonly show: ShowId;
}

function showOf(binding: Binding, own: ShowId | null): ShowId | null {
  if (binding.kind === 'show') return binding.show;
  return binding.kind === 'unknown' ? null : own;
}

/** Expressions without a title of their own go to the document's show. */
function bound(
  expressions: readonly Expression[],
  names: PassageNames,
  grammar: Grammar,
  own: ShowId | null,
): readonly Bound[] {
  return expressions.flatMap((expression) => {
    const show = showOf(bind(expression, names, grammar), own);
    return show === null ? [] : [{ expression, show }];
  });
}

function ofTitles(numbered: readonly Expression[], names: PassageNames): readonly Bound[] {
  return numbered.flatMap((expression) => {
    const title = names.titles.find(({ start }) => start === expression.start);
    return title === undefined ? [] : [{ expression, show: title.show }];
  });
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

/** The numbers that an expression names by itself. */
function numbersOf({ rule, numbers }: Expression): readonly number[] {
  if (rule.reads === 'one') return [1];
  return rule.reads === 'two' ? [2] : numbers;
}

const outright = ({ step }: Expression): boolean => step === 'expression';

/** The seasons of a show that a passage names outright. */
function namedOutright(found: readonly Bound[], show: ShowId): readonly number[] {
  return found.flatMap((other) =>
    other.show === show && outright(other.expression) ? numbersOf(other.expression) : [],
  );
}

function attribute(
  { expression, show }: Bound,
  found: readonly Bound[],
  names: PassageNames,
  grammar: Grammar,
  context: DocumentContext,
): readonly Attribution[] {
  const timeline = context.timelineOf(show);
  const isOwn = show === context.show;
  const own = isOwn ? context.own : null;
  const current = own ?? timeline.current ?? (isOwn ? context.spoken : null);
  const beside = outright(expression) ? [] : namedOutright(found, show);
  const seasons = resolve(expression, { timeline, current, own, beside });
  const surroundings = { folded: names.folded, seasons, focus: current, owned: own !== null, others: found.length > 1 };
  const relation = isOwn ? relationOf(expression, surroundings, grammar) : 'other-show';
  const evidence = names.text.slice(expression.start, expression.end);
  return seasons
    .filter((season) => season > 0)
    .map((season) => ({ show, season, relation, basis: expression.rule.basis, evidence }));
}

/** Reads the seasons that the words of one passage name. */
export function readPassage(
  names: PassageNames,
  grammar: Grammar,
  around: Surroundings,
  context: DocumentContext,
): Findings {
  const numbered = numberedTitles(names.folded, names.titles, grammar);
  const expressions = findExpressions(names.folded, grammar, around);
  const found = [...ofTitles(numbered, names), ...bound(expressions, names, grammar, context.show)];
  const attributions = found.flatMap((one) => attribute(one, found, names, grammar, context));
  return { attributions: merged(attributions), speaksOfSeasons: expressions.length + numbered.length > 0 };
}
