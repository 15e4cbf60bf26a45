import type { Thing } from '../json-ld.ts';
import type { Outline } from '../outline/outline.ts';
import { plain } from './plain.ts';

/** What the readers of metadata work from. */
export interface MetadataPage {
  readonly outline: Outline;
  /** All objects of the page's JSON-LD, outermost first. */
  readonly things: readonly Thing[];
  /** The JSON-LD object of the article, if any. */
  readonly article: Thing | null;
  readonly url: string | null;
  /** Indices of the blocks of the article's text, ascending; empty while it is not known. */
  readonly main: readonly number[];
}

/** The first non-empty content of these meta elements, as readers would see it; null when there is none. */
export function metaOf({ outline }: Pick<MetadataPage, 'outline'>, names: readonly string[]): string | null {
  for (const name of names) {
    for (const content of outline.head.meta.get(name) ?? []) {
      const text = plain(content);
      if (text !== '') return text;
    }
  }
  return null;
}

/** The host of an address without `www.`; null when it is none. */
export const hostOf = (url: string | null): string | null =>
  url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./u, '') : null;
