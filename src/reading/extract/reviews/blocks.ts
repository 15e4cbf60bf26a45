import type { Cheerio, CheerioAPI } from 'cheerio';
import type { AnyNode } from 'domhandler';
import { folded } from '../text.ts';
import words from './words.json' with { type: 'json' };

/** Longer reviews are cut: no reader wrote them. */
const LONGEST = 60_000;
/** No white space of a page is this character, so it can mark where blocks end. */
const END = '\u{F8FF}';
const EDGES = 'p, div, li, blockquote, ul, ol, h2, h3, h4, section, tr';

const patterns = (sources: readonly string[]): readonly RegExp[] => sources.map((source) => new RegExp(source, 'iu'));
const noise = patterns(words.noise);
const ends = patterns([...words.openings, ...words.endings]);

/** The blocks of a node's text: split at block elements and line breaks, without what `drop` selects and without labels of the site. */
export function blocksOfNode(
  node: Cheerio<AnyNode>,
  drop: readonly string[],
  siteNoise: readonly RegExp[],
): readonly string[] {
  const copy = node.clone();
  copy.find(['script', 'style', 'button', 'svg', ...drop].join(',')).remove();
  copy.find('br').replaceWith(END);
  copy.find(EDGES).before(END).after(END);
  return blocksOfTexts(copy.text().slice(0, LONGEST).split(END), siteNoise);
}

/** The blocks of a string that may hold tags and entities. Tags are cut out, not parsed: they may nest deeper than a page may. */
export function blocksOfHtml($: CheerioAPI, html: string, siteNoise: readonly RegExp[]): readonly string[] {
  const flat = html
    .slice(0, LONGEST)
    .replace(/<\/?(?:br|p|div|li|ul|ol|blockquote)\b[^<>]{0,500}>|\n/giu, END)
    .replace(/<[^<>]{0,500}>/gu, '');
  const plain = $('<div>').html(flat.replaceAll('<', '&lt;')).text();
  return blocksOfTexts(plain.split(END), siteNoise);
}

function blocksOfTexts(texts: readonly string[], siteNoise: readonly RegExp[]): readonly string[] {
  return texts
    .map((text) => ends.reduce((rest, pattern) => rest.replace(pattern, ''), folded(text)).trim())
    .filter((text) => text !== '' && ![...noise, ...siteNoise].some((pattern) => pattern.test(text)));
}

/** Whether a text introduces a summary that a machine wrote. */
export const isMachineMade = (text: string): boolean => {
  const lower = folded(text.slice(0, 200)).toLowerCase();
  return words.machine.some((opening) => lower.startsWith(opening));
};
