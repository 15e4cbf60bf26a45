import { belief } from '../../domain/weights.ts';
import { wordsOfExpression } from './explain-found.ts';
import { type Reason, reasonsFor } from './explain-reasons.ts';
import { say, seasonValues } from './explain-sentences.ts';
import { FLOOR, judgeBy, type Question, type SeasonModel, type Verdict } from './judge.ts';
import type { Seen } from './seen.ts';

/** A step of an explanation: a heading and its lines; a line that belongs to the one above it begins with two blanks. */
export interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** What was seen of one passage and what was asked about it. */
export interface Watched {
  readonly seen: Seen;
  readonly questions: readonly Question[];
}

/** A question with its answer and the observations behind it, strongest first. Shares of belief add up to 1. */
export interface Answer {
  readonly kind: Question['kind'];
  readonly seasons: readonly number[];
  /** The words that may name the seasons; null where a passage may only go on about one. */
  readonly words: string | null;
  /** Where the season came from that a passage may go on about. */
  readonly source: 'text' | 'page' | null;
  readonly verdict: Verdict;
  readonly belief: Readonly<Record<Verdict, number>>;
  readonly reasons: readonly Reason[];
}

/** So many observations of each side are told. */
const MOST_REASONS = 4;
/** Observations that change the log-odds by less than this are not worth telling. */
const LEAST_STRENGTH = 0.1;

function answerOf(question: Question, seen: Seen, model: SeasonModel): Answer {
  const { kind, seasons, origin, features } = question;
  const beliefs = belief(model, features);
  const [none, about, background] = beliefs;
  const verdict = judgeBy(model)(question);
  return {
    kind,
    seasons,
    words: 'expression' in origin ? wordsOfExpression(origin.expression, seen) : null,
    source: 'implied' in origin ? origin.implied.source : null,
    verdict,
    belief: { none, about, background },
    reasons: reasonsFor(question, verdict, model, seen.passage),
  };
}

/** What was asked about a passage, and why it was answered so. */
export const answersOf = ({ seen, questions }: Watched, model: SeasonModel): readonly Answer[] =>
  questions.map((question) => answerOf(question, seen, model));

const percent = (share: number): number => Math.round(100 * share);

/** An answer as people read it. */
export function answerSection({ kind, seasons, words, source, verdict, belief: shares, reasons }: Answer): Section {
  const worth = reasons.filter(({ strength }) => Math.abs(strength) >= LEAST_STRENGTH);
  const side = (key: 'because' | 'although', sign: 1 | -1): readonly string[] =>
    worth
      .filter(({ strength }) => strength * sign > 0)
      .slice(0, MOST_REASONS)
      .map(({ says }) => say(key, { reason: says }));
  const { about, background, none } = shares;
  return {
    heading: say(`question ${kind}`, { ...seasonValues(seasons), words: words ?? '' }),
    lines: [
      ...(source === null ? [] : [say(`thought of ${source}`)]),
      say('belief', { about: percent(about), background: percent(background), none: percent(none) }),
      ...(verdict === 'none' || none >= Math.max(about, background)
        ? [say('floor', { floor: percent(FLOOR[kind]) })]
        : []),
      say('verdict', { verdict: say(`verdict ${verdict}`) }),
      ...side('because', 1),
      ...side('although', -1),
    ],
  };
}
