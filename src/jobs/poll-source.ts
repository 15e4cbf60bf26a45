import { type Feed, parseFeed } from '../acquire/feed.ts';
import { parseList } from '../acquire/list.ts';
import { parseSitemap } from '../acquire/sitemap.ts';
import { decodeText } from '../acquire/text.ts';
import { normaliseUrl } from '../acquire/url.ts';
import { addPage } from '../database/queries/add-page.ts';
import { getSource, type Source, sourcePolled } from '../database/queries/sources.ts';
import type { GivenFacts } from '../domain/reading.ts';
import type { JobContext } from './context.ts';

/** A page that a source lists; `published` where the source is a feed that says so. */
interface Listed {
  readonly url: string;
  readonly published: string | null;
}

const HOURLY = 60;
/** Sitemaps inside sitemaps are followed this deep, and this many of them. */
const MAX_SITEMAPS = 50;

/** Asks a source what is new and queues the pages that are not known yet. */
export async function pollSource(context: JobContext, sourceId: number): Promise<void> {
  const source = await getSource(context.database, sourceId);
  if (source === null) return;
  const { etag, lastModified, url } = source;
  const answer = await context.fetcher.fetch(url, {
    ...(etag ? { etag } : {}),
    ...(lastModified ? { lastModified } : {}),
  });
  const text = decodeText(answer.bytes, answer.contentType);
  const { listed, minutes } = answer.notModified
    ? { listed: [], minutes: HOURLY }
    : await listedPages(context, source, text);
  const pageIds = await notePages(context, source, listed);
  await sourcePolled(context.database, {
    id: sourceId,
    etag: answer.headers['etag'] ?? null,
    lastModified: answer.headers['last-modified'] ?? null,
    nextInMinutes: minutes,
  });
  await context.queues.addAll(
    'fetch',
    pageIds.map((pageId) => ({ pageId })),
  );
}

async function notePages(context: JobContext, source: Source, listed: readonly Listed[]): Promise<readonly string[]> {
  return await context.database.transaction(async (sql) => {
    const ids: string[] = [];
    for (const { url, published } of listed) {
      const given: GivenFacts = { outlet: source.outlet, ...(published ? { published, publishedBasis: 'feed' } : {}) };
      const id = await addPage(sql, { url: normaliseUrl(url), sourceId: source.id, given });
      if (id !== null) ids.push(id);
    }
    return ids;
  });
}

async function listedPages(
  context: JobContext,
  source: Source,
  text: string,
): Promise<{ readonly listed: readonly Listed[]; readonly minutes: number }> {
  if (source.kind === 'feed') return fromFeed(parseFeed(text, source.url));
  const urls = source.kind === 'list' ? parseList(text, source.url) : await sitemapUrls(context, source.url, text);
  return { listed: urls.map((url) => ({ url, published: null })), minutes: HOURLY };
}

const fromFeed = ({ items, ttlMinutes }: Feed) => ({
  listed: items.map(({ url, published }) => ({ url, published })),
  minutes: Math.max(HOURLY, ttlMinutes ?? 0),
});

async function sitemapUrls(context: JobContext, url: string, text: string): Promise<readonly string[]> {
  const first = parseSitemap(text, url);
  const pages = [...first.pages];
  const queue = first.sitemaps.slice(0, MAX_SITEMAPS);
  for (const sitemap of queue) {
    const { bytes, contentType } = await context.fetcher.fetch(sitemap);
    pages.push(...parseSitemap(decodeText(bytes, contentType), sitemap).pages);
  }
  return pages;
}
