import type { Sql } from '../database/database.ts';
import { fromColumns, REPORTED } from '../database/sentiment-columns.ts';
import type { AttributionBasis, AttributionRelation, Sentiment } from '../domain/reading.ts';
import { type CoverageFilter, documentKinds } from './filter.ts';

/** One sentence behind a figure: what it says, why it counts for the season, and where it stands. */
export interface Evidence {
  readonly documentId: string;
  readonly passage: number;
  readonly quotation: string;
  readonly season: number;
  readonly relation: AttributionRelation;
  readonly basis: AttributionBasis;
  readonly evidence: string;
  /** The tone of the words about the season; its basis is that of the whole sentence. */
  readonly sentiment: Sentiment | null;
  /** The tone of an opinion that the sentence only reports, which never counts for the season. */
  readonly reported: Sentiment | null;
  readonly language: string;
  readonly published: string | null;
  readonly title: string | null;
  readonly kind: string;
  readonly outlet: string | null;
  readonly url: string;
}

/** Longest quotation given out: short quotations are allowed, whole texts are not. */
const QUOTATION = 400;

interface Row extends Omit<Evidence, 'sentiment'> {
  readonly label: string | null;
  readonly milli: number | null;
  readonly toneBasis: string | null;
}

/** `$7` orders: strongest first (by size of tone) or newest first. */
const text = `
  SELECT d.id AS "documentId", a.passage, left(p.text, ${QUOTATION}) AS quotation,
    a.season, a.relation, a.basis, a.evidence, a.sentiment_label AS label, a.sentiment_milli AS milli,
    p.sentiment_basis AS "toneBasis", ${REPORTED}, d.language,
    to_char(d.published, 'YYYY-MM-DD') AS published, d.title, d.kind, o.name AS outlet, coalesce(g.canonical_url, g.url) AS url
  FROM attribution a
    JOIN passage p ON p.document_id = a.document_id AND p.ordinal = a.passage
    JOIN document d ON d.id = a.document_id
    JOIN contribution c ON c.document_id = d.id AND c.show = a.show AND c.season = a.season
    JOIN page g ON g.id = d.page_id
    LEFT JOIN outlet o ON o.id = d.outlet_id
  WHERE a.show = $1 AND a.relation = 'about'
    AND ($2::int[] IS NULL OR a.season = ANY ($2))
    AND ($3::text[] IS NULL OR d.language = ANY ($3))
    AND ($4::text[] IS NULL OR d.kind = ANY ($4))
    AND ($5::date IS NULL OR d.published >= $5)
    AND ($6::date IS NULL OR d.published < $6)
    AND d.published IS NOT NULL
  ORDER BY CASE WHEN $7 = 'strongest' THEN coalesce(abs(a.sentiment_milli), 0) END DESC, d.published DESC, d.id, a.passage
  LIMIT $8 OFFSET $9`;

/** The sentences behind a part of the coverage, strongest tone or newest first. */
export async function findEvidence(
  sql: Sql,
  filter: CoverageFilter,
  page: { readonly order: 'strongest' | 'newest'; readonly limit: number; readonly offset: number },
): Promise<readonly Evidence[]> {
  const { show, seasons, languages, start, end } = filter;
  const kinds = documentKinds(filter.kinds);
  const values = [show, seasons, languages, kinds, start, end, page.order, page.limit, page.offset];
  const { rows } = await sql.query<Row>(text, values);
  return rows.map(({ label, milli, toneBasis, ...row }) => ({
    ...row,
    sentiment: fromColumns(label, milli, toneBasis),
  }));
}
