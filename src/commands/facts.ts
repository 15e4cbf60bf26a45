import { nearestShows, showNamed } from '../catalogue/show-names.ts';
import type { Show, ShowId } from '../domain/catalogue.ts';
import { RevueError } from '../domain/errors.ts';
import type { GivenFacts } from '../domain/reading.ts';

/** Facts without those that were not given; throws `date-invalid` for a date that is none. */
export function checkedFacts(
  facts: { readonly [Name in keyof GivenFacts]?: GivenFacts[Name] | undefined },
): GivenFacts {
  for (const date of [facts.published, facts.fetchedOn]) {
    if (date === undefined || (/^\d{4}(-\d{2}(-\d{2})?)?/u.test(date) && !Number.isNaN(Date.parse(date)))) continue;
    throw new RevueError('date-invalid', `"${date}" is no date; write it as in 2015-06-12.`, 'quarantine');
  }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** The show of a catalogue that a name given by the user means. Throws `show-unknown` with the nearest ones. */
export function knownShow(name: string, shows: readonly Show[]): ShowId {
  const found = showNamed(name, shows);
  if (found !== null) return found;
  const near = nearestShows(name, shows);
  const hint = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ' "revue catalogue" lists those that are.';
  throw new RevueError('show-unknown', `There is no show "${name}" in the catalogue.${hint}`, 'quarantine');
}
