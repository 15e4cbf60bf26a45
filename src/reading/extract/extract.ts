import type { DecodedPage, ExtractedPage } from '../../domain/extraction.ts';
import type { GivenFacts } from '../../domain/reading.ts';
import { readArticle } from './article.ts';
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
    const page = { lines: decoded.text.split(/\r\n|\r|\n/u).map((line) => line.trim()), url: decoded.url, given };
    return firstOf(sites, (site) => site.text?.(page)) ?? readPlainText(page);
  }
  const page = openPage(decoded, given, scoreBlocks);
  return firstOf(sites, (site) => site.html?.(page)) ?? readReviews(page) ?? readArticle(page);
}

function firstOf<T>(sites: readonly SiteAdapter[], read: (site: SiteAdapter) => T | null | undefined): T | null {
  for (const site of sites) {
    const found = read(site);
    if (found) return found;
  }
  return null;
}
