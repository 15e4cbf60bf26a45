import type { Show, Window } from '../../domain/catalogue.ts';
import type { PublicationDate } from '../../domain/reading.ts';

const DAY = 86_400_000;
/** Before a season starts, the press speaks of it as "the season" for about this long, in days. */
const ADVANCE = 75;
/** For so many days after its end a season is still "the season", even when the next is near. */
const AFTERGLOW = 45;

/** So close to its first or last day the press speaks of a season's start or end, in days. */
const NEAR = 10;

/** How the date stands to what "this season" means: long before it, just before, at its start, while it is on, just after its end, long after; `?` without a date. */
export type Phase = 'long before' | 'just before' | 'starting' | 'on' | 'just after' | 'long after' | '?';

/** Where a show stands on one market at one date. */
export interface Timeline {
  /** The last season that had begun; 0 before the first, null when no window is known. */
  readonly latest: number | null;
  /** What "this season" means: the latest, or the next one when it is imminent. */
  readonly current: number | null;
  /** The highest season of the catalogue. */
  readonly highest: number;
  readonly ended: boolean;
  /** How the date stands to the window of `current`. */
  readonly phase: Phase;
  /** The season shown in a year on that market, the one begun last; null when none is known. */
  readonly ofYear: (year: number) => number | null;
  /** When a season was shown there, at home where that is not known; undefined when no window is known. */
  readonly windowOf: (season: number) => Window | undefined;
  /** The year of publication, null when unknown. */
  readonly year: number | null;
}

/** Where nothing is known of a show. */
export const NO_TIMELINE: Timeline = {
  latest: null,
  current: null,
  highest: 0,
  ended: false,
  phase: '?',
  ofYear: () => null,
  windowOf: () => undefined,
  year: null,
};

/** The first day that a date can mean, moved to the middle of its month or year when no day is known. */
export function dayOf(published: PublicationDate): string {
  if (published.precision === 'year') return `${published.date.slice(0, 4)}-07-01`;
  if (published.precision === 'month') return `${published.date.slice(0, 7)}-15`;
  return published.date.slice(0, 10);
}

function windowOn(show: Show, windows: readonly Window[], market: string | null): Window | undefined {
  const on = (country: string): Window | undefined => windows.find((window) => window.market === country);
  return (market === null ? undefined : on(market)) ?? on(show.country) ?? windows[0];
}

const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

function phaseOf(day: string, window: { readonly from: string; readonly to: string } | undefined): Phase {
  if (window === undefined) return '?';
  const [begun, over] = [days(window.from, day), days(window.to, day)];
  if (begun < 0) return begun >= -NEAR ? 'just before' : 'long before';
  if (begun <= NEAR) return 'starting';
  if (over <= 0) return 'on';
  return over <= NEAR ? 'just after' : 'long after';
}

/** Where the show stands for readers of `market` when the document was published. Undated: after everything known. */
export function timelineOf(show: Show, published: PublicationDate | null, market: string | null): Timeline {
  const shown = show.seasons
    .map((season) => ({ number: season.number, window: windowOn(show, season.windows, market) }))
    .flatMap(({ number, window }) =>
      window === undefined ? [] : [{ number, from: window.from, to: window.to ?? window.from }],
    )
    .sort((a, b) => a.number - b.number);
  const highest = Math.max(0, ...show.seasons.map((season) => season.number));
  const year = published === null ? null : Number(published.date.slice(0, 4));
  const ofYear = (asked: number): number | null =>
    shown.filter(({ from, to }) => Number(from.slice(0, 4)) <= asked && asked <= Number(to.slice(0, 4))).at(-1)
      ?.number ?? null;
  const windowOf = (season: number): Window | undefined =>
    windowOn(show, show.seasons.find(({ number }) => number === season)?.windows ?? [], market);
  const known = { highest, ended: show.ended, ofYear, windowOf, year };
  if (shown.length === 0) return { ...known, latest: null, current: null, phase: '?' };
  if (published === null) return { ...known, latest: highest, current: null, phase: '?' };
  const day = dayOf(published);
  const latest = shown.filter((season) => season.from <= day).at(-1);
  const next = shown.find((season) => season.from > day);
  const imminent = next !== undefined && days(day, next.from) <= ADVANCE;
  const over = latest === undefined || days(latest.to, day) > AFTERGLOW;
  const current = imminent && over ? next.number : (latest?.number ?? shown[0]?.number ?? null);
  const phase =
    published.precision === 'day'
      ? phaseOf(
          day,
          shown.find(({ number }) => number === current),
        )
      : '?';
  return { ...known, latest: latest?.number ?? 0, current, phase };
}
