import type { CheerioAPI } from 'cheerio';
import type { Block, ExtractedPage } from '../../domain/extraction.ts';
import type { GivenFacts } from '../../domain/reading.ts';
import type { PageFacts } from './facts.ts';
import type { Outline } from './outline/outline.ts';

/** An HTML page in front of an adapter: its outline, and what the general reader found out about it. */
export interface HtmlPage {
  readonly url: string | null;
  readonly outline: Outline;
  readonly facts: PageFacts;
  /** The article's text as the general reader sees it. */
  readonly text: readonly Block[];
  /** Indices of the blocks of the outline that `text` is made of. */
  readonly main: readonly number[];
  readonly given: GivenFacts;
  /** The page's tree, for selectors. Building it takes longer than all the rest: ask whether the page is yours first. */
  readonly tree: () => CheerioAPI;
}

/** A plain text in front of an adapter; `lines` are trimmed and may be empty. */
export interface TextPage {
  readonly lines: readonly string[];
  readonly url: string | null;
  readonly given: GivenFacts;
}

/**
 * What one site's pages mean. `version` is the day from which pages look like this. The first adapter that returns a page wins;
 * null says that the page is not of this site or form.
 */
export interface SiteAdapter {
  readonly name: string;
  readonly version: string;
  readonly html?: (page: HtmlPage) => ExtractedPage | null;
  readonly text?: (page: TextPage) => ExtractedPage | null;
}
