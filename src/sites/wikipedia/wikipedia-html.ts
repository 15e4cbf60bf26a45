import type { Cheerio, CheerioAPI } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';
import type { Block, ExtractedPage } from '../../domain/extraction.ts';
import type { HtmlPage } from '../../reading/extract/site.ts';
import { folded, textOf } from '../../reading/extract/text.ts';
import rules from './sections.json' with { type: 'json' };
import { withoutLeftOut } from './sections.ts';

/** More blocks than any article has. */
const MOST = 20_000;

/** The article of a page of Wikipedia; null for other hosts and for pages without an article. */
export function readHtml(page: HtmlPage): ExtractedPage | null {
  if (!/(?:^|\.)wikipedia\.org$/u.test(page.facts.outlet?.domain ?? '')) return null;
  const $ = page.tree();
  const body = $(rules.body).first();
  const blocks = blocksOf($, body);
  if (blocks.length === 0) return null;
  const { canonicalUrl, outlet, languageHints, published } = page.facts;
  // The headline in its structured data is a description of the subject, not the article's title.
  const title = page.given.title ?? (textOf($(rules.title).first()) || page.facts.title);
  // Dates in the text are its subject's, not its own.
  const own = published?.basis === 'text' ? null : published;
  const document = {
    kind: 'reference',
    title,
    author: null,
    published: own,
    modified: page.facts.modified,
    rating: null,
    blocks,
    season: null,
  } as const;
  return {
    pageKind: 'reference',
    canonicalUrl,
    title,
    outlet,
    languageHints,
    teaser: false,
    documents: [document],
    leftOut: [],
  };
}

function blocksOf($: CheerioAPI, body: Cheerio<AnyNode>): readonly Block[] {
  body.find(rules.drop.join(',')).remove();
  // Tables hold figures and credits; the summaries of episodes in them are text.
  const nodes = body.find(rules.blocks).not(`table :not(${rules.whole})`).slice(0, MOST).toArray();
  const lines = nodes.map((node) => ({ level: levelOf(node), block: blockOf($, node) }));
  return withoutLeftOut(lines.filter(({ block }) => block.text !== ''));
}

const levelOf = (node: Element): number | null => (/^h\d$/u.test(node.name) ? Number(node.name.slice(1)) : null);

/** A node's own words: what stands in blocks inside it comes as blocks of its own. */
function blockOf($: CheerioAPI, node: Element): Block {
  const own = $(node).clone();
  if (!own.is(rules.whole)) own.find(`${rules.blocks}, ul, ol, dl, table`).remove();
  const text = folded(own.text());
  if (/^h\d$/u.test(node.name)) return { kind: 'heading', text };
  if (/^(?:li|dd|dt)$/u.test(node.name)) return { kind: 'item', text };
  return { kind: $(node).closest('blockquote').length > 0 ? 'quote' : 'paragraph', text };
}
