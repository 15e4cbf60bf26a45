import type { CoarsePrecision } from '../domain/catalogue.ts';
import type { WrittenDate } from './schema.ts';

/** Days of a period as ISO dates; `precision` where one of them was written as a month or year. */
export interface Days {
  readonly from?: string;
  readonly to?: string;
  readonly precision?: CoarsePrecision;
}

/** The days that written dates enclose: `from` begins its month or year, `to` ends its own. */
export function daysOf(from: WrittenDate | undefined, to: WrittenDate | undefined): Days {
  const lengths = [from, to].flatMap((date) => (date === undefined ? [] : [String(date).length]));
  const shortest = Math.min(...lengths);
  return {
    ...(from === undefined ? {} : { from: firstDay(String(from)) }),
    ...(to === undefined ? {} : { to: lastDay(String(to)) }),
    ...(shortest < 7 ? { precision: 'year' as const } : shortest < 10 ? { precision: 'month' as const } : {}),
  };
}

/** Days as somebody would write them, so that `daysOf` gives them back. */
export function writtenDates({ from, to, precision }: Days): { from?: WrittenDate; to?: WrittenDate } {
  return {
    ...(from === undefined ? {} : { from: shortened(from, firstDay, precision) }),
    ...(to === undefined ? {} : { to: shortened(to, lastDay, precision) }),
  };
}

/** The month or year that a day begins or ends, if it does; or else the day. */
function shortened(
  day: string,
  dayOf: (written: string) => string,
  precision: CoarsePrecision | undefined,
): WrittenDate {
  const short = precision === 'year' ? day.slice(0, 4) : day.slice(0, 7);
  if (precision === undefined || dayOf(short) !== day) return day;
  return precision === 'year' ? Number(short) : short;
}

/** The first day of a written day, month or year. */
export const firstDay = (written: string): string => `${written}-01-01`.slice(0, 10);

/** The last day of a written day, month or year. */
export function lastDay(written: string): string {
  if (written.length === 10) return written;
  const [year = '', month = '12'] = written.split('-');
  return `${year}-${month}-${new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()}`;
}

/** Whether an ISO date names a day that exists: no 30 February. */
export const isDay = (day: string): boolean => {
  const time = Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === day;
};
