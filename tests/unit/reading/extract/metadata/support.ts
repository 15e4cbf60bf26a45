import type { Thing } from '../../../../../src/reading/extract/json-ld.ts';
import { articleThing } from '../../../../../src/reading/extract/metadata/article-thing.ts';
import type { MetadataPage } from '../../../../../src/reading/extract/metadata/page.ts';
import { scan } from '../../../../../src/reading/extract/outline/scan.ts';

/** A page as the readers of metadata see it; its JSON-LD must be well-formed. */
export function pageOf(
  html: string,
  url: string | null = 'https://www.courrier.example/series/un-titre',
): MetadataPage {
  const outline = scan(html, url);
  const things = outline.head.jsonLd.flatMap((source) => nested(JSON.parse(source)));
  const main = [...outline.blocks.keys()].filter((i) => (outline.blocks[i]?.text.length ?? 0) > 80);
  return { outline, things, article: articleThing(things), url, main };
}

/** A script element that holds structured data. */
export const jsonLd = (...things: readonly unknown[]): string =>
  things.map((thing) => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`).join('');

const nested = (value: unknown): readonly Thing[] => {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(nested);
  return Array.isArray(value) ? inside : [value as Thing, ...inside];
};

/** Two paragraphs of running text. */
export const text =
  '<p>Le premier paragraphe parle longuement de la série, de ses acteurs et de son écriture, sans hâte.</p><p>Le second ajoute que la mise en scène, sobre, sert toujours le récit et ses personnages.</p>';
