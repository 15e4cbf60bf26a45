import type { PublicationDate } from '../../../domain/reading.ts';
import monthWords from './months.json' with { type: 'json' };

/** A date as far as it is known, without how it is known. */
export type KnownDate = Pick<PublicationDate, 'date' | 'precision'>;

/** The first days of the press on the web and a bound against nonsense: other years are no publication dates. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2030;

/** The last day that any date may name, where nothing better is known. */
export const LAST_DAY = `${LAST_YEAR}-12-31`;

/** `2015-06-12` from the parts of a date; null when there is no such day between 1990 and 2030. */
export function dayOf(year: number, month: number, day: number): string | null {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

/** `2015-06`; null when there is no such month between 1990 and 2030. */
export const monthOfYear = (year: number, month: number): string | null => dayOf(year, month, 1)?.slice(0, 7) ?? null;

/** The day so many days after another (before it, if negative). */
export function shifted(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** A year of four digits, or of two: 15 is 2015, 98 is 1998. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length !== 2) return year;
  return year <= LAST_YEAR - 2000 ? 2000 + year : 1900 + year;
}

const ofLanguage = new Map(Object.entries(monthWords).map(([language, list]) => [language, numbered(list)] as const));
/** Languages disagree on few names; earlier ones in the file win. */
const ofAny = new Map([...ofLanguage.values()].toReversed().flatMap((months) => [...months]));

function numbered(list: string): ReadonlyMap<string, number> {
  return new Map(list.split('|').flatMap((names, index) => names.split(' ').map((name) => [plain(name), index + 1])));
}

/** The number, 1 to 12, of a month by its name or its short name, best as the given language has it; null for other words. */
export function monthNumber(name: string, language: string | null = null): number | null {
  const key = plain(name);
  return (language !== null ? ofLanguage.get(language)?.get(key) : undefined) ?? ofAny.get(key) ?? null;
}

/** In lower case and without accents: pages drop them from capitals. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
}
