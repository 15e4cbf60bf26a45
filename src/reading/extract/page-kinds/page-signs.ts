import type { HtmlPage } from '../site.ts';
import rules from './kinds.json' with { type: 'json' };

/** Kinds of pages that hold no article, by the signs that give them away. */
export type Sideline = 'forum' | 'listing' | 'other';

/** Running text of so many words makes a page an article whatever its address says. */
const ARTICLE_WORDS = 250;
/** A list of links has more linked than other characters. */
const LINKED = 0.5;

const signs = Object.entries(rules.signs).map(([kind, { types, generators, hosts, paths }]) => ({
  kind: kind as Sideline,
  types: new Set(types),
  generators: new RegExp(generators, 'iu'),
  hosts: new RegExp(hosts, 'iu'),
  paths: new RegExp(paths, 'iu'),
}));

/** What a page is when it holds no article; null when it does, and in doubt: an article that is called a list is lost to the coverage. */
export function sidelineOf(page: HtmlPage): Sideline | null {
  const { types } = page.facts;
  if (types.some((type) => type !== 'article' && rules.articleTypes.includes(type))) return null;
  const { hostname, pathname } = addressOf(page);
  const generator = page.outline.head.meta.get('generator')?.[0] ?? '-';
  for (const sign of signs) {
    const byData = types.some((type) => sign.types.has(type)) || sign.generators.test(generator);
    const byAddress = sign.hosts.test(hostname) || sign.paths.test(pathname);
    const isSure = sign.kind === 'listing' ? isList(page) && (byData || byAddress) : byData || byAddress;
    if (isSure && (sign.kind !== 'other' || (byData && (byAddress || !isLong(page))))) return sign.kind;
  }
  return null;
}

/** Host and path of the page's own address; neither is ever empty, so that patterns for a bare host need one. */
export function addressOf({ facts, url }: HtmlPage): { readonly hostname: string; readonly pathname: string } {
  const address = facts.canonicalUrl ?? url;
  return address !== null && URL.canParse(address) ? new URL(address) : { hostname: '-', pathname: '-' };
}

const isLong = ({ text }: HtmlPage): boolean =>
  text.reduce((sum, block) => sum + block.text.split(' ').length, 0) >= ARTICLE_WORDS;

/** Little text of its own, and more links than words. */
function isList(page: HtmlPage): boolean {
  if (isLong(page)) return false;
  const { blocks } = page.outline;
  const linked = blocks.reduce((sum, block) => sum + block.linked, 0);
  return linked > LINKED * blocks.reduce((sum, { text }) => sum + text.length, 0);
}
