import type { Cheerio, CheerioAPI } from 'cheerio';
import type { AnyNode } from 'domhandler';

/** White space folded to single blanks, soft hyphens and zero-width marks dropped. */
export const folded = (text: string): string =>
  text
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** The text of a node on one line. */
export const textOf = (node: Cheerio<AnyNode>): string => folded(node.text());

/** The first non-empty text or attribute that one of the selectors finds. */
export function firstText($: CheerioAPI, selectors: readonly string[], attribute: string | null = null): string | null {
  for (const selector of selectors) {
    for (const node of $(selector).toArray()) {
      const text = folded((attribute === null ? $(node).text() : $(node).attr(attribute)) ?? '');
      if (text !== '') return text;
    }
  }
  return null;
}

/** The content of the first of these meta elements, by name or property. */
export function metaContent($: CheerioAPI, names: readonly string[]): string | null {
  return firstText(
    $,
    names.map((name) => `meta[property="${name}" i], meta[name="${name}" i], meta[itemprop="${name}" i]`),
    'content',
  );
}
