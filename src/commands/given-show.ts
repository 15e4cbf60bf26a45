import { namesShow, withNewcomer } from '../catalogue/newcomer.ts';
import { showNamed } from '../catalogue/show-names.ts';
import type { CatalogueIndex } from '../domain/catalogue.ts';
import type { PageInput } from '../domain/reading.ts';
import { knownShow } from './facts.ts';

/** A page whose given show the index holds. */
interface Known {
  readonly page: PageInput;
  readonly index: CatalogueIndex;
}

/**
 * Makes sure that the show given with a page can be read. A name of a show becomes its identifier. A show that the
 * catalogue does not hold is read all the same where the page itself names it: nothing but its title is known then.
 * Throws `show-unknown` otherwise.
 */
export function toolsFor(page: PageInput, index: CatalogueIndex): Known {
  const { show: given, title = '' } = page.given;
  if (given === undefined) return { page, index };
  const shows = [...index.shows.values()];
  const isNew =
    showNamed(given, shows) === null && namesShow(`${title}\n${new TextDecoder().decode(page.bytes)}`, given);
  if (isNew) return { page, index: withNewcomer(index, given) };
  const show = knownShow(given, shows);
  return { page: { ...page, given: { ...page.given, show } }, index };
}
