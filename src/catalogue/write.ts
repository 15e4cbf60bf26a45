import { isDeepStrictEqual } from 'node:util';
import { Document, isCollection, visit } from 'yaml';
import type { Entity, Show, Title } from '../domain/catalogue.ts';
import { weakness } from './check/titles.ts';
import { personAliases } from './names.ts';
import { rangeText } from './ranges.ts';
import type { CharacterEntry, PersonEntry, ShowFile, ThingEntry } from './schema.ts';
import { seasonEntry, specialEntry } from './seasons.ts';

/** Entries stand on one line as long as their JSON is no longer than this. */
const LINE = 160;

/**
 * A show as the text of a catalogue file: `parseShow` of it gives the show again. The format derives ids from names and
 * holds people, characters, organisations and places, so works and ids of another form are not kept.
 */
export const writeShow = (show: Show): string => writeShowFile(showFileOf(show));

/** The YAML text of a show's file, one line an entry. */
export function writeShowFile(file: ShowFile): string {
  const document = new Document(file);
  visit(document, {
    Collection: (_key, node, path) => {
      const depth = path.filter((parent) => isCollection(parent)).length;
      const isEntry = depth > 1 || node.items.every((item) => !isCollection(item));
      node.flow = depth > 0 && isEntry && JSON.stringify(node.toJSON()).length <= LINE;
    },
  });
  return document.toString({ lineWidth: 0 });
}

function showFileOf(show: Show): ShowFile {
  const of = (type: Entity['type']): readonly Entity[] => show.entities.filter((entity) => entity.type === type);
  const people = listedPeople(show).map(personEntry);
  const characters = of('character').map((each) => characterEntry(each, show.entities));
  const organisations = of('organisation').map(thingEntry);
  const places = of('place').map(thingEntry);
  return {
    show: show.id,
    title: show.title,
    country: show.country,
    language: show.language,
    ended: show.ended,
    titles: show.titles.map(titleEntry),
    seasons: show.seasons.map(seasonEntry),
    ...(show.specials === undefined ? {} : { specials: show.specials.map(specialEntry) }),
    ...(people.length > 0 ? { people } : {}),
    ...(characters.length > 0 ? { characters } : {}),
    ...(organisations.length > 0 ? { organisations } : {}),
    ...(places.length > 0 ? { places } : {}),
    ...(show.related.length > 0 ? { related: [...show.related] } : {}),
    ...(show.homonyms.length > 0 ? { homonyms: [...show.homonyms] } : {}),
  };
}

/** "Strong" is said only where a check would ask whether it is meant. */
function titleEntry({ strength, ...title }: Title): NonNullable<ShowFile['titles']>[number] {
  return { ...title, ...(strength === 'strong' && weakness(title.text) === null ? {} : { strength }) };
}

/** The people whom no "played by" implies, or who are more than that. */
function listedPeople({ entities }: Show): readonly Entity[] {
  const firstCharacter = entities.findIndex(({ type }) => type === 'character');
  const playing = new Set(entities.map(({ playedBy }) => playedBy));
  return entities.filter((entity, at) => {
    if (entity.type !== 'person') return false;
    const implied =
      playing.has(entity.id) &&
      isDeepStrictEqual(entity.roles, ['cast']) &&
      isDeepStrictEqual(entity.aliases, personAliases(entity.name));
    return !implied || at < firstCharacter;
  });
}

function personEntry({ name, roles, aliases }: Entity): PersonEntry {
  const also = otherNames(name, aliases);
  return { name, ...(roles ? { roles: [...roles] } : {}), ...(also.length > 0 ? { also } : {}) };
}

function characterEntry({ name, aliases, seasons, playedBy }: Entity, entities: readonly Entity[]): CharacterEntry {
  const actor = entities.find(({ id }) => id === playedBy);
  const codes = aliases.filter(({ part }) => part === 'code').map(({ text }) => text);
  const also = otherNames(name, aliases);
  return {
    name,
    ...(actor ? { 'played by': actor.name } : {}),
    ...(codes.length > 0 ? { codes } : {}),
    ...(also.length > 0 ? { also } : {}),
    ...(seasons && seasons.main.length > 0 ? { seasons: rangeText(seasons.main) } : {}),
    ...(seasons && seasons.guest.length > 0 ? { guest: rangeText(seasons.guest) } : {}),
  };
}

/** The names that neither follow from the full name nor are code names. */
function otherNames(name: string, aliases: Entity['aliases']): string[] {
  const derived = new Map(personAliases(name).map((alias) => [alias.text, alias]));
  return aliases
    .filter((alias) => alias.part !== 'code' && !isDeepStrictEqual(alias, derived.get(alias.text)))
    .map(({ text }) => text);
}

function thingEntry({ name, roles, aliases }: Entity): ThingEntry {
  const of = (strength: string): string[] =>
    aliases
      .filter((alias) => alias.strength === strength && (strength !== 'strong' || alias.text !== name))
      .map(({ text }) => text);
  const [also, weak, capitals] = [of('strong'), of('weak'), of('capitals')];
  return {
    name,
    ...(roles ? { roles: [...roles] } : {}),
    ...(also.length > 0 ? { also } : {}),
    ...(weak.length > 0 ? { weak } : {}),
    ...(capitals.length > 0 ? { capitals } : {}),
  };
}
