import { type Thing, typesOf } from '../json-ld.ts';
import words from './bylines.json' with { type: 'json' };
import type { MetadataPage } from './page.ts';

/** Bylines have a handful of names; lists beyond this are no bylines. */
const MOST = 20;
const LABEL = new RegExp(words.labels, 'iu');

/** The authors that JSON-LD gives, as written, in order. */
export function authorsInThings({ article, things }: MetadataPage): readonly string[] {
  const pages = things.filter((thing) =>
    typesOf(thing).some((type) => /WebPage$|^(?:Video|Media|Audio)Object$|^CreativeWork$/u.test(type)),
  );
  for (const thing of [...(article ? [article] : []), ...pages]) {
    for (const property of ['author', 'creator']) {
      const names = namesOf(thing[property], things, 4);
      if (names.length > 0) return names.slice(0, MOST);
    }
  }
  return [];
}

/** The name or names of a value: a string, an object with a name, a reference to another thing, or a list of those. */
function namesOf(value: unknown, things: readonly Thing[], depth: number): readonly string[] {
  if (typeof value === 'string') return [value];
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.slice(0, MOST).flatMap((each) => namesOf(each, things, depth - 1));
  const thing = value as Thing;
  if (thing['name']) return namesOf(thing['name'], things, depth - 1);
  const parts = [thing['givenName'], thing['familyName']].filter((part) => typeof part === 'string');
  if (parts.length > 0) return [parts.join(' ')];
  const id = thing['@id'];
  const meant = typeof id === 'string' ? things.find((other) => other['@id'] === id && other['name']) : undefined;
  return meant ? namesOf(meant['name'], things, depth - 1) : [];
}

/** The authors that meta elements give, as written, by the first of the names that is there; addresses are left out. */
export function authorsInMeta({ outline: { head } }: MetadataPage): readonly string[] {
  for (const name of words.meta) {
    const found = (head.meta.get(name) ?? []).filter((value) => !/^\s*(?:https?:|www\.|\/|@)/u.test(value));
    if (found.length > 0) return found.slice(0, MOST);
  }
  for (const i of [1, 2]) {
    const label = head.meta.get(`twitter:label${i}`)?.[0]?.trim() ?? '';
    if (LABEL.test(label)) return head.meta.get(`twitter:data${i}`) ?? [];
  }
  return [];
}
