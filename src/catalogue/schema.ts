import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const text = Type.String({ minLength: 1 });
const texts = Type.Array(text);
/** `2013-02-01`, `2013-02` or `2013`, which YAML takes for a number. */
const date = Type.Union([
  Type.Integer({ minimum: 1900, maximum: 2199 }),
  Type.String({ pattern: '^(19|20|21)\\d{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$' }),
]);
const strength = Type.Enum(['strong', 'weak', 'capitals']);
/** Seasons as people write them: `1-3, 5`. */
const range = Type.Union([
  Type.Integer({ minimum: 1 }),
  Type.String({ pattern: '^\\d+( ?- ?\\d+)?(, ?\\d+( ?- ?\\d+)?)*$' }),
]);

const title = Type.Object(
  { text, strength: Type.Optional(strength), language: Type.Optional(text), market: Type.Optional(text) },
  closed,
);
/** A name alone, or with its language. */
const localName = Type.Union([text, Type.Object({ text, language: Type.Optional(text) }, closed)]);
const window = Type.Object(
  { market: Type.String({ pattern: '^[A-Z]{2}$' }), network: text, from: date, to: Type.Optional(date) },
  closed,
);
const seasonNumber = Type.Integer({ minimum: 1, maximum: 200 });
const episode = Type.Object(
  {
    number: Type.Integer({ minimum: 1, maximum: 1000 }),
    title: Type.Optional(text),
    titles: Type.Optional(Type.Array(localName)),
  },
  closed,
);
const part = Type.Object({ name: text, from: Type.Optional(date), to: Type.Optional(date) }, closed);
const season = Type.Object(
  {
    number: seasonNumber,
    names: Type.Optional(Type.Array(localName)),
    episodes: Type.Optional(
      Type.Union([Type.Integer({ minimum: 1, maximum: 1000 }), Type.Array(episode, { minItems: 1 })]),
    ),
    windows: Type.Array(window),
    parts: Type.Optional(Type.Array(part)),
    numbering: Type.Optional(
      Type.Array(Type.Object({ source: text, as: Type.Union([Type.Integer({ minimum: 1 }), text]) }, closed)),
    ),
    awards: Type.Optional(texts),
  },
  closed,
);
const special = Type.Object({ name: text, after: Type.Optional(seasonNumber), date: Type.Optional(date) }, closed);
const person = Type.Object({ name: text, roles: Type.Optional(texts), also: Type.Optional(texts) }, closed);
const character = Type.Object(
  {
    name: text,
    'played by': Type.Optional(text),
    codes: Type.Optional(texts),
    also: Type.Optional(texts),
    seasons: Type.Optional(range),
    guest: Type.Optional(range),
  },
  closed,
);
const thing = Type.Object(
  {
    name: text,
    roles: Type.Optional(texts),
    also: Type.Optional(texts),
    weak: Type.Optional(texts),
    capitals: Type.Optional(texts),
  },
  closed,
);

/** A show as a person writes it, in `fixtures/catalogue/<show>.yaml`. */
export const showFileSchema = Type.Object(
  {
    show: Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' }),
    title: text,
    country: Type.String({ pattern: '^[A-Z]{2}$' }),
    language: Type.String({ pattern: '^[a-z]{2}$' }),
    ended: Type.Boolean(),
    titles: Type.Optional(Type.Array(title)),
    seasons: Type.Array(season, { minItems: 1 }),
    specials: Type.Optional(Type.Array(special)),
    people: Type.Optional(Type.Array(person)),
    characters: Type.Optional(Type.Array(character)),
    organisations: Type.Optional(Type.Array(thing)),
    places: Type.Optional(Type.Array(thing)),
    related: Type.Optional(texts),
    homonyms: Type.Optional(texts),
  },
  closed,
);

/** What belongs to no single show, in `fixtures/catalogue/shared.yaml`. */
export const sharedFileSchema = Type.Object(
  {
    people: Type.Optional(Type.Array(person)),
    organisations: Type.Array(thing),
    places: Type.Array(thing),
    works: Type.Optional(Type.Array(thing)),
  },
  closed,
);

export type ShowFile = Static<typeof showFileSchema>;
export type SharedFile = Static<typeof sharedFileSchema>;
export type SeasonEntry = Static<typeof season>;
export type EpisodeEntry = Static<typeof episode>;
export type LocalNameEntry = Static<typeof localName>;
/** A day, month or year as written. */
export type WrittenDate = Static<typeof date>;
export type PersonEntry = Static<typeof person>;
export type CharacterEntry = Static<typeof character>;
export type ThingEntry = Static<typeof thing>;
