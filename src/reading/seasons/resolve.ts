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
  /** Seasons of the same show that the passage names elsewhere. */
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

function penultimate({ timeline, current }: Anchor): number | null {
  const last = timeline.ended && timeline.latest === timeline.highest ? timeline.highest : current;
  return last === null ? null : last - 1;
}

function counted(expression: Expression, anchor: Anchor): readonly number[] | null {
  const { numbers } = expression;
  const count = numbers.at(-1) ?? 0;
  const latest = anchor.timeline.latest ?? anchor.current ?? 0;
  switch (expression.rule.reads) {
    case 'numbers':
      return numbers;
    case 'span':
      return span(numbers[0] ?? 1, count);
    case 'upTo':
      return span(1, count);
    case 'lastOf':
      return latest === 0 ? [] : span(Math.max(1, latest - count + 1), latest);
    case 'lastBefore':
      return anchor.current === null ? [] : span(Math.max(1, anchor.current - count), anchor.current - 1);
    case 'everything':
      return span(1, Math.max(latest, anchor.own ?? 0));
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
  const { current, beside } = anchor;
  const seasons = counted(expression, anchor);
  if (seasons !== null) return seasons;
  switch (expression.rule.reads) {
    case 'current':
      return single(current);
    case 'previous': {
      const from = expression.step === 'ellipsis' && beside.length > 0 ? Math.max(...beside) : current;
      return single(from === null ? null : from - 1);
    }
    case 'earlier':
      return before(current);
    case 'earliest':
      return before(current).slice(0, 2);
    case 'next':
      return single(nextAfter(anchor));
    case 'following':
      return single(beside.length > 0 ? Math.max(...beside) + 1 : current === null ? null : current + 1);
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
function nextAfter({ own, timeline, current }: Anchor): number | null {
  // Without a date nobody knows which season was the last one shown.
  const last = own ?? (timeline.current === null ? current : timeline.latest);
  return last === null ? null : last + 1;
}
