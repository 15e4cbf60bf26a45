import type { Document, SentimentLabel, TonedAttribution } from '../../domain/reading.ts';
import type { Sql } from '../database.ts';
import { toMilli } from '../sentiment-columns.ts';

const text = `
  INSERT INTO contribution (document_id, show, season, weight, passages, opinions, tone_milli, positive, negative, mixed, neutral)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

/**
 * Stores what a document adds to each season that it is about. Nothing for reference pages and listings, which are no press,
 * and nothing for seasons of shows that the document merely mentions. Opinions that a passage only reports are not the document's.
 */
export async function storeContribution(sql: Sql, id: string, document: Document): Promise<void> {
  if (document.kind === 'reference' || document.kind === 'listing') return;
  const about = new Set(document.shows.filter(({ relevance }) => relevance === 'about').map(({ show }) => show));
  for (const { show, season, weight } of document.seasons.filter((each) => about.has(each.show))) {
    const own = document.passages
      .flatMap(({ attributions }) => attributions)
      .filter((each) => each.show === show && each.season === season && each.relation === 'about');
    const opinions = own.filter(({ sentiment }) => sentiment !== null && sentiment.label !== 'neutral');
    const tone = opinions.reduce((sum, { sentiment }) => sum + (toMilli(sentiment) ?? 0), 0);
    const counts = (['positive', 'negative', 'mixed', 'neutral'] as const).map((label) => countOf(own, label));
    await sql.query(text, [id, show, season, weight, own.length, opinions.length, tone, ...counts]);
  }
}

const countOf = (attributions: readonly TonedAttribution[], label: SentimentLabel): number =>
  attributions.filter(({ sentiment }) => sentiment?.label === label).length;
