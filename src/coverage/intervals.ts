import type { Interval } from './cells.ts';

const DAY_MS = 86_400_000;
/** More points than this are no timeline; it also bounds the work a request can ask for. */
const MAX_POINTS = 5_000;

const iso = (date: Date): string => date.toISOString().slice(0, 10);

/** The first day of the interval that holds `date` (weeks start on Monday, as in ISO 8601 and PostgreSQL). */
export function startOfInterval(date: string, interval: Exclude<Interval, 'all'>): string {
  if (interval === 'month') return `${date.slice(0, 7)}-01`;
  if (interval === 'day') return date.slice(0, 10);
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  return iso(new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * DAY_MS));
}

/** The first day of the next interval. */
export function nextInterval(date: string, interval: Exclude<Interval, 'all'>): string {
  const day = new Date(`${date}T00:00:00Z`);
  if (interval === 'month') return iso(new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1)));
  return iso(new Date(day.getTime() + (interval === 'week' ? 7 : 1) * DAY_MS));
}

/** First days of all intervals from the one that holds `first` to the one that holds `last` (before `last` when exclusive). */
export function intervalsBetween(
  first: string,
  last: string,
  interval: Exclude<Interval, 'all'>,
  exclusive: boolean,
): readonly string[] {
  const dates: string[] = [];
  for (let date = startOfInterval(first, interval); dates.length < MAX_POINTS; date = nextInterval(date, interval)) {
    if (exclusive ? date >= last : date > last) break;
    dates.push(date);
  }
  return dates;
}

/** Whole weeks from `premiere` to `date`; negative before it. */
export function weeksSince(premiere: string, date: string): number {
  const from = Date.parse(startOfInterval(premiere, 'week'));
  return Math.round((Date.parse(startOfInterval(date, 'week')) - from) / (7 * DAY_MS));
}
