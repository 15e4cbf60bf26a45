import { dayOf, type KnownDate, LAST_DAY, shifted } from './calendar.ts';
import data from './relative.json' with { type: 'json' };
import { type Manner, yearlessIn } from './written.ts';

interface Ways {
  readonly days: readonly RegExp[];
  readonly ago: readonly (readonly [RegExp, number])[];
}

/** Lines are read this far, in characters. */
const LONGEST = 300;
const ways = new Map(
  Object.entries(data).map(([language, { days, ago, units }]): [string, Ways] => [
    language,
    { days: days.map(wholeWord), ago: Object.entries(units).map(([unit, length]) => [agoPattern(ago, unit), length]) },
  ]),
);

function wholeWord(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}-])(?:${words})(?![\\p{L}])`, 'iu');
}

function agoPattern(ago: string, unit: string): RegExp {
  return wholeWord(ago.replace('NUMBER', '(\\d{1,3})').replace('UNIT', `(?:${unit})`).replaceAll(' ', '\\s?'));
}

/** The date of "yesterday", "il y a 3 jours" or "12 juin" in a line, seen from the day of fetching; null when the line has none. Months ago are precise to the month, years ago to the year. */
export function relativeDate(line: string, manner: Manner, fetchedOn: string): KnownDate | null {
  const text = line.slice(0, LONGEST);
  const known = ways.get(manner.language ?? 'en');
  return (known && toldFrom(text, known, fetchedOn)) ?? latestSuchDay(text, manner, fetchedOn);
}

function toldFrom(text: string, { days, ago }: Ways, fetchedOn: string): KnownDate | null {
  const back = days.findIndex((word) => word.test(text));
  if (back >= 0) return { date: shifted(fetchedOn, -back), precision: 'day' };
  for (const [pattern, length] of ago) {
    const count = pattern.exec(text)?.[1];
    if (count !== undefined) return past(shifted(fetchedOn, -length * Number(count)), length);
  }
  return null;
}

function past(day: string, unit: number): KnownDate | null {
  if (day > LAST_DAY || dayOf(Number(day.slice(0, 4)), 1, 1) === null) return null;
  if (unit < 30) return { date: day, precision: 'day' };
  return unit < 365 ? { date: day.slice(0, 7), precision: 'month' } : { date: day.slice(0, 4), precision: 'year' };
}

function latestSuchDay(text: string, manner: Manner, fetchedOn: string): KnownDate | null {
  const found = yearlessIn(text, manner);
  if (!found) return null;
  const year = Number(fetchedOn.slice(0, 4));
  const days = [year, year - 1].map((each) => dayOf(each, found.month, found.day));
  const date = days.find((day) => day !== null && day <= fetchedOn) ?? null;
  return date === null ? null : { date, precision: 'day' };
}
