import { slug } from '../names.ts';
import { numbersIn, rangeText } from '../ranges.ts';
import type { CharacterEntry, PersonEntry } from '../schema.ts';
import { charactersOf } from './cast.ts';
import { headed, sectionsUnder } from './lines.ts';
import { namesListed, type Subject } from './subject.ts';

/** The people of the fields, each once, with all their roles; Éric and Eric are one. */
export function peopleOf({ field }: Subject): PersonEntry[] {
  const byId = new Map<string, { readonly name: string; readonly roles: string[] }>();
  for (const role of ['creator', 'writer', 'director', 'cast', 'producer'] as const) {
    for (const name of namesListed(field(role))) {
      const known = byId.get(slug(name)) ?? { name, roles: [] };
      if (!known.roles.includes(role)) known.roles.push(role);
      byId.set(slug(name), known);
    }
  }
  return [...byId.values()];
}

/** Who plays, and who is played. */
export interface Cast {
  readonly people: readonly PersonEntry[];
  readonly characters: readonly CharacterEntry[];
}

/** The characters of the cast lists, each once; actors are spelt as where they stand first, a second one is a person. */
export function castOf({ page, words }: Subject, lastSeason: number, known: readonly PersonEntry[]): Cast {
  const guests = headed(words.sections.guests);
  const people = new Map(known.map((person) => [slug(person.name), person]));
  const spelt = new Map(known.map(({ name }) => [slug(name), name]));
  const characters = new Map<string, CharacterEntry>();
  for (const { heading, lines } of sectionsUnder(page, headed(words.sections.cast))) {
    const section = { lastSeason, guests: guests.test(heading) };
    for (const entry of lines.flatMap((line) => charactersOf(line, section, words))) {
      const id = slug(entry.name);
      if (id === '') continue;
      const character = spelledAlike(entry, spelt);
      const before = characters.get(id);
      characters.set(id, before ? both(before, character) : character);
      const actor = character['played by'];
      if (before && actor !== undefined && actor !== before['played by'] && !people.has(slug(actor))) {
        people.set(slug(actor), { name: actor, roles: ['cast'] });
      }
    }
  }
  return { people: [...people.values()], characters: [...characters.values()] };
}

/** A character whose actor is spelt as where that name stands first; an actor without a Latin letter is left out. */
function spelledAlike(
  { 'played by': actor, ...character }: CharacterEntry,
  spelt: Map<string, string>,
): CharacterEntry {
  if (actor === undefined || slug(actor) === '') return character;
  const name = spelt.get(slug(actor)) ?? actor;
  spelt.set(slug(actor), name);
  return { ...character, 'played by': name };
}

/** A character whom two lines name, with the seasons of both; with none where one line does not tell its own. */
function both(one: CharacterEntry, other: CharacterEntry): CharacterEntry {
  const { seasons: _seasons, guest: _guest, ...character } = one;
  const isTold = ({ seasons, guest }: CharacterEntry): boolean => seasons !== undefined || guest !== undefined;
  if (!isTold(one) || !isTold(other)) return character;
  const main = [...new Set([...numbersIn(one.seasons), ...numbersIn(other.seasons)])].toSorted((a, b) => a - b);
  const guest = [...new Set([...numbersIn(one.guest), ...numbersIn(other.guest)])]
    .filter((number) => !main.includes(number))
    .toSorted((a, b) => a - b);
  return {
    ...character,
    ...(main.length > 0 ? { seasons: rangeText(main) } : {}),
    ...(guest.length > 0 ? { guest: rangeText(guest) } : {}),
  };
}
