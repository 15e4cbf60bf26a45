import type { DocumentKind, Outlet, PageKind, PublicationDate, Rating } from './reading.ts';

/** A page after decoding: readable characters, and what they are. */
export interface DecodedPage {
  readonly url: string | null;
  readonly mediaType: 'text/html' | 'text/plain';
  readonly text: string;
  /** The charset that was used, in WHATWG spelling. */
  readonly encoding: string;
}

/** A stretch of text between two block boundaries of the page; never empty, white space folded to single blanks. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'quote';
  readonly text: string;
}

/** One article or review as the page gives it, before anything is understood. */
export interface ExtractedDocument {
  readonly kind: DocumentKind;
  readonly title: string | null;
  readonly author: string | null;
  readonly published: PublicationDate | null;
  readonly modified: PublicationDate | null;
  readonly rating: Rating | null;
  readonly blocks: readonly Block[];
  /** The season that the page itself files this document under (a season page), if any. */
  readonly season: number | null;
}

/** What a page holds. */
export interface ExtractedPage {
  readonly pageKind: PageKind;
  readonly canonicalUrl: string | null;
  readonly title: string | null;
  readonly outlet: Outlet | null;
  /** What the page declares of its language (html lang, og:locale, JSON-LD), BCP 47, most trusted first. */
  readonly languageHints: readonly string[];
  /** Only the beginning of the text is free to read. */
  readonly teaser: boolean;
  readonly documents: readonly ExtractedDocument[];
  /** Texts left out on purpose (machine-written summaries, repeated copies), what was too much to be read, and why a page has none. */
  readonly leftOut: readonly {
    readonly kind: 'machine-summary' | 'duplicate' | 'cut' | 'no-text';
    readonly detail: string;
  }[];
}
