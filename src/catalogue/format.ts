import type { Entity, SeasonRange, Show, Title } from '../domain/catalogue.ts';
import { firstDay, lastDay } from './dates.ts';
import { entity, personAliases, slug, thingAliases } from './names.ts';
import { numbersIn } from './ranges.ts';
import {
  type CharacterEntry,
  type PersonEntry,
  type SharedFile,
  type ShowFile,
  sharedFileSchema,
  showFileSchema,
  type ThingEntry,
} from './schema.ts';
import { seasonOf, specialOf } from './seasons.ts';
import { invalid, parseYaml } from './yaml.ts';

/** Parses a show's file. Throws `catalogue-invalid` (fatal) with all faults, each with file and line. */
export function parseShow(text: string, name: string): Show {
  const file = parseYaml(text, name, showFileSchema);
  const faults = [...repeatedSeasons(file), ...backwardWindows(file)].map((fault) => `${name}: ${fault}`);
  if (faults.length > 0) throw invalid(faults);
  return {
    id: file.show,
    title: file.title,
    titles: titlesOf(file),
    country: file.country,
    language: file.language,
    ended: file.ended,
    seasons: file.seasons.map(seasonOf),
    entities: mergePeople([
      ...(file.people ?? []).map(personOf),
      ...(file.characters ?? []).flatMap((entry) => charactersOf(entry)),
      ...things(file.organisations, 'organisation'),
      ...things(file.places, 'place'),
    ]),
    related: file.related ?? [],
    homonyms: file.homonyms ?? [],
    ...(file.specials === undefined ? {} : { specials: file.specials.map(specialOf) }),
  };
}

/** Parses the file of shared entities. Throws `catalogue-invalid` (fatal). */
export function parseShared(text: string, name: string): readonly Entity[] {
  const file: SharedFile = parseYaml(text, name, sharedFileSchema);
  return [
    ...(file.people ?? []).map(personOf),
    ...things(file.organisations, 'organisation'),
    ...things(file.places, 'place'),
    ...things(file.works, 'work'),
  ];
}

function titlesOf(file: ShowFile): readonly Title[] {
  const own: Title = { text: file.title, strength: 'strong', language: file.language };
  const others = (file.titles ?? []).map(
    ({ strength = 'strong' as const, ...title }): Title => ({ ...title, strength }),
  );
  return others.some(({ text }) => text === file.title) ? others : [own, ...others];
}

const personOf = ({ name, roles, also }: PersonEntry): Entity =>
  entity('person', name, personAliases(name, also), roles ? { roles } : {});

const things = (
  entries: readonly ThingEntry[] | undefined,
  type: 'organisation' | 'place' | 'work',
): readonly Entity[] =>
  (entries ?? []).map((entry) =>
    entity(type, entry.name, thingAliases(entry), entry.roles ? { roles: entry.roles } : {}),
  );

/** A character, and the actor who plays it as a person of the cast. */
function charactersOf(entry: CharacterEntry): readonly Entity[] {
  const actor = entry['played by'];
  const seasons = entry.seasons === undefined && entry.guest === undefined ? null : rangeOf(entry);
  const character = entity('character', entry.name, personAliases(entry.name, entry.also, entry.codes), {
    ...(seasons ? { seasons } : {}),
    ...(actor ? { playedBy: `person:${slug(actor)}` } : {}),
  });
  return actor ? [character, entity('person', actor, personAliases(actor), { roles: ['cast'] })] : [character];
}

const rangeOf = ({ seasons, guest }: CharacterEntry): SeasonRange => ({
  main: numbersIn(seasons),
  guest: numbersIn(guest),
});

/** The same person named twice (as cast and as director) is one, with both roles. */
function mergePeople(entities: readonly Entity[]): readonly Entity[] {
  const byId = new Map<string, Entity>();
  for (const each of entities) {
    const known = byId.get(each.id);
    const roles = [...new Set([...(known?.roles ?? []), ...(each.roles ?? [])])];
    byId.set(each.id, known ? { ...known, ...(roles.length > 0 ? { roles } : {}) } : each);
  }
  return [...byId.values()];
}

function repeatedSeasons({ seasons }: ShowFile): readonly string[] {
  const numbers = seasons.map(({ number }) => number);
  return numbers.filter((number, i) => numbers.indexOf(number) !== i).map((number) => `season ${number} stands twice`);
}

const backwardWindows = ({ seasons }: ShowFile): readonly string[] =>
  seasons.flatMap(({ number, windows }) =>
    windows
      .filter(({ from, to }) => to !== undefined && lastDay(String(to)) < firstDay(String(from)))
      .map(({ market }) => `season ${number} ends before it begins in ${market}`),
  );
