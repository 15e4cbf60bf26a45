import type { GivenFacts, PublicationDate } from '../../../domain/reading.ts';
import { isoDay } from './machine.ts';

/** A date that came with the page; null when it is none. */
export function givenDate(text: string, basis: 'feed' | 'given'): PublicationDate | null {
  const day = isoDay(text);
  if (day !== null) return { date: day, precision: 'day', basis };
  const [date] = /^\d{4}(?:-(?:0[1-9]|1[0-2]))?(?![\d-])/u.exec(text) ?? [];
  return date === undefined ? null : { date, precision: date.length === 4 ? 'year' : 'month', basis };
}

/** A page’s own date or the one that came with it, if that is a date. A feed's date is when the feed listed the page: what the page itself says to the day is better. */
export function withGiven(own: PublicationDate | null, given: GivenFacts): PublicationDate | null {
  if (given.published === undefined) return own;
  const basis = given.publishedBasis ?? 'given';
  if (basis === 'feed' && own?.precision === 'day') return own;
  return givenDate(given.published, basis) ?? own;
}
