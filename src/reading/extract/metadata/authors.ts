import { shownAuthors } from './byline.ts';
import { authorsInMeta, authorsInThings } from './declared-authors.ts';
import { deskIn, isAgency, namesIn } from './names.ts';
import type { MetadataPage } from './page.ts';
import { comparable } from './plain.ts';
import { isSiteName, siteNames } from './site-names.ts';
import { titleOf } from './title.ts';

/**
 * Who wrote the article: clean names in page order, each once; empty when the page does not say. The outlet itself stands
 * for them only when no person is named anywhere. `heading` is the block that shows the title.
 */
export function authorsOf(page: MetadataPage, heading: number | null = titleOf(page).heading): readonly string[] {
  const sites = siteNames(page);
  const sources = [authorsInThings, authorsInMeta, () => shownAuthors(page, heading)];
  let fallback: readonly string[] = [];
  for (const source of sources) {
    const names = unique(source(page).flatMap(orWhole));
    const people = names.filter(
      (name) => !isSiteName(name, sites) && !fallback.some((known) => name.startsWith(known)),
    );
    if (people.some((name) => !isAgency(name))) return people;
    if (fallback.length === 0) fallback = names;
  }
  return fallback;
}

/** A declared author that is a job or a desk ("Culture Team") stands for itself. */
function orWhole(declared: string): readonly string[] {
  const names = namesIn(declared);
  return names.length > 0 ? names : [deskIn(declared)].filter((desk) => desk !== null);
}

function unique(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => !seen.has(comparable(name)) && seen.add(comparable(name)));
}
