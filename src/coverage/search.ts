import type { Sql } from '../database/database.ts';
import { fromColumns } from '../database/sentiment-columns.ts';
import type { Sentiment } from '../domain/reading.ts';
import { type CoverageFilter, documentKinds } from './filter.ts';

/** One document in a search result. */
export interface Found {
  readonly id: string;
  readonly kind: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string;
  readonly published: string | null;
  readonly language: string;
  readonly seasons: readonly number[];
  readonly sentiment: Sentiment | null;
}

interface Row extends Omit<Found, 'sentiment'> {
  readonly label: string | null;
  readonly milli: number | null;
  readonly confidence: number | null;
  readonly toneBasis: string | null;
}

/** A query matches as plain text, without regard to case. */
const text = `
  SELECT d.id, d.kind, d.title, o.name AS outlet, coalesce(g.canonical_url, g.url) AS url,
    to_char(d.published, 'YYYY-MM-DD') AS published, d.language,
    array(SELECT c.season FROM contribution c WHERE c.document_id = d.id AND c.show = $1 ORDER BY c.weight DESC, c.season) AS seasons,
    d.sentiment_label AS label, d.sentiment_milli AS milli, d.sentiment_confidence AS confidence,
    d.sentiment_basis AS "toneBasis"
  FROM document d
    JOIN document_show s ON s.document_id = d.id AND s.show = $1 AND s.relevance = 'about'
    JOIN page g ON g.id = d.page_id
    LEFT JOIN outlet o ON o.id = d.outlet_id
  WHERE ($2::int[] IS NULL OR EXISTS
      (SELECT FROM contribution c WHERE c.document_id = d.id AND c.show = $1 AND c.season = ANY ($2)))
    AND ($3::text[] IS NULL OR d.language = ANY ($3))
    AND ($4::text[] IS NULL OR d.kind = ANY ($4))
    AND ($5::date IS NULL OR d.published >= $5)
    AND ($6::date IS NULL OR d.published < $6)
    AND ($7::text IS NULL OR position(lower($7) IN lower(coalesce(d.title, '') || ' ' || d.text)) > 0)
  ORDER BY d.published DESC NULLS LAST, d.id DESC LIMIT $8 OFFSET $9`;

/** Documents about a show, newest first. */
export async function searchCoverage(
  sql: Sql,
  filter: CoverageFilter,
  page: { readonly query: string | null; readonly limit: number; readonly offset: number },
): Promise<readonly Found[]> {
  const { show, seasons, languages, start, end } = filter;
  const kinds = documentKinds(filter.kinds);
  const values = [show, seasons, languages, kinds, start, end, page.query, page.limit, page.offset];
  const { rows } = await sql.query<Row>(text, values);
  return rows.map(({ label, milli, confidence, toneBasis, ...row }) => ({
    ...row,
    sentiment: fromColumns(label, milli, toneBasis, confidence),
  }));
}
