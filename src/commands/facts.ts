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

/** An identifier that names no show of the catalogue, with the ones that exist. */
export function unknownShow(show: string, known: readonly string[]): RevueError {
  return new RevueError(
    'show-unknown',
    `There is no show "${show}" in the catalogue; it holds ${known.join(', ')}.`,
    'quarantine',
  );
}
