import type { ExtractedPage } from '../../domain/extraction.ts';
import { noText } from './no-text.ts';
import { kindsOf } from './page-kinds/kinds.ts';
import type { HtmlPage } from './site.ts';

/** A page that holds one article, or nothing to read. */
export function readArticle(page: HtmlPage): ExtractedPage {
  const { text: blocks, facts } = page;
  const { pageKind, kind } = kindsOf(page);
  const { title, author, rating, modified } = facts;
  // Dates in a reference page's text are its subject's, not its own.
  const published = kind === 'reference' && facts.published?.basis === 'text' ? null : facts.published;
  const document = { kind, title, author, published, modified, rating, blocks, season: null };
  return blocks.length > 0 ? pageOf(page, pageKind, [document]) : pageOf(page, 'other', [], [noText(page.outline)]);
}

/** The page around its documents. */
export function pageOf(
  { facts }: HtmlPage,
  pageKind: ExtractedPage['pageKind'],
  documents: ExtractedPage['documents'],
  leftOut: ExtractedPage['leftOut'] = [],
): ExtractedPage {
  const { canonicalUrl, title, outlet, languageHints, teaser } = facts;
  return { pageKind, canonicalUrl, title, outlet, languageHints, teaser, documents, leftOut };
}
