import type { Entity, NameCandidate, NameHit, Show } from '../../domain/catalogue.ts';
import type { FoundNames } from './found.ts';

/** Who and what of a show a text names, apart from the show itself. */
export interface Company {
  readonly characters: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  /** Characters called by their first name only; empty unless several stand together. */
  readonly firstNames: ReadonlySet<string>;
  /** Characters named beside the actor who plays them. */
  readonly played: number;
  /** Characters and people named in full, each counting by its share where several shows have one of that name. */
  readonly full: number;
  /** How much of all that falls to this show: a name that several shows share counts by its share, a first name half. */
  readonly weight: number;
  /** Its organisations, and channels and platforms that show it. */
  readonly organisations: ReadonlySet<string>;
}

/** Surnames, code names and first names of one show that add up to this much are no chance. */
const TELLING = 2.5;

/** Everybody of a show whom matches name, by how surely. */
interface Cast {
  readonly strong: Map<string, Entity>;
  readonly weak: Map<string, Entity>;
  readonly first: Map<string, Entity>;
  /** Of a name that several shows share, the part that falls to this one. */
  readonly shares: Map<string, number>;
  readonly organisations: Set<string>;
}

/**
 * The show's characters, people and organisations among name matches. A surname or code name counts only when something
 * surer of the show stands in the same text (`sure`), when several stand together, or a character beside the actor; a
 * name that several shows share counts by its share.
 */
export function companyOf(show: Show, all: readonly FoundNames[], sure: boolean): Company {
  const { strong, weak, first, shares, organisations } = castIn(show, all);
  const named = new Map([...strong, ...weak]);
  const played = [...named.values(), ...first.values()].filter(
    ({ playedBy }) => playedBy !== undefined && named.has(playedBy),
  ).length;
  const sum = [...weak.keys(), ...first.keys()].reduce((total, id) => total + (shares.get(id) ?? 0), 0);
  const told = sure || strong.size > 0 || played > 0 || sum >= TELLING;
  const of = (type: Entity['type']): ReadonlySet<string> =>
    new Set(told ? [...named.values()].filter((entity) => entity.type === type).map(({ id }) => id) : []);
  const firstNames = new Set(told ? [...first.keys()].filter((id) => !named.has(id)) : []);
  const full = [...strong.keys()].reduce((total, id) => total + (shares.get(id) ?? 0), 0);
  const weight = [...shares].reduce((total, [id, share]) => total + (named.has(id) ? share : share / 2), 0);
  return { characters: of('character'), people: of('person'), firstNames, played, full, weight, organisations };
}

function castIn(show: Show, all: readonly FoundNames[]): Cast {
  const carried = all.flatMap((found) => found.organisations.filter(carriedBy(show)).map(({ id }) => id));
  const cast: Cast = {
    strong: new Map(),
    weak: new Map(),
    first: new Map(),
    shares: new Map(),
    organisations: new Set(carried),
  };
  for (const { hit, goesOn } of all.flatMap((found) => found.ofShow.get(show.id) ?? [])) {
    const candidate = ownOf(show, hit);
    if (candidate) add(cast, candidate, goesOn, 1 / ownersOf(hit, candidate.entity.type));
  }
  return cast;
}

/** A first name counts for a character alone, and not where somebody's surname follows. */
function add(
  { strong, weak, first, shares, organisations }: Cast,
  found: NameCandidate,
  goesOn: boolean,
  share: number,
) {
  const { entity, alias } = found;
  if (entity.type === 'organisation') organisations.add(entity.id);
  else if (alias.part !== 'first') (alias.strength === 'strong' ? strong : weak).set(entity.id, entity);
  else if (entity.type === 'character' && !goesOn) first.set(entity.id, entity);
  else return;
  shares.set(entity.id, Math.max(shares.get(entity.id) ?? 0, share));
}

/** Whom of the show a match names; one of them, since a family that shares a surname is not named by it five times. */
function ownOf(show: Show, hit: NameHit): NameCandidate | undefined {
  const own = hit.candidates.filter((candidate) => candidate.show === show.id);
  if (own.some(({ entity }) => entity.type === 'show')) return undefined;
  const written = own.filter((candidate) => candidate.entity.type === 'organisation' || isWritten(candidate, hit));
  return (
    written.find(({ alias }) => alias.strength === 'strong') ??
    written.find(({ alias }) => alias.part !== 'first') ??
    written[0]
  );
}

const ownersOf = ({ candidates }: NameHit, type: Entity['type']): number =>
  new Set(candidates.filter(({ entity }) => entity.type === type).map(({ show }) => show)).size;

/** Misspelt surnames say too little to tell a show by, and so do single words in small letters. */
function isWritten({ alias, distance }: NameCandidate, { surface }: NameHit): boolean {
  if (!/^\p{Lu}/u.test(surface)) return distance === 0 && alias.strength === 'strong' && surface.includes(' ');
  if (alias.strength === 'capitals') return surface === surface.toUpperCase();
  return distance === 0 || alias.strength === 'strong';
}

/** Whether an organisation that belongs to no show is a channel or platform of this one. */
function carriedBy(show: Show): (organisation: Entity) => boolean {
  const networks = networksOf(show);
  return ({ name, aliases }) =>
    networks.has(name.toLowerCase()) || aliases.some(({ text }) => networks.has(text.toLowerCase()));
}

const known = new WeakMap<Show, ReadonlySet<string>>();

/** The channels and platforms of a show in lower case; gathered once for each show. */
function networksOf(show: Show): ReadonlySet<string> {
  const before = known.get(show);
  if (before) return before;
  const networks = new Set(show.seasons.flatMap(({ windows }) => windows.map(({ network }) => network.toLowerCase())));
  known.set(show, networks);
  return networks;
}
