import type { AnyNode, Element } from 'domhandler';
import { blocksOfNode, type CutBlocks } from './blocks.ts';
import { fitting } from './card-size.ts';
import { dateField, ratingField, seasonField, textField } from './fields.ts';
import { isCopy, lettersOf } from './letters.ts';
import { LONGEST_REVIEW, MOST_REVIEWS, MOST_SIZE } from './limits.ts';
import type { CardRules, FormRules, Found, Readings, Way } from './rules.ts';
import type { Search } from './search.ts';

/** Letters from which on an equal beginning is no chance. */
const SHORTEST_COPY = 20;

/** The reviews on a page's cards, by each selector of cards; cards without words are passed over. */
export function waysOnCards(
  page: Search,
  form: FormRules,
  rules: CardRules,
  siteNoise: readonly RegExp[],
): readonly Way[] {
  const read = createCardReader(page, form, rules, siteNoise);
  const selectors = typeof rules.card === 'string' ? [rules.card] : rules.card;
  return selectors.map((selector) => {
    const nodes = page.inside(selector);
    const cards = outermost(nodes.slice(0, MOST_REVIEWS), isBody);
    return { form, most: cards.length, read: () => read(cards, nodes.length > MOST_REVIEWS) };
  });
}

/** Reads cards, each once however often it is asked for, until they are too large together. */
function createCardReader(page: Search, form: FormRules, rules: CardRules, siteNoise: readonly RegExp[]) {
  const known = new Map<Element, Found | null>();
  let left = MOST_SIZE;
  return (cards: readonly Element[], hasMore: boolean): Readings => {
    const fresh = cards.filter((card) => !known.has(card));
    const fit = fitting(fresh, left);
    left -= fit.size;
    const search = page.split(fit.cards);
    for (const card of fit.cards) known.set(card, reviewOn(search(card), form, rules, siteNoise));
    return {
      found: cards.flatMap((card) => known.get(card) ?? []),
      isCut: hasMore || cards.some((card) => !known.has(card)),
    };
  };
}

/** Nodes in page order without those inside another one, looking no further up than to what is an end. */
function outermost(nodes: readonly Element[], isEnd: (node: AnyNode) => boolean): readonly Element[] {
  const all = new Set<AnyNode>(nodes);
  return nodes.filter((node) => {
    let around = node.parent;
    while (around && !isEnd(around) && !all.has(around)) around = around.parent;
    return !around || isEnd(around);
  });
}

/** What the body says of itself is said of the page. */
const isBody = (node: AnyNode): boolean => 'name' in node && node.name === 'body';

function reviewOn(card: Search, form: FormRules, rules: CardRules, siteNoise: readonly RegExp[]): Found | null {
  const { from } = card;
  const { blocks, isCut } = textOn(card, rules, siteNoise);
  if (blocks.length === 0) return null;
  const author = textField(from, rules.author);
  return {
    title: textField(from, rules.title),
    author,
    blocks,
    isCut,
    details: () => ({
      date: dateField(from, rules.date),
      rating: ratingField(from, rules.rating ?? [], form, author),
      season: seasonField(from, rules.season),
    }),
  };
}

/** The blocks of the first selector that holds words. Of a collapsed and an expanded copy the fuller one stays. */
function textOn(
  { node: card, inside }: Search,
  { text, drop = [] }: CardRules,
  siteNoise: readonly RegExp[],
): CutBlocks {
  const dropped = new Set<AnyNode>(drop.flatMap(inside));
  for (const selector of text) {
    const nodes = inside(selector);
    const texts = outermost(nodes.slice(0, LONGEST_REVIEW.pieces), (node) => node === card)
      .map((node) => blocksOfNode(node, dropped, siteNoise))
      .filter(({ blocks }) => blocks.length > 0);
    const isCut = nodes.length > LONGEST_REVIEW.pieces || texts.some((piece) => piece.isCut);
    if (texts.length > 0) return { blocks: withoutCopies(texts.map(({ blocks }) => blocks)), isCut };
  }
  return { blocks: [], isCut: false };
}

/** Inside one review nobody begins two texts with the same words: the shorter one is the collapsed copy. */
function withoutCopies(texts: readonly (readonly string[])[]): readonly string[] {
  const kept: { readonly blocks: readonly string[]; readonly letters: string }[] = [];
  for (const blocks of texts) {
    const letters = lettersOf(blocks.join(' '));
    const at = kept.findIndex((other) => isCopy(other.letters, letters, SHORTEST_COPY));
    if (at < 0) kept.push({ blocks, letters });
    else if (letters.length > (kept[at]?.letters.length ?? 0)) kept[at] = { blocks, letters };
  }
  return kept.flatMap(({ blocks }) => blocks);
}
