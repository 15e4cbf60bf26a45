import dates from './feed-dates.json' with { type: 'json' };

const months: ReadonlyMap<string, number> = new Map(Object.entries(dates.months));
/** Minutes east of Greenwich. */
const zones: ReadonlyMap<string, number> = new Map(Object.entries(dates.zones));

/** `2015-06-12`, `2015-06-12T10:42:00+02:00`, `20150612T104200Z`, `2015-06-12 10:42`, `2015-06`, `2015` (W3CDTF and kin). */
const NUMERIC =
  /^(\d{4})(?:-?(\d{2})(?:-?(\d{2})(?:[T ]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*([A-Za-z]{1,5}|[+-]\d{1,2}:?\d{0,2})?)?)?)?$/;
/** `Fri, 12 Jun 2015 10:42:00 +0200` (RFC 822) and its relatives: any language of {@link months}, two-digit years. */
const WORDED =
  /^(?:\p{L}+\.?,?\s+)?(\d{1,2})[\s-]+(\p{L}{3,12})\.?[\s,-]+(\d{4}|\d{2})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*((?:GMT|UTC)?[+-]\d{1,2}:?\d{0,2}|[A-Za-z]{1,5})?)?/u;
/** `Fri Jun 12 10:42:00 CEST 2015` (asctime) and `June 12, 2015 10:42 EST`. */
const MONTH_FIRST =
  /^(?:\p{L}+\.?,?\s+)?(\p{L}{3,12})\.?\s+(\d{1,2}),?(?:\s+(\d{4}))?(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*([A-Za-z]{1,5}|[+-]\d{1,2}:?\d{0,2})?(?:\s+(\d{4}))?$/u;

function monthOf(word: string): number {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return months.get(plain.slice(0, 4)) ?? months.get(plain.slice(0, 3)) ?? 0;
}

/** Minutes east of Greenwich; an unknown or missing zone counts as Greenwich, never as the machine's own. */
function zoneOf(zone: string | undefined): number {
  const offset = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone ?? '');
  if (offset === null) return zones.get((zone ?? '').toUpperCase()) ?? 0;
  return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3] ?? 0));
}

function yearOf(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

type Part = string | undefined;

function isoOf(year: number, month: number, day: number, time: readonly [Part, Part, Part, Part]): string | null {
  const [hour, minute, second] = [Number(time[0] ?? 0), Number(time[1] ?? 0), Number(time[2] ?? 0)];
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (year < 1980 || year > 2100 || month < 1 || month > 12 || day < 1 || day > daysInMonth) return null;
  if (hour > 24 || minute > 59 || second > 60) return null;
  return new Date(Date.UTC(year, month - 1, day, hour, minute - zoneOf(time[3]), second)).toISOString();
}

/**
 * A date as feeds write them, as ISO 8601 in UTC, or null when it is none or out of reason (before 1980, after 2100).
 * Written for this because `Date.parse` takes the machine's own time zone where the text names none.
 */
export function parseFeedDate(text: string | undefined): string | null {
  const value = (text ?? '').slice(0, 100).replace(/\s+/g, ' ').trim();
  const numeric = NUMERIC.exec(value);
  if (numeric !== null) {
    const [, year = '', month = '1', day = '1', ...time] = numeric;
    return isoOf(Number(year), Number(month), Number(day), [time[0], time[1], time[2], time[3]]);
  }
  const worded = WORDED.exec(value);
  if (worded !== null) {
    const [, day = '', month = '', year = '', ...time] = worded;
    return isoOf(yearOf(year), monthOf(month), Number(day), [time[0], time[1], time[2], time[3]]);
  }
  const [, month = '', day = '', early, hour, minute, second, zone, late] = MONTH_FIRST.exec(value) ?? [];
  return isoOf(Number(early ?? late ?? 0), monthOf(month), Number(day), [hour, minute, second, zone]);
}
