import { dayOf, fullYear, type KnownDate, monthNumber, monthOfYear } from './calendar.ts';

/** A date in an address; `sure` where it is a part of the path by itself, as sites file their articles. */
export interface UrlDate extends KnownDate {
  readonly sure: boolean;
}

/** Addresses are read this far, in characters. */
const LONGEST = 500;

/** The date by which a site filed a page: /2015/06/12/, /2015/jun/12/, /20150612/, /title-2015-06-12, /150612-title, /A201506121042, /2015/06/; null when there is none. */
export function urlDate(url: string | null): UrlDate | null {
  const path = pathOf(url);
  const sure = filedDay(path);
  if (sure !== null) return { date: sure, precision: 'day', sure: true };
  const day = namedDay(path);
  if (day !== null) return { date: day, precision: 'day', sure: false };
  const month = filedMonth(path);
  return month === null ? null : { date: month, precision: 'month', sure: true };
}

/** The day in a URL's path; null when there is none. */
export function urlDay(url: string | null): string | null {
  const found = urlDate(url);
  return found?.precision === 'day' ? found.date : null;
}

function pathOf(url: string | null): string {
  const rest = (url ?? '').slice(0, LONGEST).replace(/^[a-z]+:\/\/[^/?#]+/iu, '');
  return rest.replace(/#.*$/u, '');
}

function filedDay(path: string): string | null {
  const slashed =
    /\/(\d{4})\/(\d{1,2})\/(\d{1,2})(?:[/_.?-]|$)/u.exec(path) ??
    /\/(\d{4})[_-](\d{2})[_-](\d{2})(?:[/_.?-]|$)/u.exec(path);
  if (slashed) return dayOf(Number(slashed[1]), Number(slashed[2]), Number(slashed[3]));
  const compact =
    /\/(\d{4})(\d{2})(\d{2})(?:[/_.-]|$)/u.exec(path) ?? /\/(\d{4})\/(\d{2})(\d{2})(?:[/_.-]|$)/u.exec(path);
  if (compact) return dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const named = /\/(\d{4})[/_-](\p{L}{3,10})[/_-](\d{1,2})(?:[/_.-]|$)/u.exec(path);
  return named ? dayOf(Number(named[1]), monthNumber(named[2] ?? '') ?? 0, Number(named[3])) : null;
}

function namedDay(path: string): string | null {
  const whole =
    /[/_.=-](\d{4})[_.-]?(\d{2})[_.-]?(\d{2})(?:[/_.?&-]|$)/u.exec(path) ??
    /\/\p{L}?(\d{4})(\d{2})(\d{2})\d{2,12}(?:[/_.?&-]|$)/u.exec(path);
  if (whole) return dayOf(Number(whole[1]), Number(whole[2]), Number(whole[3]));
  // /150612-title: year, month and day with two digits each, at the head of a name.
  const short = /\/(\d{2})(\d{2})(\d{2})-\p{L}/u.exec(path);
  return short ? dayOf(fullYear(short[1] ?? ''), Number(short[2]), Number(short[3])) : null;
}

function filedMonth(path: string): string | null {
  const match = /\/(\d{4})[/-](\d{1,2})(?:\/|$)/u.exec(path) ?? /\/(\d{4})\/(\p{L}{3,10})\//u.exec(path);
  if (!match) return null;
  const [, year, month = ''] = match;
  return monthOfYear(Number(year), /^\d/u.test(month) ? Number(month) : (monthNumber(month) ?? 0));
}
