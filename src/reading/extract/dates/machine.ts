import { dayOf } from './calendar.ts';
import { ANY_MANNER, type Manner, writtenDay } from './written.ts';

/** The day of an ISO 8601 date as the page wrote it, whatever its time zone; null for anything else. */
export function isoDay(text: string | null): string | null {
  const match = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/u.exec(text ?? '');
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** A day in machine or human form: ISO, 20150612, seconds or milliseconds since 1970, RFC 2822, "12 juin 2015", "May 24, 2016", "12/06/2015". */
export function anyDay(text: string | null, manner: Manner = ANY_MANNER): string | null {
  if (text === null || text.length > 200) return null;
  const day = isoDay(text) ?? compactDay(text) ?? instantDay(text) ?? writtenDay(text, manner);
  return day !== null && day <= manner.latest ? day : null;
}

/** 20150612, 20150612T104200, 201506121042 */
function compactDay(text: string): string | null {
  const match = /^\s*(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?(?!\d)/u.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** 1434098520, 1434098520000 */
function instantDay(text: string): string | null {
  const match = /^\s*(\d{9,10})(\d{3})?(?:\.\d{1,6})?\s*$/u.exec(text);
  const day = match ? new Date(Number(match[1]) * 1_000) : null;
  return day && dayOf(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
}
