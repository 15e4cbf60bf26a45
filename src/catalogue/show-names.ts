import type { Show, ShowId } from '../domain/catalogue.ts';
import { editDistance } from './misspelt.ts';
import { slug } from './names.ts';

/** Slips that are forgiven when a show is suggested. */
const SLIPS = 3;

/** A name's letters and digits, in small letters without signs. */
const letters = (name: string): string => slug(name).replace(/-/gu, '');

/** The same without its article. */
const bare = (name: string): string =>
  slug(name)
    .replace(/^(?:the|le|la|les|l)-/u, '')
    .replace(/-/gu, '');

/** The show that a name means: its identifier, or one of its titles in any spelling; null when none or several do. */
export function showNamed(name: string, shows: readonly Show[]): ShowId | null {
  const found = new Set<ShowId>();
  for (const { id, titles } of shows) {
    if (id === name) return id;
    if (
      [id, ...titles.map(({ text }) => text)].some(
        (each) => letters(each) === letters(name) || bare(each) === bare(name),
      )
    )
      found.add(id);
  }
  const [only, ...others] = found;
  return only !== undefined && others.length === 0 && bare(name) !== '' ? only : null;
}

/** The identifiers nearest to one that names no show, for "did you mean"; at most three. */
export function nearestShows(name: string, shows: readonly Show[]): readonly ShowId[] {
  return shows
    .map(({ id }) => ({ id, distance: editDistance(bare(id), bare(name), SLIPS) }))
    .filter(({ distance }) => distance <= SLIPS)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ id }) => id);
}
