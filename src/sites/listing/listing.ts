import type { Block, ExtractedPage } from '../../domain/extraction.ts';
import { pageOf } from '../../reading/extract/article.ts';
import { textBlocks } from '../../reading/extract/main-text/text-blocks.ts';
import { blockBox, isIn } from '../../reading/extract/outline/outline.ts';
import { textPage } from '../../reading/extract/plain-text.ts';
import type { HtmlPage, SiteAdapter, TextPage } from '../../reading/extract/site.ts';
import { folded } from '../../reading/extract/text.ts';
import rules from './fields.json' with { type: 'json' };

/** A trade's listing of a programme: fields (Director, Producer, Cast …), a synopsis, then other programmes, which are left out. */
export const listing: SiteAdapter = { name: 'listing', version: '2020-01-01', html: readHtml, text: readText };

/** Field lines that make a listing. */
const FEWEST = 3;
const field = /^([\p{L} ]{3,24}):/u;

const isField = (line: string): boolean => rules.fields.includes(field.exec(line)?.[1]?.trim().toLowerCase() ?? '');

function readText(page: TextPage): ExtractedPage | null {
  const lines = page.lines.map(folded).filter((line) => line !== '' && !rules.noise.includes(line.toLowerCase()));
  if (lines.filter(isField).length < FEWEST) return null;
  const end = lines.findIndex((line) => rules.end.includes(line.toLowerCase()));
  const own = lines.slice(0, end < 0 ? undefined : end);
  const trail = own.find((line) => line.includes(' > '));
  const title = page.given.title ?? trail?.split(' > ').at(-1)?.trim() ?? null;
  const blocks = own
    .filter((line) => line !== trail && line !== title)
    .map((text): Block => ({ kind: isField(text) ? 'item' : 'paragraph', text }));
  return textPage(page, 'listing', [{ kind: 'listing', title, blocks }]);
}

function readHtml(page: HtmlPage): ExtractedPage | null {
  if (page.facts.article !== null) return null;
  const { blocks } = page.outline;
  const fields = blocks.flatMap(({ text }, i) => (isLabel(text) ? [i] : []));
  if (new Set(fields.map((i) => labelOf(blocks[i]?.text ?? ''))).size < FEWEST) return null;
  const from = Math.min(fields[0] ?? 0, page.main[0] ?? blocks.length);
  const others = blocks.findIndex(({ text }, i) => i > from && rules.end.includes(text.toLowerCase()));
  const own = blocks.flatMap(({ box, linked, text }, i) => {
    const isOwn = i >= from && (others < 0 || i < others) && text !== page.facts.title;
    const isFurniture = box.hidden || FURNITURE.some((family) => isIn(box, family, 3)) || blockBox(box).tag === 'h1';
    return isOwn && !isFurniture && (linked < text.length / 2 || text.length < SHORT) ? [i] : [];
  });
  const { title, published, modified } = page.facts;
  const document = { kind: 'listing', title, author: null, published, modified, rating: null, season: null } as const;
  const text = textBlocks(blocks, own);
  return pageOf(page, 'listing', text.length > 0 ? [{ ...document, blocks: text }] : []);
}

/** Names of people in a field are links; longer linked texts lead elsewhere. */
const SHORT = 60;
const FURNITURE = ['side', 'related', 'share', 'plea'] as const;

const labelOf = (text: string): string => (text.split(':')[0] ?? '').trim().toLowerCase();
const isLabel = (text: string): boolean => rules.fields.includes(labelOf(text));
