/** A show's identifier: a lower-case slug such as `le-bureau-des-legendes`. */
export type ShowId = string;

/**
 * How far a name can be trusted alone: `strong` — names its bearer anywhere; `weak` — only on a page that is about the
 * show (a surname, a code name, "The Bureau"); `capitals` — only when written in capitals on such a page (JJA, BDL).
 */
export type AliasStrength = 'strong' | 'weak' | 'capitals';

/** One way to write a name. `part` says which part of a person's name it is. */
export interface Alias {
  readonly text: string;
  readonly strength: AliasStrength;
  readonly part?: 'first' | 'last' | 'code';
}

export type EntityType = 'person' | 'character' | 'organisation' | 'place' | 'work' | 'show';

/** Seasons in which a character appears. */
export interface SeasonRange {
  readonly main: readonly number[];
  readonly guest: readonly number[];
}

/** Somebody or something that a text can mention. `id` is `<type>:<slug>`, such as `person:mathieu-kassovitz`. */
export interface Entity {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly Alias[];
  /** `creator`, `writer`, `director`, `cast`, `producer`, `channel`, `outlet`, `unit` … */
  readonly roles?: readonly string[];
  readonly seasons?: SeasonRange;
  /** For a character: the entity id of the actor. */
  readonly playedBy?: string;
}

/** The coarsest of the dates that somebody wrote, where one is no day. */
export type CoarsePrecision = 'month' | 'year';

/**
 * When a season was shown on one market (ISO 3166 country code). Dates are inclusive ISO days; `to` is null while unknown.
 * Where only a month or year is known, `from` is its first and `to` its last day, and `precision` says so.
 */
export interface Window {
  readonly market: string;
  readonly network: string;
  readonly from: string;
  readonly to: string | null;
  readonly precision?: CoarsePrecision;
}

/** A name in a language (BCP 47), or in any where none is said. */
export interface LocalName {
  readonly text: string;
  readonly language?: string;
}

/** A half of a season that has a name of its own ("Part 1"), with days as in a window where they are known. */
export interface SeasonPart {
  readonly name: string;
  readonly from?: string;
  readonly to?: string;
  readonly precision?: CoarsePrecision;
}

/** A title of the episode `number` (from 1) of a season. */
export interface EpisodeTitle extends LocalName {
  readonly number: number;
}

/** What a source that counts differently calls a season: Netflix, "Part 3" or 3. */
export interface SourceNumber {
  readonly source: string;
  readonly as: string | number;
}

export interface Season {
  readonly number: number;
  readonly windows: readonly Window[];
  /** How many episodes it has. */
  readonly episodes?: number;
  readonly episodeTitles?: readonly EpisodeTitle[];
  readonly awards?: readonly string[];
  /** What it is called beside its number: "Night Country", "Part 3". */
  readonly names?: readonly LocalName[];
  readonly parts?: readonly SeasonPart[];
  readonly numbering?: readonly SourceNumber[];
}

/** An episode or film outside all seasons; `after` is the season before it, `date` the first ISO day of what is known. */
export interface Special {
  readonly name: string;
  readonly after?: number;
  readonly date?: string;
  readonly precision?: CoarsePrecision;
}

/** A title of a show; `language` (BCP 47) and `market` say where it is used. */
export interface Title {
  readonly text: string;
  readonly strength: AliasStrength;
  readonly language?: string;
  readonly market?: string;
}

export interface Show {
  readonly id: ShowId;
  /** The original title. */
  readonly title: string;
  readonly titles: readonly Title[];
  /** ISO 3166 code of the country of origin; its window is the default one. */
  readonly country: string;
  readonly language: string;
  readonly ended: boolean;
  readonly seasons: readonly Season[];
  /** People, characters, organisations and places that belong to this show. */
  readonly entities: readonly Entity[];
  /** Shows and films that its press compares it with. */
  readonly related: readonly ShowId[];
  /** Texts that look like a title and are something else: "FBI", "Census Bureau", "XCOM". Their presence counts against. */
  readonly homonyms: readonly string[];
  readonly specials?: readonly Special[];
}

/** All shows, plus entities that belong to no single show (channels, outlets, agencies, places). */
export interface Catalogue {
  readonly shows: readonly Show[];
  readonly entities: readonly Entity[];
}

/** One reading of a stretch of text: which entity it may name, and by which alias. */
export interface NameCandidate {
  readonly entity: Entity;
  readonly alias: Alias;
  /** The show that the entity belongs to, null when shared. */
  readonly show: ShowId | null;
  /** Edit distance between text and alias, 0 when exact. */
  readonly distance: number;
}

/** A stretch of text that matches at least one name of the catalogue; offsets are UTF-16 and slice back to `surface`. */
export interface NameHit {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly candidates: readonly NameCandidate[];
}

/** The catalogue made ready for matching; built once, then shared by all pages. */
export interface CatalogueIndex {
  readonly catalogue: Catalogue;
  readonly shows: ReadonlyMap<ShowId, Show>;
  readonly entities: ReadonlyMap<string, Entity>;
  /** All name matches in a text, leftmost-longest, before any context is weighed. Shows are entities `show:<id>`. */
  readonly scan: (text: string) => readonly NameHit[];
}
