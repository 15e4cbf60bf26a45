import { type CheerioAPI, load } from 'cheerio/slim';
import { RevueError } from '../../domain/errors.ts';
import type { Block, DecodedPage } from '../../domain/extraction.ts';
import type { GivenFacts } from '../../domain/reading.ts';
import { readFacts } from './facts.ts';
import { thingsIn } from './json-ld.ts';
import { mainText } from './main-text/main-text.ts';
import { declaredBlocks, textBlocks } from './main-text/text-blocks.ts';
import { articleThing } from './metadata/article-thing.ts';
import { titleOf } from './metadata/title.ts';
import { scan } from './outline/scan.ts';
import { declaredOf } from './scoring/declared.ts';
import { measure } from './scoring/measure.ts';
import type { BlockScorer } from './scoring/scorer.ts';
import type { HtmlPage } from './site.ts';

/** Parsers that build a tree recurse over it and fall over at a depth of about 4,000. */
const MAX_TREE_DEPTH = 400;

/** Reads a page's outline, finds its article and its facts. Throws RevueError (quarantine): `page-too-deep`. */
export function openPage({ text: html, url }: DecodedPage, given: GivenFacts, score: BlockScorer): HtmlPage {
  const outline = scan(html, url);
  const things = thingsIn(outline.head.jsonLd);
  const page = { outline, things, article: articleThing(things), url, main: [] };
  const shown = titleOf(page);
  const measured = measure(outline);
  const declared = declaredOf(outline.head, things);
  const main = mainText(measured, score(measured, declared), shown.title);
  const text = orDeclared(textBlocks(outline.blocks, main), declaredBlocks(declared.body));
  const facts = readFacts({ ...page, main }, shown, given);
  return { url, outline, facts, text, main, given, tree: treeOf(html.slice(0, outline.read), outline.deepest, url) };
}

/** The body in the structured data stands in for the text of pages that scripts draw, and for no others: it is often cut or stale. */
function orDeclared(shown: readonly Block[], declared: readonly Block[]): readonly Block[] {
  const length = (blocks: readonly Block[]): number => blocks.reduce((sum, { text }) => sum + text.length, 0);
  return length(shown) < 200 && length(declared) > 2 * length(shown) ? declared : shown;
}

/** Parses the page when somebody asks for its tree, once. */
function treeOf(html: string, depth: number, url: string | null): () => CheerioAPI {
  let tree: CheerioAPI | null = null;
  return () => {
    if (depth > MAX_TREE_DEPTH) {
      const message = `${url ?? 'The page'} nests elements deeper than ${MAX_TREE_DEPTH}, as no article does.`;
      throw new RevueError('page-too-deep', message, 'quarantine');
    }
    tree ??= load(html);
    return tree;
  };
}
