import type { Alias, Entity, EntityType } from '../domain/catalogue.ts';
import nameWords from './name-words.json' with { type: 'json' };

/** A lower-case slug without diacritics: `Éric Rochant` → `eric-rochant`. */
export function slug(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/gu, 'oe')
    .replace(/\+/gu, ' plus')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
}

/** Words that begin a surname rather than end a first name. */
const particles = new Set(nameWords.particles);
const droppable = new Set(nameWords.droppable);
const articles = new Set(nameWords.articles);
const titles = new Set(nameWords.titles);
const nicknames = new Map(Object.entries(nameWords.nicknames));
const ROMAN = /^[IVX]{1,5}$/u;

/**
 * A person's or character's names: the full one is strong, surname and first name are weak. Titles (Queen, Dr) and numerals
 * (II) are no parts of their own; a name behind an article (The Professor) has no parts and is a word like others: weak.
 */
export function personAliases(
  name: string,
  also: readonly string[] = [],
  codes: readonly string[] = [],
): readonly Alias[] {
  const words = name.split(' ');
  const isNoun = words.length === 2 && articles.has((words[0] ?? '').toLowerCase());
  const full: Alias = { text: name, strength: words.length > 1 && !isNoun ? 'strong' : 'weak' };
  return unique([full, ...partsOf(words), ...also.map(asStrong), ...codes.map(asCode)]);
}

function partsOf(words: readonly string[]): readonly Alias[] {
  if (words.length < 2 || articles.has((words[0] ?? '').toLowerCase())) return [];
  const from = words.findIndex((word) => !titles.has(word.toLowerCase().replace(/\.$/u, '')));
  const own = words.slice(Math.max(from, 0)).filter((word) => !ROMAN.test(word));
  const [first = ''] = own;
  if (from > 0 && droppable.has(first)) return surnames(['', ...own]);
  if (!/^\p{Lu}/u.test(first)) return [];
  if (own.length === 1) return [{ text: first, strength: 'weak', part: from > 0 ? 'last' : 'first' }];
  const given = [first, ...(nicknames.get(first) ?? [])];
  return [...surnames(own), ...given.map((text): Alias => ({ text, strength: 'weak', part: 'first' }))];
}

function surnames(words: readonly string[]): readonly Alias[] {
  if (words.length < 2) return [];
  const whole = words.slice(1).join(' ');
  const last = words.at(-1) ?? '';
  const particle = (words[1] ?? '').toLowerCase();
  const hasTails = words.length > 2 && (!particles.has(particle) || droppable.has(particle));
  const tails = hasTails ? [whole, words.slice(particles.has(particle) ? 2 : -1).join(' ') || last] : [whole];
  return tails.map((text) => ({ text, strength: 'weak', part: 'last' }));
}

const asStrong = (text: string): Alias => ({ text, strength: text.includes(' ') ? 'strong' : 'weak' });
const asCode = (text: string): Alias => ({
  text,
  strength: /^\p{Lu}{2,}$/u.test(text) ? 'capitals' : 'weak',
  part: 'code',
});

const allOf = (strength: Alias['strength'], texts: readonly string[] = []): readonly Alias[] =>
  texts.map((text) => ({ text, strength }));

/** Names of an organisation, place or work. */
export function thingAliases(entry: {
  readonly name: string;
  readonly also?: readonly string[] | undefined;
  readonly weak?: readonly string[] | undefined;
  readonly capitals?: readonly string[] | undefined;
}): readonly Alias[] {
  const own = entry.weak?.includes(entry.name) || entry.capitals?.includes(entry.name) ? [] : [entry.name];
  return unique([
    ...allOf('strong', [...own, ...(entry.also ?? [])]),
    ...allOf('weak', entry.weak),
    ...allOf('capitals', entry.capitals),
  ]);
}

const unique = (aliases: readonly Alias[]): readonly Alias[] => [
  ...new Map(aliases.map((alias) => [alias.text, alias] as const)).values(),
];

/** An entity with its id. */
export function entity(type: EntityType, name: string, aliases: readonly Alias[], rest: Partial<Entity> = {}): Entity {
  return { id: `${type}:${slug(name)}`, type, name, aliases, ...rest };
}
