import { Parser } from 'htmlparser2';
import rules from './list-rules.json' with { type: 'json' };
import { normaliseUrl, resolveLink } from './url.ts';

/** Links beyond this many are ignored. */
export const MAX_LIST_LINKS = 2000;

const tags: ReadonlySet<string> = new Set(rules.navigationTags);
const roles: ReadonlySet<string> = new Set(rules.navigationRoles);
const classes: ReadonlySet<string> = new Set(rules.navigationClasses);
const articleTags: ReadonlySet<string> = new Set(rules.articleTags);
const extensions: ReadonlySet<string> = new Set(rules.fileExtensions);

type Attributes = Readonly<Record<string, string>>;

/** A `header` inside an `article` is the article's headline, not the site's. */
function isNavigation(tag: string, attributes: Attributes, insideArticle: boolean): boolean {
  if (tags.has(tag)) return !(insideArticle && (tag === 'header' || tag === 'footer'));
  if (tag === 'body' || tag === 'html') return false;
  if (roles.has(attributes['role']?.toLowerCase() ?? '')) return true;
  const words = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`.toLowerCase().split(/\s+/);
  return words.some((word) => classes.has(word));
}

interface Link {
  readonly href: string;
  readonly navigation: boolean;
}

interface Collected {
  readonly links: readonly Link[];
  readonly base: string | undefined;
}

/** Streams through the page; open elements are counted, never nested calls, so that depth costs nothing. */
function collectLinks(html: string): Collected {
  const links: Link[] = [];
  let base: string | undefined;
  let depth = 0;
  let navigationFrom = 0;
  let articleFrom = 0;
  const parser = new Parser({
    onopentag: (tag, attributes) => {
      depth += 1;
      if (articleFrom === 0 && articleTags.has(tag)) articleFrom = depth;
      if (navigationFrom === 0 && isNavigation(tag, attributes, articleFrom > 0)) navigationFrom = depth;
      const href = attributes['href'];
      if (href === undefined) return;
      if (tag === 'base') base ??= href;
      else if (tag === 'a' || tag === 'area') links.push({ href, navigation: navigationFrom > 0 });
    },
    onclosetag: () => {
      if (depth === navigationFrom) navigationFrom = 0;
      if (depth === articleFrom) articleFrom = 0;
      depth -= 1;
    },
  });
  parser.end(html);
  return { links, base };
}

const siteOf = (url: URL): string => url.host.replace(/^www\./, '');

/** Not the page itself, not the front page, not a picture or download: something that may be an article. */
function mayBeArticle(candidate: string, page: URL): boolean {
  const url = new URL(candidate);
  if (siteOf(url) !== siteOf(page)) return false;
  if (url.pathname === '/' && url.search === '') return false;
  if (url.pathname === page.pathname && url.search === page.search) return false;
  const extension = /\.([a-z0-9]{1,5})$/i.exec(url.pathname)?.[1]?.toLowerCase() ?? '';
  return !extensions.has(extension);
}

/**
 * The pages that an HTML index page leads to on its own host (with or without `www.`), each once, in page order,
 * without menus, footers and the like. A page whose links all stand in menus gives those instead of none.
 */
export function parseList(html: string, url: string): readonly string[] {
  const page = new URL(normaliseUrl(url));
  const { links, base: declared } = collectLinks(html);
  const base = (declared === undefined ? null : resolveLink(declared, page.href)) ?? page.href;
  const articles = (chosen: readonly Link[]): readonly string[] => {
    const resolved = chosen.map(({ href }) => resolveLink(href, base)).filter((link) => link !== null);
    const unique = new Set(resolved.map(normaliseUrl));
    return [...unique].filter((link) => mayBeArticle(link, page)).slice(0, MAX_LIST_LINKS);
  };
  const content = articles(links.filter((link) => !link.navigation));
  return content.length > 0 ? content : articles(links);
}
