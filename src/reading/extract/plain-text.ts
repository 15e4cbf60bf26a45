import type { Block, ExtractedPage } from '../../domain/extraction.ts';
import type { DocumentKind, PageKind, PublicationDate, Rating } from '../../domain/reading.ts';
import { givenDate } from './dates/given.ts';
import { isoDay } from './dates/machine.ts';
import { urlDay } from './dates/url.ts';
import { writtenDay } from './dates/written.ts';
import { bareOutlet } from './metadata/outlet.ts';
import { kindOfTitle } from './page-kinds/kinds.ts';
import type { TextPage } from './site.ts';
import { folded } from './text.ts';

/** A first line that is short and ends without a full stop is a title. */
const LONGEST_TITLE = 140;

/** A text that somebody pasted or archived: one article. */
export function readPlainText(page: TextPage): ExtractedPage {
  const lines = page.lines.map(folded).filter((line) => line !== '');
  const [first = ''] = lines;
  const hasTitle =
    page.given.title === undefined &&
    lines.length > 1 &&
    first.length <= LONGEST_TITLE &&
    !/[.!?…:,;]["»”]?$/u.test(first);
  const title = page.given.title ?? (hasTitle ? first : null);
  const blocks = (hasTitle ? lines.slice(1) : lines).map((text): Block => ({ kind: 'paragraph', text }));
  const kind = kindOfTitle(title);
  return textPage(page, kind === 'review' ? 'review' : 'article', [{ kind, title, blocks }]);
}

/** A document of a plain text, as far as its reader knows it. */
export interface TextDocument {
  readonly kind: DocumentKind;
  readonly title: string | null;
  readonly blocks: readonly Block[];
  readonly rating?: Rating | null;
  readonly season?: number | null;
}

/** The page around the documents of a plain text; it has no facts of its own but its address and what was given. */
export function textPage(
  page: TextPage,
  pageKind: PageKind,
  documents: readonly TextDocument[],
  leftOut: ExtractedPage['leftOut'] = [],
): ExtractedPage {
  const { url, given } = page;
  const published = publishedOf(page);
  const host =
    url !== null && URL.canParse(url) && /^https?:/u.test(url) ? new URL(url).hostname.replace(/^www\./u, '') : null;
  return {
    pageKind,
    canonicalUrl: null,
    title: given.title ?? documents[0]?.title ?? null,
    outlet:
      host === null
        ? given.outlet?.domain === undefined
          ? null
          : bareOutlet(given.outlet.domain, given.outlet)
        : bareOutlet(host, given.outlet),
    languageHints: [],
    teaser: false,
    documents: documents.map(({ rating = null, season = null, ...document }) => ({
      ...document,
      author: null,
      published,
      modified: null,
      rating,
      season,
    })),
    leftOut,
  };
}

function publishedOf({ url, given, lines }: TextPage): PublicationDate | null {
  if (given.published !== undefined) return givenDate(given.published, given.publishedBasis ?? 'given');
  const day = urlDay(url);
  if (day !== null) return { date: day, precision: 'day', basis: 'url' };
  // Only a line that is nothing but a date line counts; sentences name all sorts of dates.
  const line = lines
    .slice(0, 6)
    .find((text) => text.length < 60 && (isoDay(text) ?? writtenDay(text)) !== null && !/[.!?]$/u.test(text));
  const written = line === undefined ? null : (isoDay(line) ?? writtenDay(line));
  return written === null ? null : { date: written, precision: 'day', basis: 'text' };
}
