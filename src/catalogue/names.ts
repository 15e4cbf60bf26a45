import type { Alias, Entity, EntityType } from '../domain/catalogue.ts';

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
const PARTICLES = new Set(['de', 'del', 'della', 'di', 'du', 'la', 'le', 'el', 'van', 'von', 'der']);

/** A person's or character's names: the full one is strong, surname and first name are weak. */
export function personAliases(
  name: string,
  also: readonly string[] = [],
  codes: readonly string[] = [],
): readonly Alias[] {
  const words = name.split(' ');
  const full: Alias = { text: name, strength: words.length > 1 ? 'strong' : 'weak' };
  const first: readonly Alias[] = words.length > 1 ? [{ text: words[0] ?? '', strength: 'weak', part: 'first' }] : [];
  return unique([full, ...surnames(words), ...first, ...also.map(asStrong), ...codes.map(asCode)]);
}

function surnames(words: readonly string[]): readonly Alias[] {
  if (words.length < 2) return [];
  const whole = words.slice(1).join(' ');
  const last = words.at(-1) ?? '';
  const tails = words.length > 2 && !PARTICLES.has((words[1] ?? '').toLowerCase()) ? [whole, last] : [whole];
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
