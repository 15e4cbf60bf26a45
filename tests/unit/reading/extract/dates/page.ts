import type { DatedPage } from '../../../../../src/reading/extract/dates/publication.ts';
import { scan } from '../../../../../src/reading/extract/outline/scan.ts';

/** Two paragraphs of an article, without a date. */
export const BODY =
  '<p>Le premier paragraphe parle longuement de la série, de ses acteurs et de son écriture, sans hâte, et ne dit rien du jour où il a paru.</p>' +
  '<p>Le second ajoute que la mise en scène, sobre, sert toujours le récit et ses personnages, quoi que l’on puisse penser de sa fin.</p>';

/** A page as the stages before leave it: the heading is the first h1 to h3 that says "Titre", the main text all long blocks. */
export function pageOf(html: string, facts: Partial<DatedPage> = {}): DatedPage {
  const outline = scan(html);
  const indices = [...outline.blocks.keys()];
  const heading = indices.find(
    (at) => /^h[1-3]$/u.test(outline.blocks[at]?.box.tag ?? '') && outline.blocks[at]?.text === 'Titre',
  );
  const main = indices.filter((at) => (outline.blocks[at]?.text.length ?? 0) > 100);
  return { outline, things: [], article: null, url: null, heading: heading ?? null, main, fetchedOn: null, ...facts };
}
