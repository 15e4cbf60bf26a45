import { parseFeed as parseAnyFeed } from 'feedsmith';
import { RevueError } from '../domain/errors.ts';
import { parseFeedDate } from './feed-date.ts';
import dates from './feed-dates.json' with { type: 'json' };
import { closeTruncated, plainText, repairXml } from './feed-repair.ts';
import { shownUrl } from './guard.ts';
import { resolveLink } from './url.ts';

/** One entry of a feed that leads to a page. */
export interface FeedItem {
  /** Complete http(s) URL. */
  readonly url: string;
  /** Plain text; null when the entry has no title. */
  readonly title: string | null;
  /** ISO 8601 in UTC; when it was published, or last updated where the feed says only that. */
  readonly published: string | null;
  /** The feed's own name for the entry, unique within the feed. */
  readonly guid: string | null;
}

/** A feed, understood. */
export interface Feed {
  readonly title: string | null;
  /** In the feed's order, at most {@link MAX_FEED_ITEMS}. */
  readonly items: readonly FeedItem[];
  /** How long the feed asks to be left alone; null when it does not say. */
  readonly ttlMinutes: number | null;
}

/** Items beyond this many are ignored. */
export const MAX_FEED_ITEMS = 2000;

type AnyFeed = ReturnType<typeof parseAnyFeed<string>>;
type FeedOf<Format> = Extract<AnyFeed, { format: Format }>['feed'];
type RssItem = NonNullable<FeedOf<'rss'>['items']>[number] | NonNullable<FeedOf<'rdf'>['items']>[number];
type AtomEntry = NonNullable<FeedOf<'atom'>['entries']>[number];
type AtomLink = NonNullable<AtomEntry['links']>[number];
type JsonItem = NonNullable<FeedOf<'json'>['items']>[number];
type Draft = Omit<FeedItem, 'url'> & { readonly url: string | null };

/** Minutes of an `sy:updatePeriod`. */
const periods: ReadonlyMap<string, number> = new Map(Object.entries(dates.periods));

function ttlOf(
  ttl: number | undefined,
  sy: { updatePeriod?: string; updateFrequency?: number } | undefined,
): number | null {
  if (ttl !== undefined && ttl > 0) return Math.round(ttl);
  const period = periods.get(sy?.updatePeriod?.trim().toLowerCase() ?? '');
  return period === undefined ? null : Math.max(1, Math.round(period / Math.max(sy?.updateFrequency ?? 1, 1)));
}

const textOrNull = (text: string | undefined): string | null => plainText(text ?? '') || null;

/** Atom says whether its text is HTML; plain text must not be decoded a second time. */
function atomText(text: { readonly value?: string; readonly type?: string } | undefined): string | null {
  const isHtml = /html/i.test(text?.type ?? '');
  return isHtml ? textOrNull(text?.value) : text?.value?.replace(/\s+/g, ' ').trim() || null;
}

function pageLink(links: readonly AtomLink[] | undefined): string | undefined {
  const candidates = (links ?? []).filter(({ rel, href }) => href && /^(?:alternate)?$/i.test(rel?.trim() ?? ''));
  return (candidates.find(({ type }) => /html/i.test(type ?? '')) ?? candidates[0])?.href;
}

const baseOf = (base: string, node: { readonly xml?: { readonly base?: string } }): string =>
  node.xml?.base === undefined ? base : (resolveLink(node.xml.base, base) ?? base);

function firstOf(base: string, links: readonly (string | undefined)[]): string | null {
  for (const link of links) {
    const url = resolveLink(link ?? '', base);
    if (url !== null) return url;
  }
  return null;
}

function rssItem(item: RssItem, feedBase: string): Draft {
  const guid = 'guid' in item ? item.guid : undefined;
  const about = 'rdf' in item ? item.rdf?.about : undefined;
  const pubDate = 'pubDate' in item ? item.pubDate : undefined;
  const stated = [
    pubDate,
    ...(item.dc?.dates ?? []),
    ...(item.dcterms?.issued ?? []),
    ...(item.dcterms?.created ?? []),
  ];
  const permalink = guid?.isPermaLink !== false && /^https?:/i.test(guid?.value ?? '') ? guid?.value : undefined;
  return {
    url: firstOf(baseOf(feedBase, item), [item.link, pageLink(item.atom?.links), permalink, about]),
    title: textOrNull(item.title),
    published: firstDate([...stated, item.atom?.published, item.atom?.updated]),
    guid: guid?.value ?? about ?? null,
  };
}

function atomEntry(entry: AtomEntry, feedBase: string): Draft {
  const id = /^https?:/i.test(entry.id ?? '') ? entry.id : undefined;
  return {
    url: firstOf(baseOf(feedBase, entry), [pageLink(entry.links), id]),
    title: atomText(entry.title),
    published: firstDate([entry.published, ...(entry.dc?.dates ?? []), entry.updated]),
    guid: entry.id ?? null,
  };
}

function jsonItem(item: JsonItem, feedBase: string): Draft {
  const id = /^https?:/i.test(item.id ?? '') ? item.id : undefined;
  return {
    url: firstOf(feedBase, [item.url, item.external_url, id]),
    title: item.title?.replace(/\s+/g, ' ').trim() || null,
    published: firstDate([item.date_published, item.date_modified]),
    guid: item.id ?? null,
  };
}

function firstDate(stated: readonly (string | undefined)[]): string | null {
  for (const date of stated) {
    const iso = parseFeedDate(date);
    if (iso !== null) return iso;
  }
  return null;
}

function draftsOf(parsed: AnyFeed, url: string): { title: string | null; drafts: Draft[]; ttlMinutes: number | null } {
  const { format, feed } = parsed;
  if (format === 'json') {
    return {
      title: textOrNull(feed.title),
      drafts: (feed.items ?? []).map((item) => jsonItem(item, url)),
      ttlMinutes: null,
    };
  }
  const base = baseOf(url, feed);
  if (format === 'atom') {
    const drafts = (feed.entries ?? []).map((entry) => atomEntry(entry, base));
    return { title: atomText(feed.title), drafts, ttlMinutes: ttlOf(undefined, feed.sy) };
  }
  const items: readonly RssItem[] = feed.items ?? [];
  const drafts = items.map((item) => rssItem(item, base));
  return { title: textOrNull(feed.title), drafts, ttlMinutes: ttlOf('ttl' in feed ? feed.ttl : undefined, feed.sy) };
}

function parseRepaired(text: string, url: string): AnyFeed {
  const repaired = repairXml(text);
  try {
    return parseAnyFeed(repaired, { maxItems: MAX_FEED_ITEMS });
  } catch (cause) {
    const closed = closeTruncated(repaired);
    try {
      if (closed !== null) return parseAnyFeed(closed, { maxItems: MAX_FEED_ITEMS });
    } catch {
      // The first reason is the one to tell.
    }
    const message = `${shownUrl(url)} is not a feed that Revue can read (RSS, RDF, Atom or JSON Feed).`;
    throw new RevueError('feed-unreadable', message, 'quarantine', { cause });
  }
}

/**
 * Reads an RSS, RDF, Atom or JSON feed, also a broken or truncated one; `url` is where it came from and completes
 * relative links. Items that lead to no web page are left out.
 * @throws RevueError `feed-unreadable` (quarantine).
 */
export function parseFeed(text: string, url: string): Feed {
  const { title, drafts, ttlMinutes } = draftsOf(parseRepaired(text, url), url);
  const items = drafts.flatMap((draft) => (draft.url === null ? [] : [{ ...draft, url: draft.url }]));
  return { title, items: items.slice(0, MAX_FEED_ITEMS), ttlMinutes };
}
