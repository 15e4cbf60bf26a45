import { dayOf, fullYear, type KnownDate, LAST_DAY, monthNumber, monthOfYear } from './calendar.ts';
import patterns from './patterns.json' with { type: 'json' };

/** How a page writes dates. */
export interface Manner {
  /** Whether 03/04/2015 is in April; false for March, as in the United States. */
  readonly dayFirst: boolean;
  /** Two letters, if known: languages use the same short names for different months. */
  readonly language: string | null;
  /** ISO day that no date may be later than. */
  readonly latest: string;
}

/** A date in a text, from `index` to before `end`. */
export interface Found extends KnownDate {
  readonly index: number;
  readonly end: number;
  /** Whether it was all digits with the year last, or had a year of two digits: less sure than other forms. */
  readonly vague: boolean;
}

/** How dates are read where nothing is known of the page. */
export const ANY_MANNER: Manner = { dayFirst: true, language: null, latest: LAST_DAY };

/** What is longer than this is no date line, and is read no further. */
const LONGEST = 2_000;
const compiled = Object.entries(patterns.full).map(
  ([form, source]) => [form, new RegExp(source.replaceAll('WORD', patterns.word), 'giu')] as const,
);
const monthOnly = new RegExp(patterns.month.replaceAll('WORD', patterns.word), 'giu');
const yearless = patterns.yearless.map((source) => new RegExp(source.replaceAll('WORD', patterns.word), 'giu'));

/** All days that are written out in the first 2,000 characters of a text, in its order. */
export function daysIn(text: string, manner: Manner = ANY_MANNER): readonly Found[] {
  const head = text.slice(0, LONGEST);
  if (!/\d/u.test(head)) return [];
  const found: Found[] = [];
  for (const [form, pattern] of compiled) {
    for (const match of head.matchAll(pattern)) {
      const date = dateOf(form, match.groups ?? {}, manner);
      if (date === null || date > manner.latest) continue;
      const { index } = match;
      const end = index + match[0].length;
      if (found.some((other) => index < other.end && end > other.index)) continue;
      const vague = form === 'digits' || match.groups?.['year']?.length === 2;
      found.push({ date, precision: 'day', index, end, vague });
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

function dateOf(form: string, parts: Readonly<Record<string, string | undefined>>, manner: Manner): string | null {
  const year = fullYear(parts['year'] ?? '');
  if (form === 'digits') return digitsOf(year, Number(parts['first']), Number(parts['second']), parts['mark'], manner);
  return dayOf(year, monthOf(parts['month'], manner), Number(parts['day']));
}

/** 1 to 12 for a month by name or number; 0 for anything else. */
function monthOf(name: string | undefined, manner: Manner): number {
  if (name === undefined) return 0;
  return /^\d/u.test(name) ? Number(name) : (monthNumber(name, manner.language) ?? 0);
}

/** Dots stand in dates with the day first everywhere; other marks as the page has it, unless there is no such day, or none yet. */
function digitsOf(
  year: number,
  first: number,
  second: number,
  mark: string | undefined,
  manner: Manner,
): string | null {
  const dayFirst = dayOf(year, second, first);
  const monthFirst = mark === '.' ? null : dayOf(year, first, second);
  const order = manner.dayFirst ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  return order.find((date) => date !== null && date <= manner.latest) ?? null;
}

/** The first "June 2015" in a text, as `2015-06`. */
export function monthIn(text: string, manner: Manner = ANY_MANNER): Found | null {
  for (const match of text.slice(0, LONGEST).matchAll(monthOnly)) {
    const date = monthOfYear(Number(match.groups?.['year']), monthOf(match.groups?.['month'], manner));
    if (date !== null && date <= manner.latest)
      return { date, precision: 'month', index: match.index, end: match.index + match[0].length, vague: false };
  }
  return null;
}

/** The first "12 June" without a year in a text: its month, 1 to 12, and day. */
export function yearlessIn(
  text: string,
  manner: Manner = ANY_MANNER,
): { readonly month: number; readonly day: number; readonly index: number; readonly end: number } | null {
  for (const pattern of yearless) {
    for (const match of text.slice(0, LONGEST).matchAll(pattern)) {
      const month = monthOf(match.groups?.['month'], manner);
      const day = Number(match.groups?.['day']);
      // 2000 is a leap year: any day that ever is passes.
      if (dayOf(2000, month, day) !== null)
        return { month, day, index: match.index, end: match.index + match[0].length };
    }
  }
  return null;
}

/** The first day that is written out in a text in one of the languages of the press, or in digits (day first). */
export const writtenDay = (text: string, manner: Manner = ANY_MANNER): string | null =>
  daysIn(text, manner)[0]?.date ?? null;
