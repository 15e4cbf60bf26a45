import type { EntityType, ShowId } from './catalogue.ts';

/** An article, a critic's review, a page of several reviews, an encyclopaedia's page, a thread of a forum, a list, anything else. */
export type PageKind = 'article' | 'review' | 'reviews' | 'reference' | 'forum' | 'listing' | 'other';
export type DocumentKind = 'news' | 'review' | 'interview' | 'audience-review' | 'reference' | 'listing';
export type OutletKind = 'press' | 'trade' | 'blog' | 'audience' | 'reference';

/** Who published a page. `country` is ISO 3166 (`FR`) and names the market whose windows it follows. */
export interface Outlet {
  readonly domain: string;
  readonly name: string;
  readonly country: string | null;
  readonly language: string | null;
  readonly kind: OutletKind | null;
}

/** A date as far as it is known: `2015-06-12`, `2015-06` or `2015` according to `precision`. */
export interface PublicationDate {
  readonly date: string;
  readonly precision: 'day' | 'month' | 'year';
  readonly basis: 'json-ld' | 'meta' | 'url' | 'text' | 'feed' | 'given';
}

/** A rating on its scale: 8/10 is `{value: 8, best: 10}`. */
export interface Rating {
  readonly value: number;
  readonly best: number;
}

/** A BCP 47 code (`fr`, `en`, `und`) with the share of belief in [0, 1]. */
export interface Language {
  readonly code: string;
  readonly confidence: number;
}

export type SentimentLabel = 'positive' | 'negative' | 'mixed' | 'neutral';

/** What a tone rests on: a model trained for the language, a list of words, or a transformer that the user chose. */
export type ToneBasis = 'model' | 'lexicon' | 'transformer';

/** Tone: `score` in [−1, 1], `confidence` in [0, 1]. */
export interface Sentiment {
  readonly label: SentimentLabel;
  readonly score: number;
  readonly confidence: number;
  readonly basis: ToneBasis;
}

export interface ShowRelevance {
  readonly show: ShowId;
  readonly relevance: 'about' | 'mention';
  readonly confidence: number;
  /** What decided, in words: "title names the show", "3 people of the show". */
  readonly signals: readonly string[];
}

export type AttributionRelation = 'about' | 'background' | 'other-show';
export type AttributionBasis = 'explicit' | 'ordinal' | 'range' | 'relative' | 'carried' | 'document';

/** A passage belongs to a season: how, why, and the words that show it (empty when the basis is not in the passage). */
export interface Attribution {
  readonly show: ShowId;
  readonly season: number;
  readonly relation: AttributionRelation;
  readonly basis: AttributionBasis;
  readonly evidence: string;
}

/** An attribution with the tone of the words about that season: the passage's, or its clause's where it names several. */
export interface TonedAttribution extends Attribution {
  readonly sentiment: Sentiment | null;
}

/** A name in a passage. Offsets count from the start of the document's text; `entity` is null when the name is unknown. */
export interface Mention {
  readonly entity: string | null;
  readonly type: EntityType;
  readonly surface: string;
  readonly start: number;
  readonly end: number;
  readonly sentiment: Sentiment | null;
}

/** One sentence of a document; `text` is always `document.text.slice(start, end)`. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly language: string;
  readonly attributions: readonly TonedAttribution[];
  readonly mentions: readonly Mention[];
  /** The writer's own tone; null where the language has no reader of tone. */
  readonly sentiment: Sentiment | null;
  /** The tone of an opinion that the sentence only reports: a quoted tweet, an executive, other papers. Null where it reports none. */
  readonly reported: Sentiment | null;
}

/** A season that a document speaks about, with its share of the document in [0, 1] and the tone of its passages. */
export interface DocumentSeason {
  readonly show: ShowId;
  readonly season: number;
  readonly weight: number;
  readonly sentiment: Sentiment | null;
}

/** One article or one review. */
export interface Document {
  readonly kind: DocumentKind;
  readonly title: string | null;
  readonly author: string | null;
  readonly published: PublicationDate | null;
  /** When the page was last changed, if it says so. */
  readonly modified: PublicationDate | null;
  readonly rating: Rating | null;
  readonly language: Language;
  readonly text: string;
  readonly shows: readonly ShowRelevance[];
  readonly sentiment: Sentiment | null;
  readonly seasons: readonly DocumentSeason[];
  readonly passages: readonly Passage[];
  /** Winnowing fingerprints (signed 32-bit), for finding copies. */
  readonly fingerprint: readonly number[];
}

/** Something left out of the coverage, and why. */
export interface Outcome {
  readonly kind:
    | 'not-relevant'
    | 'duplicate'
    | 'undated'
    | 'unattributed'
    | 'machine-summary'
    | 'teaser'
    | 'cut'
    | 'no-text';
  readonly detail: string;
}

/** Everything the pipeline understood about one page: a pure function of the page, the catalogue and the models. */
export interface Reading {
  readonly url: string | null;
  readonly canonicalUrl: string | null;
  readonly pageKind: PageKind;
  readonly outlet: Outlet | null;
  readonly documents: readonly Document[];
  readonly outcomes: readonly Outcome[];
  /** The version of every stage that took part, such as `{seasons: "1"}`. */
  readonly stages: Readonly<Record<string, string>>;
}

/** Facts that come with the page and win over what the page says of itself. */
export interface GivenFacts {
  /** The text is known to concern this show. */
  readonly show?: ShowId;
  readonly title?: string;
  /** ISO 8601 date. */
  readonly published?: string;
  /** How `published` is known: from the feed that listed the page, or from the user (default). */
  readonly publishedBasis?: 'feed' | 'given';
  readonly language?: string;
  /** ISO 8601 day on which the page was fetched, for "yesterday". */
  readonly fetchedOn?: string;
  readonly outlet?: Partial<Outlet>;
}

/** A page as it arrives. `contentType` is the raw header value, such as `text/html; charset=iso-8859-1`. */
export interface PageInput {
  readonly url: string | null;
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
  readonly given: GivenFacts;
}
