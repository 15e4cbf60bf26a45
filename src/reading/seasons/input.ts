import type { NameHit, ShowId } from '../../domain/catalogue.ts';
import type { PublicationDate } from '../../domain/reading.ts';

/** One sentence of the text: offsets into it, and its BCP 47 language. */
export interface SeasonPassage {
  readonly start: number;
  readonly end: number;
  readonly language: string;
}

/** What the season stage needs to know of one document. */
export interface SeasonInput {
  readonly text: string;
  readonly passages: readonly SeasonPassage[];
  readonly title: string | null;
  /** The show that the document is about. */
  readonly show: ShowId | null;
  /** The season that the page files the document under, or that was given with it. */
  readonly documentSeason: number | null;
  readonly published: PublicationDate | null;
  /** ISO 3166 country of the outlet. */
  readonly market: string | null;
  /** Name matches of the catalogue over `text`; shows are entities `show:<id>`. */
  readonly hits: readonly NameHit[];
}
