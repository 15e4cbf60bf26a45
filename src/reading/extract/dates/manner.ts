import { LAST_DAY, shifted } from './calendar.ts';
import data from './manner.json' with { type: 'json' };
import type { Manner } from './written.ts';

/** What tells how a page writes dates. */
export interface Origin {
  /** As the page states it: `en-GB`, `fr`. */
  readonly language: string | null;
  readonly url: string | null;
  /** ISO day on which the page was fetched. */
  readonly fetchedOn: string | null;
}

const monthFirstLocales = new Set(data.monthFirstLocales.split(' '));
const dayFirstDomains = new Set(data.dayFirstDomains.split(' '));
const domainLanguages: Readonly<Record<string, string>> = data.domains;
/** Enough of a page to see one date with a number above 12. */
const LINES = 400;

/** How a page writes dates, by its language and country, or by dates in its texts that can be read in one way only. */
export function mannerOf({ language, url, fetchedOn }: Origin, texts: readonly string[]): Manner {
  const locale = (language ?? '').toLowerCase().replaceAll('_', '-');
  const domain = /^[a-z]+:\/\/[^/?#]{1,250}?\.([a-z]{2,10})(?:[:/?#]|$)/iu.exec(url ?? '')?.[1]?.toLowerCase() ?? '';
  const own = /^[a-z]{2}(?=-|$)/u.exec(locale)?.[0] ?? domainLanguages[domain] ?? null;
  const usual =
    locale === ''
      ? dayFirstDomains.has(domain) || domain === ''
      : !monthFirstLocales.has(locale) || (locale === 'en' && dayFirstDomains.has(domain));
  // A page is fetched on the day it is dated, or later; its clock may run a day ahead of ours.
  const latest = fetchedOn === null ? LAST_DAY : shifted(fetchedOn, 1);
  return { dayFirst: evidence(texts) ?? usual, language: own, latest };
}

/** True for 25/12/2014, false for 12/25/2014; null when the texts hold neither or both. */
function evidence(texts: readonly string[]): boolean | null {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const text of texts.slice(0, LINES)) {
    const match = /(?<!\d)(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})(?!\d)/u.exec(text.slice(0, 300));
    const [first, second] = [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0)];
    if (first > 12 && first <= 31 && second >= 1 && second <= 12) dayFirst += 1;
    if (second > 12 && second <= 31 && first >= 1 && first <= 12) monthFirst += 1;
  }
  return dayFirst > 0 === monthFirst > 0 ? null : dayFirst > 0;
}
