import type { CheerioAPI } from 'cheerio';
import type { AnyNode } from 'domhandler';
import { blocksOfNode } from './blocks.ts';
import { dateField, ratingField, seasonField, textField } from './fields.ts';
import { isCopy, lettersOf } from './letters.ts';
import type { CardRules, FormRules, Found } from './rules.ts';

/** More reviews than any page shows. */
const MOST = 500;
/** More pieces than a review's text has. */
const MOST_PIECES = 100;
/** Letters from which on an equal beginning is no chance. */
const SHORTEST_COPY = 20;

/** The reviews on a page's cards; cards without words are passed over. */
export function onCards(
  $: CheerioAPI,
  form: FormRules,
  rules: CardRules,
  siteNoise: readonly RegExp[],
): readonly Found[] {
  const cards = $(rules.card).toArray().slice(0, MOST);
  const all = new Set<AnyNode>(cards);
  // A card inside a card is a part of it.
  const outer = cards.filter((card) =>
    $(card)
      .parentsUntil('body')
      .toArray()
      .every((parent) => !all.has(parent)),
  );
  return outer.flatMap((card) => reviewOn($, card, form, rules, siteNoise) ?? []);
}

function reviewOn(
  $: CheerioAPI,
  card: AnyNode,
  form: FormRules,
  rules: CardRules,
  siteNoise: readonly RegExp[],
): Found | null {
  const blocks = textOn($, card, rules, siteNoise);
  if (blocks.length === 0) return null;
  const author = textField($, card, rules.author);
  return {
    title: textField($, card, rules.title),
    author,
    date: dateField($, card, rules.date),
    rating: ratingField($, card, rules.rating ?? [], form, author),
    season: seasonField($, card, rules.season),
    blocks,
  };
}

/** The blocks of the first selector that holds words. Of a collapsed and an expanded copy the fuller one stays. */
function textOn(
  $: CheerioAPI,
  card: AnyNode,
  { text, drop = [] }: CardRules,
  siteNoise: readonly RegExp[],
): readonly string[] {
  for (const selector of text) {
    const nodes = $(card).find(selector).toArray().slice(0, MOST_PIECES);
    const outer = nodes.filter((node) => !nodes.some((other) => other !== node && $.contains(other, node)));
    const texts = outer.map((node) => blocksOfNode($(node), drop, siteNoise)).filter(({ length }) => length > 0);
    if (texts.length > 0) return withoutCopies(texts);
  }
  return [];
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
