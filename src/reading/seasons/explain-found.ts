import type { ShowId } from '../../domain/catalogue.ts';
import { bind } from './binding.ts';
import origins from './explain-origins.json' with { type: 'json' };
import { say, sayOr, seasonValues, shownText } from './explain-sentences.ts';
import { type Expression, findExpressions } from './find.ts';
import type { Question } from './judge.ts';
import { boundIn } from './passage.ts';
import type { Anchor } from './resolve.ts';
import type { Seen } from './seen.ts';

/** What relative words may count from, first the one that wins where it is known. */
type Origin = 'page' | 'date' | 'text' | 'beside' | 'latest' | 'end' | 'year';

const ORIGINS = origins as Readonly<Record<string, readonly Origin[]>>;

interface Line {
  readonly start: number;
  readonly lines: readonly string[];
}

/** The title of a show as people know it. */
export const titleOf = (show: ShowId, { index }: Seen): string => index.shows.get(show)?.title ?? show;

/** The words of an expression as the passage writes them. */
export const wordsOfExpression = ({ start, end }: Expression, { passage }: Seen): string =>
  passage.names.text.slice(start, end);

/** Words that would name seasons if no trap held them. */
function trapped(seen: Seen): readonly Line[] {
  const { grammar, names, found } = seen.passage;
  const free = findExpressions(names.folded, { ...grammar, traps: [] });
  const traps = grammar.traps
    .flatMap((trap) => [...names.folded.matchAll(trap)])
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .sort((a, b) => a.start - b.start);
  return traps
    .filter(({ start, end }, i) => {
      const touches = (each: Expression): boolean => each.start < end && start < each.end;
      return free.some(touches) && !found.some(touches) && (traps[i - 1]?.end ?? 0) <= start;
    })
    .map(({ start, end }) => ({ start, lines: [say('trap', { words: names.text.slice(start, end) })] }));
}

/** An expression that was counted from something, with its seasons. */
interface Counted {
  readonly expression: Expression;
  readonly seasons: readonly number[];
  readonly anchor: Anchor;
}

const season = (key: 'from text' | 'from beside' | 'from latest' | 'from end' | 'from year', number: number): string =>
  say(key, seasonValues([number]));

/** The sentence for each thing to count from; null where it was not known. */
const ORIGIN_TEXTS: Readonly<Record<Origin, (counted: Counted, seen: Seen) => string | null>> = {
  page: ({ anchor: { own } }) => (own === null ? null : say('from page', { number: own })),
  text: ({ anchor: { topic } }) => (topic === null ? null : season('from text', topic)),
  date({ anchor: { timeline } }, { input }) {
    const shown = timeline.current === null ? null : shownText(timeline.current, input.published, timeline);
    return shown === null ? null : `  ${shown}`;
  },
  beside({ expression: { rule }, anchor: { beside } }) {
    const counts = beside.length > 0 && (rule.bare || rule.reads !== 'previous');
    return counts ? season('from beside', Math.max(...beside)) : null;
  },
  latest: ({ anchor: { timeline } }) =>
    timeline.current === null || !timeline.latest ? null : season('from latest', timeline.latest),
  end: ({ seasons, anchor: { timeline } }) =>
    timeline.ended && Math.max(...seasons) >= timeline.highest - 1 ? season('from end', timeline.highest) : null,
  year({ seasons, anchor: { timeline } }) {
    const shown = timeline.year === null ? null : timeline.ofYear(timeline.year - 1);
    return shown !== null && seasons.includes(shown) ? season('from year', shown) : null;
  },
};

function countedFrom(counted: Counted, seen: Seen): readonly string[] {
  for (const origin of ORIGINS[counted.expression.rule.reads] ?? []) {
    const text = ORIGIN_TEXTS[origin](counted, seen);
    if (text !== null) return [text];
  }
  return [];
}

/** Why an expression belongs to a show. */
function bindingText(expression: Expression, { passage, context }: Seen): string {
  if (!passage.found.includes(expression)) return say('by name');
  const binding = bind(expression, passage.names, passage.grammar, context.show);
  if (binding.kind === 'unknown') return say('unknown title');
  if (binding.kind === 'none') return say(context.show === null ? 'no show' : 'by document');
  return sayOr(`by ${binding.by}`, 'by place');
}

const kindOf = ({ rule }: Expression): string => sayOr(`kind ${rule.name}`, 'kind', { name: rule.name });

/** The seasons of an expression of another show; nobody is asked about them. */
const elsewhere = (expression: Expression, show: ShowId, seen: Seen): readonly number[] =>
  seen.attributions
    .filter((each) => each.show === show && each.evidence === wordsOfExpression(expression, seen))
    .map((each) => each.season);

function boundLine(expression: Expression, show: ShowId, questions: readonly Question[], seen: Seen): Line {
  const own = show === seen.context.show;
  const question = questions.find(({ origin }) => 'expression' in origin && origin.expression === expression);
  const seasons = own ? (question?.seasons ?? []) : elsewhere(expression, show, seen);
  const values = { words: wordsOfExpression(expression, seen), kind: kindOf(expression), show: titleOf(show, seen) };
  const anchor = question !== undefined && 'anchor' in question.origin ? question.origin.anchor : null;
  return {
    start: expression.start,
    lines: [
      seasons.length > 0 ? say('stands for', { ...values, ...seasonValues(seasons) }) : say('stands for none', values),
      bindingText(expression, seen),
      ...(own ? [] : [say('another show')]),
      ...(anchor === null ? [] : countedFrom({ expression, seasons, anchor }, seen)),
    ],
  };
}

/** What the words of a passage may name: expressions with their show and seasons, what was left out and what was passed over. */
export function foundLines(seen: Seen, questions: readonly Question[]): readonly string[] {
  const bound = boundIn(seen.passage, seen.context);
  const covered = (each: Expression): boolean =>
    bound.some(({ expression }) => expression.start < each.end && each.start < expression.end);
  const dropped = seen.passage.found.filter((each) => !covered(each));
  const all = [
    ...bound.map(({ expression, show }) => boundLine(expression, show, questions, seen)),
    ...dropped.map((each) => ({
      start: each.start,
      lines: [say('left out', { words: wordsOfExpression(each, seen), kind: kindOf(each) }), bindingText(each, seen)],
    })),
    ...trapped(seen),
  ];
  const lines = all.sort((a, b) => a.start - b.start).flatMap((each) => each.lines);
  return lines.length > 0 ? lines : [say('no words')];
}
