import type { Window } from '../../domain/catalogue.ts';
import type { PublicationDate } from '../../domain/reading.ts';
import messages from './explain-words.json' with { type: 'json' };
import { dayOf, type Timeline } from './timeline.ts';

type Values = Readonly<Record<string, string | number>>;

const known: ReadonlyMap<string, string> = new Map(Object.entries(messages));
const list = new Intl.ListFormat('en-GB');
const regions = new Intl.DisplayNames('en-GB', { type: 'region' });

/** The message of a key with its `{places}` filled; the key itself where there is no message. */
export function say(key: keyof typeof messages, values: Values = {}): string {
  return messages[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The message of a key made of parts, else the one of its first word. */
export function sayOr(key: string, or: keyof typeof messages, values: Values = {}): string {
  const message = known.get(key);
  return message === undefined
    ? say(or, values)
    : message.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** "season 2", "seasons 1, 2 and 3". */
export const seasonsText = (seasons: readonly number[]): string =>
  say(seasons.length === 1 ? 'one season' : 'many seasons', { list: list.format(seasons.map(String)) });

/** `{seasons}` and, for the beginning of a sentence, `{Seasons}`. */
export function seasonValues(seasons: readonly number[]): Values {
  const seasonsSaid = seasonsText(seasons);
  return { seasons: seasonsSaid, Seasons: seasonsSaid.charAt(0).toUpperCase() + seasonsSaid.slice(1) };
}

/** "22 May 2017", "May 2017" or "2017". */
export function dateText(date: string, precision: PublicationDate['precision'] = 'day'): string {
  const shown = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  const { day: _day, ...month } = shown;
  const options = precision === 'day' ? shown : precision === 'month' ? month : ({ year: 'numeric' } as const);
  const parsed = new Date(`${date.slice(0, 10)}${'-01-01'.slice(date.length < 7 ? 0 : date.length < 10 ? 3 : 6)}`);
  return Number.isNaN(parsed.getTime()) ? date : parsed.toLocaleDateString('en-GB', { ...options, timeZone: 'UTC' });
}

const whereText = (market: string): string =>
  sayOr(`country ${market}`, 'country', {
    country: /^[A-Z]{2}$/.test(market) ? (regions.of(market) ?? market) : market,
  });

function windowMessage(
  { from, to }: Window,
  day: string,
  precise: boolean,
): 'soon on' | 'soon in' | 'on' | 'over' | 'no end' {
  if (day < from) return precise ? 'soon on' : 'soon in';
  if (to === null) return 'no end';
  return day <= to ? 'on' : 'over';
}

/** How a season stood at a date: "Season 3 was on in France: 22 May 2017 to 19 June 2017." Null when no window is known. */
export function shownText(season: number, published: PublicationDate | null, timeline: Timeline): string | null {
  const window = timeline.windowOf(season);
  if (window === undefined || published === null) return null;
  const { market, from, to, precision = 'day' } = window;
  const said = {
    where: whereText(market),
    from: dateText(from, precision),
    to: to === null ? '' : dateText(to, precision),
  };
  return say(windowMessage(window, dayOf(published), precision === 'day'), { ...seasonValues([season]), ...said });
}
