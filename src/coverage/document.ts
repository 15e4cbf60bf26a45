import type { Sql } from '../database/database.ts';
import { fromColumns, REPORTED } from '../database/sentiment-columns.ts';
import type { Sentiment } from '../domain/reading.ts';

/** A passage of a stored document that speaks of a season. */
export interface AttributedPassage {
  readonly passage: number;
  readonly quotation: string;
  readonly show: string;
  readonly season: number;
  readonly relation: string;
  readonly basis: string;
  readonly evidence: string;
  readonly sentiment: Sentiment | null;
  /** The tone of an opinion that the passage only reports, which never counts for the season. */
  readonly reported: Sentiment | null;
}

/** The document that its copies follow: the earliest, then that of the weightiest outlet. */
export interface Lead {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string;
  readonly published: string | null;
}

/** A stored document without its full text, which stays internal: its facts and the passages that count. */
export interface StoredDocument {
  readonly id: string;
  readonly kind: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string;
  readonly published: string | null;
  readonly publishedBasis: string | null;
  readonly language: string;
  readonly rating: { readonly value: number; readonly best: number } | null;
  readonly sentiment: Sentiment | null;
  readonly shows: readonly { readonly show: string; readonly relevance: string; readonly signals: readonly string[] }[];
  /** The story that it belongs to; the document is its lead or one of its copies (ids). */
  readonly story: { readonly lead: Lead; readonly copies: readonly string[] };
  readonly attributions: readonly AttributedPassage[];
  readonly mentions: readonly {
    readonly entity: string | null;
    readonly type: string;
    readonly surface: string;
    readonly count: number;
  }[];
}

const facts = `
  SELECT d.id, d.kind, d.title, o.name AS outlet, coalesce(g.canonical_url, g.url) AS url,
    to_char(d.published, 'YYYY-MM-DD') AS published, d.published_basis AS "publishedBasis", d.language,
    CASE WHEN d.rating_value IS NULL THEN NULL ELSE json_build_object('value', d.rating_value, 'best', d.rating_best) END AS rating,
    d.sentiment_label AS label, d.sentiment_milli AS milli, d.sentiment_confidence AS confidence,
    d.sentiment_basis AS "toneBasis",
    coalesce((SELECT json_agg(json_build_object('show', s.show, 'relevance', s.relevance, 'signals', s.signals))
      FROM document_show s WHERE s.document_id = d.id), '[]') AS shows,
    (SELECT json_build_object(
        'lead', json_build_object('id', l.id::text, 'title', l.title, 'outlet', lo.name,
          'url', coalesce(lg.canonical_url, lg.url), 'published', to_char(l.published, 'YYYY-MM-DD')),
        'copies', array(SELECT c.id::text FROM document c WHERE c.story = d.story AND c.id <> d.story ORDER BY c.id))
      FROM document l JOIN page lg ON lg.id = l.page_id LEFT JOIN outlet lo ON lo.id = l.outlet_id
      WHERE l.id = d.story) AS story
  FROM document d JOIN page g ON g.id = d.page_id LEFT JOIN outlet o ON o.id = d.outlet_id
  WHERE d.id = $1`;

const attributions = `
  SELECT a.passage, p.text AS quotation, a.show, a.season, a.relation, a.basis,
    a.evidence, a.sentiment_label AS label, a.sentiment_milli AS milli, p.sentiment_basis AS "toneBasis", ${REPORTED}
  FROM attribution a JOIN passage p ON p.document_id = a.document_id AND p.ordinal = a.passage
  WHERE a.document_id = $1 ORDER BY a.passage, a.show, a.season`;

const mentions = `
  SELECT entity, type, min(surface) AS surface, count(*)::int AS count FROM mention
  WHERE document_id = $1 GROUP BY entity, type, CASE WHEN entity IS NULL THEN surface END ORDER BY count DESC, surface`;

interface Tone {
  readonly label: string | null;
  readonly milli: number | null;
  readonly confidence?: number | null;
  readonly toneBasis: string | null;
}

/** One stored document; null when there is none of this id. */
export async function getDocument(sql: Sql, id: string): Promise<StoredDocument | null> {
  const { rows } = await sql.query<Omit<StoredDocument, 'sentiment' | 'attributions' | 'mentions'> & Tone>(facts, [id]);
  const row = rows[0];
  if (!row) return null;
  const passages = await sql.query<Omit<AttributedPassage, 'sentiment'> & Tone>(attributions, [id]);
  const named = await sql.query<StoredDocument['mentions'][number]>(mentions, [id]);
  return {
    ...withTone(row),
    attributions: passages.rows.map(withTone),
    mentions: named.rows,
  };
}

function withTone<Row extends Tone>({
  label,
  milli,
  confidence,
  toneBasis,
  ...row
}: Row): Omit<Row, keyof Tone> & { sentiment: Sentiment | null } {
  return { ...row, sentiment: fromColumns(label, milli, toneBasis, confidence ?? 1) };
}
