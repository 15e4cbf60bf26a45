import type { Block, ExtractedPage } from '../../domain/extraction.ts';
import { textPage } from '../../reading/extract/plain-text.ts';
import type { SiteAdapter, TextPage } from '../../reading/extract/site.ts';
import { folded } from '../../reading/extract/text.ts';
import { type Line, withoutLeftOut } from './sections.ts';
import { readHtml } from './wikipedia-html.ts';

/** A page of Wikipedia, as HTML and in the text form with `= Title =` and `== Section ==`: one reference document, no press. */
export const wikipedia: SiteAdapter = { name: 'wikipedia', version: '2023-01-01', html: readHtml, text: readText };

const heading = /^(={1,6})\s*(.+?)\s*\1$/u;

function readText(page: TextPage): ExtractedPage | null {
  const first = page.lines.find((line) => line !== '') ?? '';
  const title = /^=\s*([^=].*?)\s*=$/u.exec(first)?.[1];
  if (title === undefined || page.lines.filter((line) => heading.test(line)).length < 3) return null;
  const lines = page.lines.slice(page.lines.indexOf(first) + 1).filter((line) => line !== '');
  const blocks = withoutLeftOut(lines.map(lineOf));
  return textPage(page, 'reference', [{ kind: 'reference', title: page.given.title ?? title, blocks }]);
}

function lineOf(line: string): Line {
  const section = heading.exec(line);
  return { level: section?.[1]?.length ?? null, block: blockOf(line, section?.[2]) };
}

function blockOf(line: string, section: string | undefined): Block {
  if (section !== undefined) return { kind: 'heading', text: folded(section) };
  const item = /^[-*•]\s+(.*)$/u.exec(line)?.[1];
  return item === undefined ? { kind: 'paragraph', text: folded(line) } : { kind: 'item', text: folded(item) };
}
