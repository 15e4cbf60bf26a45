import type { DecodedPage, ExtractedPage } from '../../domain/extraction.ts';
import type { GivenFacts } from '../../domain/reading.ts';
import { readArticle } from './article.ts';
import { linesOf } from './lines.ts';
import { openPage } from './open-page.ts';
import { readPlainText } from './plain-text.ts';
import { readReviews } from './reviews/any-site.ts';
import type { BlockScorer } from './scoring/scorer.ts';
import type { SiteAdapter } from './site.ts';

export const extractStage = { name: 'extract', version: '2' } as const;

/** What extraction needs beside the page. */
export interface ExtractTools {
  readonly sites: readonly SiteAdapter[];
  readonly scoreBlocks: BlockScorer;
}

/**
 * What a page holds: the first site adapter that knows it, else the reviews that it marks as such, else one article.
 * Throws RevueError (quarantine): `page-too-deep`.
 */
export function extract(decoded: DecodedPage, given: GivenFacts, { sites, scoreBlocks }: ExtractTools): ExtractedPage {
  if (decoded.mediaType === 'text/plain') {
    const { lines, cut } = linesOf(decoded.text);
    const page = { lines, url: decoded.url, given };
    return withCut(firstOf(sites, (site) => site.text?.(page)) ?? readPlainText(page), cut);
  }
  const page = openPage(decoded, given, scoreBlocks);
  const found = firstOf(sites, (site) => site.html?.(page)) ?? readReviews(page) ?? readArticle(page);
  return withCut(found, page.outline.cut);
}

/** The page with a word on each thing that there was too much of. */
const withCut = (page: ExtractedPage, cut: readonly string[]): ExtractedPage =>
  cut.length === 0
    ? page
    : { ...page, leftOut: [...page.leftOut, ...cut.map((detail) => ({ kind: 'cut', detail }) as const)] };

function firstOf<T>(sites: readonly SiteAdapter[], read: (site: SiteAdapter) => T | null | undefined): T | null {
  for (const site of sites) {
    const found = read(site);
    if (found) return found;
  }
  return null;
}
