import { Parser } from 'htmlparser2';
import { anyOf } from './any-of.ts';

/** A section of a reference page: its heading, the depth of the heading (2 = main), and its lines. */
export interface Section {
  readonly heading: string;
  readonly level: number;
  readonly lines: readonly string[];
}

/** A reference page as lines: list items begin with `- ` (two blanks more a level), table rows with `| `. */
export interface ReferencePage {
  readonly title: string;
  readonly infobox: ReadonlyMap<string, string>;
  readonly sections: readonly Section[];
}

/** No heading is longer; what is longer is text, and is not searched for the end of a heading. */
const LONGEST_HEADING = 300;
const HEADING = /^(={1,6})\s*([^=].*?)\s*=+$/u;
/** A label and its value: `- No. of seasons: 5`, `- Pays d’origine : France`. */
const FIELD = /^- (\p{L}[\p{L}.'’ -]{1,40}?)[ \u00a0]?: ?(.+)$/u;

/** Reads the text form of a page: `= Title =`, `- Field: value` until the first text, `== Section ==`, `- item`. */
export function pageOfText(text: string): ReferencePage {
  let title = '';
  const infobox = new Map<string, string>();
  const sections: { heading: string; level: number; lines: string[] }[] = [{ heading: '', level: 2, lines: [] }];
  for (const line of text.split(/\r?\n/u)) {
    const heading = line.length > LONGEST_HEADING ? null : HEADING.exec(line.trim());
    const field = sections.length === 1 ? fieldIn(line) : null;
    if (heading?.[1]?.length === 1 && title === '') title = heading[2] ?? '';
    else if (heading) sections.push({ heading: heading[2] ?? '', level: heading[1]?.length ?? 2, lines: [] });
    else if (field) infobox.set(...field);
    else if (line.trim() !== '') sections.at(-1)?.lines.push(line.trimEnd());
  }
  return { title, infobox, sections };
}

/** The label (lower case) and the value of a line; null for a line that is no field. */
export function fieldIn(line: string): [string, string] | null {
  const [, label = '', value = ''] = FIELD.exec(line) ?? [];
  return value.trim() === '' ? null : [label.toLowerCase().replace(/’/gu, "'"), value.trim()];
}

/** The sections whose heading matches, and those below them. */
export function sectionsUnder({ sections }: ReferencePage, heading: RegExp): readonly Section[] {
  let level = 0;
  return sections.filter((section) => {
    if (level > 0 && section.level > level) return true;
    level = heading.test(section.heading) ? section.level : 0;
    return level > 0;
  });
}

/** Headings that begin with one of some words. */
export const headed = (words: readonly string[]): RegExp => new RegExp(`^${anyOf(words)}`, 'iu');

/** Elements whose text is no part of the article. */
const SKIPPED = new Set(['script', 'style', 'title', 'sup', 'nav', 'footer', 'noscript']);
const SKIPPED_CLASS =
  /\b(?:mw-editsection|navbox|reference|hatnote|toc|sidebar|metadata|catlinks|bandeau-container|bandeau-portail|thumb|flagicon)\b/u;
const VOID = new Set(['br', 'img', 'hr', 'meta', 'link', 'input', 'wbr', 'col', 'source']);

/** Writes an HTML page in the text form: title, infobox rows, headings, paragraphs, list items and table rows. */
export function textOfHtml(html: string): string {
  const lines: string[] = [];
  let text = '';
  let skipping = 0;
  let infobox = 0;
  let tables = 0;
  let lists = 0;
  let field = '';
  let row: string[] = [];
  const take = (): string => {
    const taken = text.replace(/\s+/gu, ' ').trim();
    text = '';
    return taken;
  };
  const put = (prefix: string, suffix = ''): void => {
    const taken = take();
    if (taken !== '') lines.push(`${prefix}${taken}${suffix}`);
  };
  const item = (): void => put(`${'  '.repeat(Math.max(0, lists - 1))}- `);
  const parser = new Parser({
    onopentag(name, { class: classes = '' }) {
      if (skipping > 0 || SKIPPED.has(name) || SKIPPED_CLASS.test(classes)) {
        if (!VOID.has(name)) skipping += 1;
        return;
      }
      if (!VOID.has(name) && (infobox > 0 || /\binfobox\b/u.test(classes))) infobox += 1;
      if (name === 'table') tables += 1;
      else if (name === 'ul' || name === 'ol') {
        if (lists > 0 && tables === 0) item();
        lists += 1;
      } else if (tables > 0 && (name === 'br' || name === 'li')) text = text.trim() === '' ? '' : `${text}, `;
      else if (name === 'th' || name === 'td') text = '';
    },
    ontext(part) {
      if (skipping === 0) text += part;
    },
    onclosetag(name) {
      if (skipping > 0) {
        if (!VOID.has(name)) skipping -= 1;
        return;
      }
      const wasInfobox = infobox > 0;
      if (!VOID.has(name)) infobox = Math.max(0, infobox - 1);
      if (/^h[1-6]$/u.test(name)) put(`${'='.repeat(Number(name[1]))} `, ` ${'='.repeat(Number(name[1]))}`);
      else if (name === 'table') tables = Math.max(0, tables - 1);
      else if (name === 'th' && wasInfobox) field = take();
      else if (name === 'td' && wasInfobox) {
        if (field !== '' && text.trim() !== '') put(`- ${field}: `);
        field = '';
      } else if (name === 'td' || name === 'th') row.push(take());
      else if (name === 'tr' && row.length > 0) {
        lines.push(`| ${row.join(' | ')}`);
        row = [];
      } else if (name === 'ul' || name === 'ol') lists = Math.max(0, lists - 1);
      else if (tables === 0 && name === 'li') item();
      else if (tables === 0 && name === 'p') put('');
    },
  });
  parser.end(html);
  return lines.join('\n');
}
