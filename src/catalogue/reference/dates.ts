import { anyOf } from './any-of.ts';
import type { Words } from './words.ts';

/** A day, month or year as a catalogue file writes it, or two with what lies between; `precise` where both are days. */
export interface Span {
  readonly from: string;
  readonly to: string | null;
  readonly precise: boolean;
}

interface Found {
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

interface Patterns {
  readonly date: RegExp;
  readonly short: RegExp;
  readonly between: RegExp;
  readonly until: RegExp;
}

/** "Entre le " and its like stand in so many signs before a date. */
const BEFORE = 20;

const known = new Map<string, Patterns>();

/** The patterns of a language, made once. */
function patternsOf(words: Words): Patterns {
  const made = known.get(words.language) ?? makePatterns(words);
  known.set(words.language, made);
  return made;
}

function makePatterns({ months, between, until }: Words): Patterns {
  const month = `(${Object.keys(months).join('|')})`;
  const day = '(?<!\\d)(\\d{1,2})(?:er)?';
  const joined = `(?:[–-]|${anyOf(until)})`;
  return {
    date: new RegExp(
      `(\\d{4})-(\\d{2})-(\\d{2})|${day} ${month} (\\d{4})|${month} (\\d{1,2}), (\\d{4})|(?:${month} )?(?<![\\d.])((?:19|20)\\d{2})(?!\\d)`,
      'giu',
    ),
    // "27 avril au 25 mai 2015", "3 au 24 mai 2016": the first day borrows what it lacks from the second.
    short: new RegExp(`${day}(?: ${month})?( ?${joined} )(?=${day} ${month} (\\d{4}))`, 'giu'),
    between: new RegExp(`${anyOf(between)} ?$`, 'iu'),
    until: new RegExp(`^ ?(?:([–-])|${anyOf(until)}) ?$`, 'iu'),
  };
}

/** The dates of a text in its order; "du 27 avril au 25 mai 2015" is one span. */
export function datesIn(text: string, words: Words): readonly Span[] {
  const patterns = patternsOf(words);
  const full = fullDates(text.replace(/[\u00a0\u202f]/gu, ' '), patterns, words);
  const spans: Span[] = [];
  let open: Found | null = null;
  for (const next of dateMatches(full, patterns, words)) {
    const joint = open === null ? null : patterns.until.exec(full.slice(open.end, next.start));
    const isSpan =
      open !== null &&
      joint !== null &&
      (joint[1] !== undefined || patterns.between.test(full.slice(Math.max(0, open.start - BEFORE), open.start)));
    if (open !== null && isSpan && open.date <= next.date) {
      spans.push({ from: open.date, to: next.date, precise: open.date.length === 10 && next.date.length === 10 });
      open = null;
      continue;
    }
    if (open !== null) spans.push(alone(open.date));
    open = next;
  }
  return open === null ? spans : [...spans, alone(open.date)];
}

/** A single date; a month or year begins and ends within itself. */
const alone = (date: string): Span => ({
  from: date,
  to: date.length === 10 ? null : date,
  precise: date.length === 10,
});

function fullDates(text: string, { short }: Patterns, { months }: Words): string {
  return text.replace(short, (...[whole, day, month, joint, , lastMonth, year]: readonly (string | undefined)[]) => {
    if (!lastMonth || !year) return whole ?? '';
    const isYearBefore = month !== undefined && monthNumber(month, months) > monthNumber(lastMonth, months);
    return `${day} ${month ?? lastMonth} ${isYearBefore ? Number(year) - 1 : year}${joint}`;
  });
}

function dateMatches(text: string, { date }: Patterns, { months }: Words): readonly Found[] {
  return [...text.matchAll(date)].flatMap((match) => {
    const [whole, y1, m1, d1, d2, m2, y2, m3, d3, y3, m4, y4 = ''] = match;
    const year = y1 ?? y2 ?? y3 ?? y4;
    const month = m1 ? Number(m1) : monthNumber(m2 ?? m3 ?? m4 ?? '', months);
    const day = Number(d1 ?? d2 ?? d3 ?? 0);
    const parts = [year, ...(month > 0 ? [two(month), ...(day > 0 ? [two(day)] : [])] : [])];
    return [{ date: parts.join('-'), start: match.index, end: match.index + whole.length }];
  });
}

const monthNumber = (name: string, months: Words['months']): number => months[name.toLowerCase()] ?? 0;
const two = (number: number): string => String(number).padStart(2, '0');
