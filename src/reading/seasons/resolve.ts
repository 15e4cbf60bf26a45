import type { Expression } from './find.ts';
import { span } from './numbers.ts';
import type { Timeline } from './timeline.ts';

/** What relative words count from. */
export interface Anchor {
  readonly timeline: Timeline;
  /** The season that the document speaks of, as far as known here. */
  readonly current: number | null;
  /** The document's own season: from its page or title. */
  readonly own: number | null;
  /** The season that the sentences before were about. */
  readonly topic: number | null;
  /** Seasons of the same show that the passage names outright. */
  readonly beside: readonly number[];
}

const before = (season: number | null): readonly number[] => (season === null ? [] : span(1, season - 1));
const single = (season: number | null | undefined): readonly number[] =>
  season === null || season === undefined || season < 1 ? [] : [season];

function finalSeason({ timeline, own, current }: Anchor): number | null {
  if (timeline.ended && timeline.highest > 0 && (own ?? timeline.highest) === timeline.highest) {
    const near = timeline.latest === null || timeline.latest >= timeline.highest - 1;
    if (near) return timeline.highest;
  }
  return own ?? current;
}

/** "The last series": the end of a show that is at its end, else the one before. */
function lastSeason({ timeline, current }: Anchor): number | null {
  if (current === null) return timeline.ended && timeline.highest > 0 ? timeline.highest : null;
  return timeline.ended && current === timeline.highest ? current : current - 1;
}

function penultimate({ timeline, own, current }: Anchor): number | null {
  const last = timeline.ended && timeline.latest === timeline.highest ? timeline.highest : null;
  if (last !== null) return last - 1;
  return timeline.ended && timeline.highest > 1 && current === timeline.highest - 1 ? current : (own ?? current);
}

/** "The ten chapters" of a show with two seasons are no seasons; one more than there are may be news. */
const upTo = (count: number, { highest }: Timeline): readonly number[] =>
  highest > 0 && count > highest + 1 ? [] : span(1, count);

/** "Last year": what was shown in the year before, else the season before. */
function lastYear({ timeline, current }: Anchor): number | null {
  const shown = timeline.year === null ? null : timeline.ofYear(timeline.year - 1);
  return shown !== null && shown !== current ? shown : current === null ? null : current - 1;
}

function counted(expression: Expression, anchor: Anchor): readonly number[] | null {
  const { numbers } = expression;
  const count = numbers.at(-1) ?? 0;
  const latest = anchor.timeline.latest ?? anchor.current ?? 0;
  const at = anchor.own ?? anchor.topic ?? anchor.current;
  const upcoming = anchor.own ?? (anchor.timeline.current === null ? at : anchor.timeline.latest);
  switch (expression.rule.reads) {
    case 'numbers':
      return numbers;
    case 'span':
      return span(numbers[0] ?? 1, count);
    case 'upTo':
      return numbers.length === 0 ? [1, 2] : upTo(count, anchor.timeline);
    case 'lastOf':
      return latest === 0 ? [] : span(Math.max(1, latest - count + 1), latest);
    case 'lastBefore':
      return at === null ? [] : span(Math.max(1, at - count), at - 1);
    case 'nextOf':
      return upcoming === null ? [] : span(upcoming + 1, upcoming + count);
    case 'followingOf': {
      const from = anchor.beside.length > 0 ? Math.max(...anchor.beside) : at;
      return from === null ? [] : span(from + 1, from + count);
    }
    case 'fromOn':
      return span(count, Math.max(count, latest));
    case 'everything':
      return span(1, Math.max(latest, anchor.own ?? 0));
    case 'year':
      return numbers.flatMap((year) => single(anchor.timeline.ofYear(year)));
    case 'one':
      return [1];
    case 'two':
      return [2];
    default:
      return null;
  }
}

/** The seasons that an expression stands for. Numbers are never clamped: a season that does not exist yet is news. */
export function resolve(expression: Expression, anchor: Anchor): readonly number[] {
  const seasons = counted(expression, anchor);
  if (seasons !== null) return seasons;
  const { current, beside, own, topic } = anchor;
  const spoken = own ?? topic ?? current;
  switch (expression.rule.reads) {
    case 'topic':
      return single(topic ?? own ?? current);
    case 'current':
      return single(current);
    case 'previous': {
      const from = expression.rule.bare && beside.length > 0 ? Math.max(...beside) : current;
      return single(from === null ? null : from - 1);
    }
    case 'beforeLast':
      return single(current === null ? null : current - 2);
    case 'lastYear':
      return single(lastYear(anchor));
    case 'earlier':
      return before(spoken);
    case 'earliest':
      return before(spoken).slice(0, 2);
    case 'next':
      return single(nextAfter(anchor, expression.rule.bare));
    case 'following':
      return single(beside.length > 0 ? Math.max(...beside) + 1 : spoken === null ? null : spoken + 1);
    case 'final':
      return single(finalSeason(anchor));
    case 'last':
      return single(lastSeason(anchor));
    case 'penultimate':
      return single(penultimate(anchor));
    default:
      return [];
  }
}

/** The season to come: after the document's own, else after the last one shown at its date, else after the one spoken of. */
function nextAfter({ own, timeline, current, topic, beside }: Anchor, bare: boolean): number | null {
  // Without a date, "a sequel" beside a season may be that season or the one after it.
  if (bare && own === null && timeline.current === null && beside.length > 0) return null;
  // Without a date nobody knows which season was the last one shown.
  const last = own ?? (timeline.current === null ? (topic ?? current) : timeline.latest);
  return last === null ? null : last + 1;
}
