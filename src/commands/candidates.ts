import { slug } from '../catalogue/names.ts';
import { getCatalogue } from '../database/queries/catalogue.ts';
import { type UnknownPerson, unknownPeople } from '../database/queries/unknown-people.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Arguments } from './arguments.ts';
import { print, printJson } from './output.ts';
import { withApp } from './with-app.ts';

/** In so many documents about a show a name is worth a line of its file. */
const DOCUMENTS = 3;
const LONGEST_QUOTATION = 160;

/**
 * `revue catalogue candidates [SHOW] [--json]`: people whom the press names and the catalogue does not know, as lines for
 * `people:`, with counts and a quotation each. Those whom the catalogue has learnt of since the reading are left out.
 */
export async function candidates(parsed: Arguments, [show]: readonly string[]): Promise<void> {
  await withApp(parsed, async ({ database }) => {
    const { catalogue } = await getCatalogue(database);
    const found = await unknownPeople(database, { show: show ?? null, documents: DOCUMENTS });
    const unknown = found.filter((person) => !isKnown(person, catalogue));
    if (parsed.values['json']) return printJson(unknown);
    if (unknown.length === 0) return print(`Nobody unknown is named in ${DOCUMENTS} documents about a show.`);
    for (const [at, person] of unknown.entries()) {
      if (person.show !== unknown[at - 1]?.show) print(`# ${person.show}`);
      print(lineOf(person));
    }
  });
}

function isKnown({ show, name }: UnknownPerson, { shows, entities }: Catalogue): boolean {
  const own = shows.find(({ id }) => id === show)?.entities ?? [];
  return [...own, ...entities].some((entity) => slug(entity.name) === slug(name));
}

/** A line of a catalogue file, with what speaks for it as a comment. */
function lineOf({ name, documents, stories, mentions, quotation, url }: UnknownPerson): string {
  const written = /^\p{L}[\p{L}\p{M} .'’-]*$/u.test(name) ? name : JSON.stringify(name);
  const plain = quotation.replace(/\s+/gu, ' ').trim();
  const quoted = plain.length > LONGEST_QUOTATION ? `${plain.slice(0, LONGEST_QUOTATION)}…` : plain;
  return `  - { name: ${written} }  # ${documents} documents, ${stories} stories, ${mentions} mentions: “${quoted}” ${url}`;
}
