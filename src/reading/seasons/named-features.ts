import type { Expression } from './find.ts';
import type { Grammar } from './grammar.ts';
import type { Phase } from './timeline.ts';
import { breaksIn, clauseAround, firstFrom, isSign, type Word, wordsOf } from './words.ts';

/** Where the document stands when a passage is read. */
export interface Standing {
  /** The document's own season: from its page or title. */
  readonly own: number | null;
  /** The season that "this season" would mean at the date. */
  readonly current: number | null;
  /** How the date stands to that season. */
  readonly phase: Phase;
  /** The season that the sentences before were about. */
  readonly topic: number | null;
  /** The highest season that the catalogue knows; 0 when none. */
  readonly highest: number;
  /** Sentences since a season was named; infinite when none was. */
  readonly sinceNamed: number;
  /** The season that the text names most often, null when it names none. */
  readonly main: number | null;
}

/** An expression of the passage with the seasons it stands for. */
export interface Resolved {
  readonly expression: Expression;
  readonly seasons: readonly number[];
}

/** A passage made ready for observing. */
export interface Observed {
  readonly folded: string;
  readonly words: readonly Word[];
  /** The signs that part its clauses. */
  readonly breaks: readonly Word[];
  /** The cues that it shows. */
  readonly cues: readonly string[];
}

/** Makes a folded passage ready for observing. */
export function observe(folded: string, grammar: Grammar): Observed {
  const words = wordsOf(folded);
  return { folded, words, breaks: breaksIn(words), cues: cuesIn(folded, grammar) };
}

const LONGEST_NOUN = 14;
/** Words are compared by so many letters of their beginning. */
const STEM = 6;

/** How a season stands to another: before, same, next or later; `?` when unknown. */
export function against(seasons: readonly number[], other: number | null): string {
  if (other === null || seasons.length === 0) return '?';
  if (seasons.includes(other)) return seasons.length > 1 ? 'within' : 'same';
  const [low, high] = [Math.min(...seasons), Math.max(...seasons)];
  if (high < other) return high === other - 1 ? 'just before' : 'before';
  return low === other + 1 ? 'next' : 'later';
}

/** How long ago a season was named, in steps. */
export const distance = (sentences: number): string =>
  sentences <= 1 ? '1' : sentences <= 3 ? '2-3' : sentences <= 9 ? '4-9' : 'none';

/** The cues of a grammar that a stretch of text shows. */
export function cuesIn(text: string, { cues }: Grammar): readonly string[] {
  return [...cues].filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
}

function nounOf({ rule, start, end }: Expression, folded: string): string {
  const words = folded.slice(start, end).match(/[a-z]+/g) ?? [];
  return rule.basis === 'ordinal' || rule.reads === 'topic' ? (words.at(-1) ?? '').slice(0, LONGEST_NOUN) : '';
}

function around({ start, end }: Expression, words: readonly Word[]): readonly string[] {
  const [from, to] = [firstFrom(words, start), firstFrom(words, end)];
  const before = words.slice(Math.max(0, from - 5), from);
  const after = words.slice(to, to + 5);
  const at = (list: readonly Word[], i: number, edge: string): string => list.at(i)?.text ?? edge;
  const [b1, b2] = [at(before, -1, '^'), at(before, -2, '^')];
  const [a1, a2] = [at(after, 0, '$'), at(after, 1, '$')];
  const noSign = (list: readonly Word[]): readonly Word[] => list.filter((word) => !isSign(word));
  return [
    `before:${b1}`,
    `before2:${b2} ${b1}`,
    `after:${a1}`,
    `after2:${a1} ${a2}`,
    `ending:${a1.slice(-3)}`,
    ...noSign(before).map(({ text }) => `near before:${text.slice(0, STEM)}`),
  ];
}

function company(at: Resolved, all: readonly Resolved[], { own, topic, current }: Standing): readonly string[] {
  const focus = own ?? topic ?? current;
  const others = all.filter((each) => each !== at);
  const rank = all.indexOf(at);
  const later = (each: Resolved): boolean => Math.min(...each.seasons) > Math.max(...at.seasons);
  return [
    `others:${Math.min(others.length, 3)}`,
    ...(others.length > 0 ? [`rank:${rank === 0 ? 'first' : rank === all.length - 1 ? 'last' : 'middle'}`] : []),
    ...(others.some(later) ? ['beside a later season'] : []),
    ...(others.some((each) => Math.max(...each.seasons) < Math.min(...at.seasons)) ? ['beside an earlier season'] : []),
    ...(focus !== null && others.some(({ seasons }) => seasons.includes(focus)) ? ['beside the season in focus'] : []),
    ...(others.some((each) => !each.expression.rule.bare) ? ['beside a named season'] : []),
  ];
}

/** What can be observed of an expression that may name seasons of the document's show. */
export function namedFeatures(
  at: Resolved,
  all: readonly Resolved[],
  { folded, words, breaks, cues }: Observed,
  standing: Standing,
  grammar: Grammar,
): readonly string[] {
  const { expression, seasons } = at;
  const { rule, start, end } = expression;
  const clause = cuesIn(clauseAround(breaks, folded, start, end), grammar);
  const focus = standing.own ?? standing.topic ?? standing.current;
  const sure = standing.own !== null ? 'page' : standing.topic !== null ? 'text' : 'date';
  const stand = `${sure} ${against(seasons, focus)}`;
  const beside = company(at, all, standing);
  const opens = words[0] !== undefined && words[0].start >= start;
  const plain = [
    `rule:${rule.name}`,
    `reads:${rule.reads}`,
    `stand:${stand}`,
    `topic:${against(seasons, standing.topic)}`,
    `date:${against(seasons, standing.current)}`,
    `main:${against(seasons, standing.main)}`,
    `named:${distance(standing.sinceNamed)}`,
    `phase:${standing.phase}`,
    `length:${Math.min(seasons.length, 4)}`,
    ...(standing.highest > 0 && Math.max(...seasons) > standing.highest ? ['beyond the catalogue'] : []),
    ...(opens ? ['opens'] : []),
    ...clause.map((cue) => `clause:${cue}`),
    ...cues.map((cue) => `sentence:${cue}`),
    ...beside,
  ];
  const noun = nounOf(expression, folded);
  return [
    'named',
    ...plain,
    ...around(expression, words),
    ...(noun === '' ? [] : [`noun:${noun}`, `noun:${noun} ${against(seasons, focus)}`]),
    `rule:${rule.name} stand:${stand}`,
    `rule:${rule.name} phase:${standing.phase}`,
    `phase:${standing.phase} date:${against(seasons, standing.current)}`,
    `rule:${rule.name} named:${distance(standing.sinceNamed)}`,
    `rule:${rule.name} ${opens ? 'opens' : 'inside'}`,
    ...clause.map((cue) => `stand:${against(seasons, focus)} clause:${cue}`),
    ...beside.flatMap((each) => [
      `stand:${against(seasons, focus)} ${each}`,
      `date:${against(seasons, standing.current)} ${each}`,
    ]),
    ...(rule.bare ? [`bare stand:${stand}`] : []),
  ];
}
