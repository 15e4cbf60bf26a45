import type { Thing } from '../json-ld.ts';
import { type Box, isIn } from '../outline/outline.ts';
import type { MetadataPage } from './page.ts';
import words from './paywall.json' with { type: 'json' };

/** Longer blocks are text of the article, whatever they say. */
const LONGEST = 300;
const CLASS = new RegExp(`(?:^|\\s)(?:${words.classes})(?:\\s|$)`, 'iu');
const HIDDEN = /(?:^|\s)hidden(?:\s|$)/u;
const PLEA = new RegExp(Object.values(words.pleas).flat().join('|'), 'iu');

/** Whether readers get only the beginning of the article: the page declares it, shows a paywall, or asks for a subscription in its text. */
export function teaserOf({ outline, things, article }: MetadataPage): boolean {
  const declared = (article ? [article, ...things.filter((thing) => isPartOf(thing, article))] : things).map(freedom);
  if (declared.includes('false')) return true;
  if (!declared.includes('true') && outline.boxes.some(isPaywall)) return true;
  return outline.blocks.some(
    ({ text, box }) =>
      text.length <= LONGEST && !box.hidden && PLEA.test(text) && !isIn(box, 'related') && !isIn(box, 'comment'),
  );
}

const freedom = ({ isAccessibleForFree: free }: Thing): string =>
  (typeof free === 'boolean' || typeof free === 'string' ? String(free) : '')
    .trim()
    .toLowerCase()
    .replace(/^.*\//u, '');

/** A visible box that is named for a paywall; menus and links for subscribers are none. */
const isPaywall = ({ names, hidden, inline, families }: Box): boolean =>
  names !== '' &&
  CLASS.test(names) &&
  !(hidden || inline || families.has('side') || families.has('related') || HIDDEN.test(names));

/** The parts of an article say which of them is behind the wall. */
const isPartOf = (thing: Thing, article: Thing): boolean =>
  [article['hasPart']].flat().includes(thing) || [article['isPartOf']].flat().includes(thing);
