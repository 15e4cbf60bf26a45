import type { Entity, NameCandidate, NameHit, Show } from '../../domain/catalogue.ts';

/** Who and what of a show a text names, apart from the show itself. */
export interface Company {
  readonly characters: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  /** Its organisations, and channels and platforms that show it. */
  readonly organisations: ReadonlySet<string>;
}

/** This many surnames and code names of one show are no chance. */
const TELLING = 3;

/**
 * The show's characters, people and organisations among name matches. A surname or code name counts only when something
 * surer of the show stands in the same text (`sure`), or when several stand together.
 */
export function companyOf(show: Show, hits: readonly NameHit[], sure: boolean): Company {
  const strong = new Map<string, Entity>();
  const weak = new Map<string, Entity>();
  const organisations = new Set<string>();
  const networks = new Set(show.seasons.flatMap(({ windows }) => windows.map(({ network }) => network.toLowerCase())));
  for (const hit of hits) {
    for (const candidate of hit.candidates) {
      const { entity, show: owner } = candidate;
      if (entity.type === 'show') continue;
      if (entity.type === 'organisation') {
        if (owner === show.id || carries(entity, networks)) organisations.add(entity.id);
      } else if (owner === show.id && isWritten(candidate, hit)) {
        (candidate.alias.strength === 'strong' ? strong : weak).set(entity.id, entity);
      }
    }
  }
  const counted = sure || strong.size > 0 || weak.size >= TELLING ? [...strong.values(), ...weak.values()] : [];
  const of = (type: Entity['type']): ReadonlySet<string> =>
    new Set(counted.filter((entity) => entity.type === type).map(({ id }) => id));
  return { characters: of('character'), people: of('person'), organisations };
}

/** First names and misspelt surnames say too little to tell a show by. */
function isWritten({ alias, distance }: NameCandidate, { surface }: NameHit): boolean {
  if (!/^\p{Lu}/u.test(surface) || alias.part === 'first') return false;
  if (alias.strength === 'capitals') return surface === surface.toUpperCase();
  return distance === 0 || alias.strength === 'strong';
}

const carries = ({ name, aliases }: Entity, networks: ReadonlySet<string>): boolean =>
  networks.has(name.toLowerCase()) || aliases.some(({ text }) => networks.has(text.toLowerCase()));
