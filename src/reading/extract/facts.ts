import type { GivenFacts, Outlet, PublicationDate, Rating } from '../../domain/reading.ts';
import { withGiven } from './dates/given.ts';
import { datesOf } from './dates/publication.ts';
import type { Thing } from './json-ld.ts';
import { canonicalOf, languageHints } from './metadata/address.ts';
import { schemaTypes } from './metadata/article-thing.ts';
import { authorsOf } from './metadata/authors.ts';
import { outletOf } from './metadata/outlet.ts';
import type { MetadataPage } from './metadata/page.ts';
import { teaserOf } from './metadata/teaser.ts';
import type { titleOf } from './metadata/title.ts';
import { verdictOf } from './metadata/verdict.ts';

/** What a page says of itself, read once for all readers. */
export interface PageFacts {
  readonly things: readonly Thing[];
  /** The JSON-LD object of the article, if any. */
  readonly article: Thing | null;
  readonly canonicalUrl: string | null;
  readonly title: string | null;
  /** Names joined by commas. */
  readonly author: string | null;
  readonly published: PublicationDate | null;
  readonly modified: PublicationDate | null;
  /** The page's own verdict. */
  readonly rating: Rating | null;
  readonly outlet: Outlet | null;
  readonly languageHints: readonly string[];
  readonly teaser: boolean;
  /** Schema types and og:type, lower case. */
  readonly types: readonly string[];
}

/** Reads what a page says of itself; given facts win. */
export function readFacts(
  page: MetadataPage,
  { title, heading }: ReturnType<typeof titleOf>,
  given: GivenFacts,
): PageFacts {
  const { outline, things, article, main } = page;
  const canonicalUrl = canonicalOf(page);
  const at = { ...page, url: canonicalUrl ?? page.url };
  const dates = datesOf({ outline, things, article, url: at.url, heading, main, fetchedOn: given.fetchedOn ?? null });
  return {
    things,
    article,
    canonicalUrl,
    title: given.title ?? title,
    author: authorsOf(at, heading).join(', ') || null,
    published: withGiven(dates.published, given),
    modified: dates.modified,
    rating: verdictOf(at),
    outlet: outletOf(at, given.outlet),
    languageHints: languageHints(page),
    teaser: teaserOf(page),
    types: schemaTypes(things, outline.head.meta),
  };
}
