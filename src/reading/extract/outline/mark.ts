import type { Attributes } from './box.ts';
import { first } from './first.ts';
import { LONGEST_VALUE } from './limits.ts';
import type { Mark } from './outline.ts';

const LABELLED = /\d|[★½☆]/u;
/** Pictures of stars say how many in words. */
const RATED = /\d\s{0,3}(?:\/|sur|out of|von)\s{0,3}\d|\d\s{0,3}(?:étoiles?|stars?|sterne|stelle|estrellas)\b/iu;
const AUTHOR_LINK = /\/(?:authors?|auteurs?|autor(?:en)?|contributors?|journalistes?|profiles?|people|staff)\//iu;

/** As much of a value as is read: pages may write megabytes into one. */
const head = (value: string | undefined): string => first(value ?? '', LONGEST_VALUE.other);

/** Whether an element states a fact: a time, anything with an itemprop, an author's link, a labelled rating. */
export const isMark = (tag: string, attributes: Attributes): boolean =>
  tag === 'time' ||
  attributes['itemprop'] !== undefined ||
  (tag === 'abbr' && attributes['title'] !== undefined) ||
  (tag === 'a' && (/\bauthor\b/iu.test(head(attributes['rel'])) || AUTHOR_LINK.test(head(attributes['href'])))) ||
  LABELLED.test(head(attributes['aria-label'])) ||
  (tag === 'img' && RATED.test(head(attributes['alt']))) ||
  (attributes['datetime'] ?? attributes['data-datetime'] ?? attributes['data-timestamp']) !== undefined;

/** What the attributes of such an element say. */
export function markOf(tag: string, attributes: Attributes): Pick<Mark, 'tag' | 'names' | 'value' | 'href'> {
  const words = [
    attributes['itemprop'],
    attributes['rel'],
    attributes['class'],
    'pubdate' in attributes ? 'pubdate' : '',
  ];
  const values = ['datetime', 'content', 'data-datetime', 'data-timestamp', 'title', 'aria-label', 'alt'];
  return {
    tag,
    names: first(words.map(head).filter(Boolean).join(' ').toLowerCase(), 300),
    value: values.map((name) => head(attributes[name])).find((value) => value !== '') ?? null,
    href: attributes['href'] === undefined ? null : head(attributes['href']),
  };
}
