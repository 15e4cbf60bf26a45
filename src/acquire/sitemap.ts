import { Parser } from 'htmlparser2';
import { RevueError } from '../domain/errors.ts';
import { shownUrl } from './guard.ts';
import { resolveLink } from './url.ts';

/** What a sitemap lists, in its order and without repetitions: pages, and further sitemaps. */
export interface Sitemap {
  readonly pages: readonly string[];
  readonly sitemaps: readonly string[];
}

/** The protocol's own limit for one file; what follows is ignored. */
export const MAX_SITEMAP_URLS = 50_000;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

/** A plain text sitemap: one URL a line. */
function parseLines(text: string, add: (link: string) => void): void {
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (/^\s*https?:\/\//i.test(line)) add(line);
  }
}

/** Streams through the XML; no tree is built, and a file that breaks off still yields its whole entries. */
function parseXml(text: string, addPage: (link: string) => void, addSitemap: (link: string) => void): boolean {
  let parent = '';
  let buffer = '';
  let known = false;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const tag = localName(name);
        if (tag === 'urlset' || tag === 'sitemapindex' || tag === 'rss' || tag === 'feed') known = true;
        if (tag === 'url' || tag === 'sitemap' || tag === 'item' || tag === 'entry') parent = tag;
        if (tag === 'link' && parent === 'entry' && attributes['href'] !== undefined) addPage(attributes['href']);
        buffer = '';
      },
      ontext: (data) => {
        buffer += data;
      },
      onclosetag: (name, isImplied) => {
        const tag = localName(name);
        // `image:loc` and `video:player_loc` name no page.
        const isLocation = tag === 'loc' && !name.toLowerCase().startsWith('image:');
        if (!isImplied && (isLocation || (tag === 'link' && parent === 'item'))) {
          if (parent === 'sitemap') addSitemap(buffer);
          else addPage(buffer);
        }
        buffer = '';
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return known;
}

/**
 * Reads a sitemap or sitemap index (also as plain text, RSS or Atom, with any namespace prefix, cut off or badly
 * spaced); `url` is where it came from. At most {@link MAX_SITEMAP_URLS} http(s) addresses.
 * @throws RevueError `sitemap-unreadable` (quarantine) when nothing in it is a sitemap.
 */
export function parseSitemap(text: string, url: string): Sitemap {
  const pages = new Set<string>();
  const sitemaps = new Set<string>();
  const addTo = (set: Set<string>) => (link: string) => {
    const resolved = set.size < MAX_SITEMAP_URLS ? resolveLink(link, url) : null;
    if (resolved !== null) set.add(resolved);
  };
  const content = text.replace(/^\uFEFF/, '').trimStart();
  if (content.startsWith('<')) {
    if (!parseXml(content, addTo(pages), addTo(sitemaps))) {
      throw new RevueError('sitemap-unreadable', `${shownUrl(url)} is not a sitemap.`, 'quarantine');
    }
  } else {
    parseLines(content, addTo(pages));
  }
  return { pages: [...pages], sitemaps: [...sitemaps] };
}
