import { type Candidate, lineCandidates, markCandidates } from './candidates.ts';
import { type Weighed, weighed } from './choice.ts';
import { type Ground, type Places, placesOf } from './place.ts';
import { relativeDate } from './relative.ts';
import { urlDate } from './url.ts';
import type { Manner } from './written.ts';

/** Lines of a page that readers see, and the days around it. */
export interface Seen extends Ground {
  readonly url: string | null;
  readonly fetchedOn: string | null;
}

/** A relative date is believed in a line of at most so many characters, this near to the title or the text. */
const LONGEST = 80;
const NEAR = 6;

/** All dates that a page shows outside of data for machines, and in its address, weighed. */
export function visibleDates(page: Seen, manner: Manner): readonly Weighed[] {
  const places = placesOf(page);
  const url = urlDate(page.url);
  const named: Candidate[] =
    url?.precision === 'day' && url.date <= manner.latest
      ? [{ ...url, at: -1, box: page.outline.root, signs: [url.sure ? 'sureUrl' : 'looseUrl'] }]
      : [];
  const candidates = [...markCandidates(page, places, manner), ...lineCandidates(page, places, manner)];
  const relative = relativeCandidates(page, places, manner, url?.date ?? null);
  return weighed([...named, ...candidates, ...relative], url);
}

/** "Yesterday" and "12 June" before the text: seen from the day of fetching, or from a month in the address. */
function relativeCandidates(page: Seen, places: Places, manner: Manner, urlDay: string | null): readonly Candidate[] {
  const from = urlDay === null ? page.fetchedOn : `${urlDay.slice(0, 7)}-28`;
  if (from === null) return [];
  const { blocks } = page.outline;
  const start = page.heading ?? page.main[0] ?? 0;
  return blocks.slice(Math.max(0, start - 2), start + NEAR).flatMap((block, index): Candidate[] => {
    if (block.text.length > LONGEST || /(?:19|20)\d\d/u.test(block.text)) return [];
    const known = relativeDate(block.text, manner, from);
    if (known === null || (urlDay !== null && known.date.slice(0, 7) !== urlDay.slice(0, 7))) return [];
    const at = Math.max(0, start - 2) + index;
    const signs = ['relative', ...places.zone(at), ...places.surroundings(block.box)];
    return [{ ...known, at, box: block.box, signs }];
  });
}
