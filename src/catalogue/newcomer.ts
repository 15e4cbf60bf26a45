import type { CatalogueIndex, NameHit, Show, ShowId } from '../domain/catalogue.ts';
import { buildIndex } from './index.ts';
import { slug } from './names.ts';

/** The form of a show's identifier. */
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+){0,12}$/u;
/** Where a page is searched for a show's title, in characters. */
const SEARCHED = 200_000;

/** True when a text names, in any spelling, the show that an identifier is made from. */
export function namesShow(text: string, id: ShowId): boolean {
  if (!SLUG.test(id) || id.length < 3) return false;
  return `-${slug(text.slice(0, SEARCHED))}-`.includes(`-${id}-`);
}

/** A show of which nothing is known but the identifier that somebody gave: its title is made from it. */
export function newcomer(id: ShowId): Show {
  const title = id.replace(/-/gu, ' ').replace(/(?<![a-z])[a-z]/gu, (letter) => letter.toUpperCase());
  const titles = [{ text: title, strength: title.includes(' ') ? ('strong' as const) : ('weak' as const) }];
  return {
    id,
    title,
    titles,
    country: 'ZZ',
    language: 'en',
    ended: false,
    seasons: [],
    entities: [],
    related: [],
    homonyms: [],
  };
}

const overlaps = (a: NameHit, b: NameHit): boolean => a.start < b.end && b.start < a.end;

/** An index with one more show, made without building the whole anew; names that the catalogue knows better stay. */
export function withNewcomer(index: CatalogueIndex, id: ShowId): CatalogueIndex {
  const show = newcomer(id);
  const own = buildIndex({ shows: [show], entities: [] });
  return {
    catalogue: { ...index.catalogue, shows: [...index.catalogue.shows, show] },
    shows: new Map([...index.shows, [id, show]]),
    entities: new Map([...index.entities, ...own.entities]),
    scan: (text) => {
      const added = own.scan(text);
      if (added.length === 0) return index.scan(text);
      const known = index.scan(text);
      const longer = added.filter(
        (hit) => !known.some((each) => overlaps(hit, each) && each.end - each.start > hit.end - hit.start),
      );
      return [...known.filter((each) => !longer.some((hit) => overlaps(hit, each))), ...longer].sort(
        (a, b) => a.start - b.start,
      );
    },
  };
}
