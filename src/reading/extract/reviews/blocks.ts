import type { AnyNode, Element } from 'domhandler';
import { Parser } from 'htmlparser2';
import { first } from '../outline/first.ts';
import { folded } from '../text.ts';
import { LONGEST_REVIEW } from './limits.ts';
import { textIn } from './node-text.ts';
import words from './words.json' with { type: 'json' };

const LONGEST = LONGEST_REVIEW.characters;
/** No white space of a page is this character, so it can mark where blocks end. */
const END = '\u{F8FF}';
const EDGES: ReadonlySet<string> = new Set(words.edges);
const DROPPED: ReadonlySet<string> = new Set(words.dropped);

const patterns = (sources: readonly string[]): readonly RegExp[] => sources.map((source) => new RegExp(source, 'iu'));
const noise = patterns(words.noise);
const ends = patterns([...words.openings, ...words.endings]);

/** The blocks of a text, and whether it is longer than any review. */
export interface CutBlocks {
  readonly blocks: readonly string[];
  readonly isCut: boolean;
}

/** The blocks of a node's text: split at block elements and line breaks, without the nodes in `drop` and without labels of the site. */
export function blocksOfNode(node: AnyNode, drop: ReadonlySet<AnyNode>, siteNoise: readonly RegExp[]): CutBlocks {
  const edge = (element: Element): string | null =>
    DROPPED.has(element.name) || drop.has(element) ? null : EDGES.has(element.name) ? END : '';
  const { text, isCut } = textIn(node, LONGEST, edge);
  return { blocks: blocksOfText(text, siteNoise), isCut };
}

/** The blocks of a string that may hold tags and entities. Tags are cut out, not parsed: they may nest deeper than a page may. */
export function blocksOfHtml(html: string, siteNoise: readonly RegExp[]): CutBlocks {
  const flat = first(html, LONGEST)
    .replace(/<\/?(?:br|p|div|li|ul|ol|blockquote)\b[^<>]{0,500}>|\n/giu, END)
    .replace(/<[^<>]{0,500}>/gu, '');
  return { blocks: blocksOfText(withoutEntities(flat), siteNoise), isCut: html.length > LONGEST };
}

function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  let plain = '';
  const take = (part: string): void => {
    plain += part;
  };
  new Parser({ ontext: take }, { decodeEntities: true }).end(text.replaceAll('<', '&lt;'));
  return plain;
}

function blocksOfText(text: string, siteNoise: readonly RegExp[]): readonly string[] {
  const labels = [...noise, ...siteNoise];
  return text
    .split(END)
    .map((part) => ends.reduce((rest, pattern) => rest.replace(pattern, ''), folded(part)).trim())
    .filter((part) => part !== '' && !labels.some((pattern) => pattern.test(part)));
}

/** Whether a text introduces a summary that a machine wrote. */
export const isMachineMade = (text: string): boolean => {
  const lower = folded(text.slice(0, 200)).toLowerCase();
  return words.machine.some((opening) => lower.startsWith(opening));
};
