import type { ExtractedPage } from '../../../domain/extraction.ts';
import { pageOf, readArticle } from '../article.ts';
import type { Box, Outline } from '../outline/outline.ts';
import type { HtmlPage } from '../site.ts';
import table from './any-site.json' with { type: 'json' };
import { lettersOf } from './letters.ts';
import { readForms } from './review-site.ts';
import type { FieldRule, FormRules, SiteRules } from './rules.ts';

/** Fewer marked reviews make no page of reviews: an article about a film carries one of its own. */
const FEWEST = 2;
/** An article beside reviews of readers has so many words, and so many for each of theirs. */
const ARTICLE_WORDS = 150;
const ARTICLE_SHARE = 0.5;
/** Letters that decide whether a review stands in a text. */
const HEAD = 60;
const SIGN = new RegExp(table.signs, 'iu');

const texts = (selectors: readonly string[]): readonly FieldRule[] => selectors.map((at) => ({ at }));
const values = (selectors: readonly string[], attributes: readonly string[]): readonly FieldRule[] =>
  selectors.flatMap((at) => [...attributes.map((attribute) => ({ at, attribute })), { at }]);

const onCards: FormRules = {
  best: 5,
  glued: true,
  cards: {
    card: table.cards,
    text: table.text,
    title: texts(table.title),
    author: texts(table.users),
    date: values(table.dates, ['datetime', 'content']),
    rating: values(table.ratings, ['content', 'title', 'aria-label']),
    bestRating: values(table.best, ['content']),
  },
};

const rules: SiteRules = {
  name: 'any',
  version: '2026-01-01',
  hosts: [],
  forms: [table.data, onCards],
};

/**
 * The reviews that a page of any site marks as such, in JSON-LD, in microdata or on cards; null when it marks fewer than two.
 * Reviews of readers below an article are documents beside it.
 */
export function readReviews(page: HtmlPage): ExtractedPage | null {
  const declared = page.facts.things.filter((thing) => typeof thing['reviewBody'] === 'string').length;
  const cards = cardBoxes(page.outline);
  if (declared < FEWEST && signsOn(page.outline, cards) < FEWEST) return null;
  const found = readForms(page, rules);
  if (found === null || found.documents.length < FEWEST) return null;
  if (!isBesideArticle(page, cards, found)) return found;
  const article = readArticle(page);
  // What an article marks as its own verdict stands in its text already.
  const text = lettersOf(page.text.map((block) => block.text).join(' '));
  const others = found.documents.filter(
    ({ blocks }) => !text.includes(lettersOf(blocks[0]?.text ?? '').slice(0, HEAD)),
  );
  return pageOf(page, article.pageKind, [...article.documents, ...others], found.leftOut);
}

/** Outermost boxes and marks that are named like a review. */
function signsOn({ boxes, marks }: Outline, cards: ReadonlySet<Box>): number {
  const outer = boxes.filter((box) => !box.inline && !(box.parent && cards.has(box.parent)) && SIGN.test(box.names));
  return Math.max(outer.length, marks.filter(({ names }) => /\breview(?:body)?\b/u.test(names)).length);
}

/** All boxes in, or of, a review. Parents stand before what they hold. */
function cardBoxes({ boxes }: Outline): ReadonlySet<Box> {
  const cards = new Set<Box>();
  for (const box of boxes) {
    if ((box.parent && cards.has(box.parent)) || (box.tag !== 'body' && SIGN.test(box.names))) cards.add(box);
  }
  return cards;
}

/** Whether the main text of the page is an article of its own and not the reviews. */
function isBesideArticle({ main, outline, facts }: HtmlPage, cards: ReadonlySet<Box>, found: ExtractedPage): boolean {
  const own = main.filter((i) => !cards.has(outline.blocks[i]?.box ?? outline.root));
  const words = own.reduce((sum, i) => sum + (outline.blocks[i]?.text.split(' ').length ?? 0), 0);
  const reviews = found.documents
    .flatMap(({ blocks }) => blocks)
    .reduce((sum, { text }) => sum + text.split(' ').length, 0);
  return words >= ARTICLE_WORDS && (facts.article !== null || words >= ARTICLE_SHARE * reviews);
}
