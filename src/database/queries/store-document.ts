import type { Document, Passage } from '../../domain/reading.ts';
import type { Sql } from '../database.ts';
import { toArrays, toColumns, toMilli } from '../sentiment-columns.ts';
import type { Place } from './place.ts';
import { storeContribution } from './store-contribution.ts';

// A new document is a story of its own until it has been compared; one that is known keeps its story until then.
const upsert = `
  WITH next AS (SELECT nextval(pg_get_serial_sequence('document', 'id')) AS id)
  INSERT INTO document (id, story, page_id, ordinal, outlet_id, kind, title, published, published_precision, published_basis,
    language, language_confidence, rating_value, rating_best, sentiment_label, sentiment_milli, sentiment_confidence,
    sentiment_basis, text, fingerprint)
  OVERRIDING SYSTEM VALUE
  VALUES ((SELECT id FROM next), (SELECT id FROM next),
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
  ON CONFLICT (page_id, ordinal) DO UPDATE SET outlet_id = excluded.outlet_id, kind = excluded.kind,
    title = excluded.title, published = excluded.published, published_precision = excluded.published_precision,
    published_basis = excluded.published_basis, language = excluded.language,
    language_confidence = excluded.language_confidence, rating_value = excluded.rating_value,
    rating_best = excluded.rating_best, sentiment_label = excluded.sentiment_label,
    sentiment_milli = excluded.sentiment_milli, sentiment_confidence = excluded.sentiment_confidence,
    sentiment_basis = excluded.sentiment_basis, text = excluded.text, fingerprint = excluded.fingerprint
  RETURNING id`;

/** Stores one document with all that was understood of it, replacing what stood in its place. Resolves to its id. */
export async function storeDocument(sql: Sql, place: Place, document: Document): Promise<string> {
  const { published, rating, sentiment } = document;
  const { rows } = await sql.query<{ id: string }>(upsert, [
    place.pageId,
    place.ordinal,
    place.outletId,
    document.kind,
    document.title,
    published ? wholeDate(published.date) : null,
    published?.precision ?? null,
    published?.basis ?? null,
    document.language.code,
    document.language.confidence,
    rating?.value ?? null,
    rating?.best ?? null,
    ...toColumns(sentiment),
    document.text,
    document.fingerprint,
  ]);
  const id = rows[0]?.id ?? '';
  for (const table of ['document_show', 'passage', 'contribution']) {
    await sql.query(`DELETE FROM ${table} WHERE document_id = $1`, [id]);
  }
  await storeShows(sql, id, document);
  await storePassages(sql, id, document.passages);
  await storeAttributions(sql, id, document.passages);
  await storeMentions(sql, id, document.passages);
  await storeContribution(sql, id, document);
  return id;
}

/** `2015-06` and `2015` are stored as their first day; the precision stands beside them. */
const wholeDate = (date: string): string => `${date}-01-01`.slice(0, 10);

async function storeShows(sql: Sql, id: string, { shows }: Document): Promise<void> {
  await sql.query(
    `INSERT INTO document_show (document_id, show, relevance, confidence, signals)
     SELECT $1, * FROM unnest($2::text[], $3::text[], $4::real[], $5::jsonb[])`,
    [
      id,
      shows.map((s) => s.show),
      shows.map((s) => s.relevance),
      shows.map((s) => s.confidence),
      shows.map((s) => JSON.stringify(s.signals)),
    ],
  );
}

async function storePassages(sql: Sql, id: string, passages: readonly Passage[]): Promise<void> {
  await sql.query(
    `INSERT INTO passage (document_id, ordinal, starts, ends, text, language, sentiment_label, sentiment_milli,
       sentiment_confidence, sentiment_basis, reported_label, reported_milli, reported_confidence, reported_basis)
     SELECT $1, * FROM unnest($2::int[], $3::int[], $4::int[], $5::text[], $6::text[], $7::text[], $8::int[],
       $9::real[], $10::text[], $11::text[], $12::int[], $13::real[], $14::text[])`,
    [
      id,
      passages.map((_, i) => i),
      passages.map((p) => p.start),
      passages.map((p) => p.end),
      passages.map((p) => p.text),
      passages.map((p) => p.language),
      ...toArrays(passages.map(({ sentiment }) => sentiment)),
      ...toArrays(passages.map(({ reported }) => reported)),
    ],
  );
}

async function storeAttributions(sql: Sql, id: string, passages: readonly Passage[]): Promise<void> {
  const all = passages.flatMap(({ attributions }, passage) => attributions.map((each) => ({ ...each, passage })));
  await sql.query(
    `INSERT INTO attribution (document_id, passage, show, season, relation, basis, evidence, sentiment_label, sentiment_milli)
     SELECT $1, * FROM unnest($2::int[], $3::text[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int[])
     ON CONFLICT DO NOTHING`,
    [
      id,
      all.map((a) => a.passage),
      all.map((a) => a.show),
      all.map((a) => a.season),
      all.map((a) => a.relation),
      all.map((a) => a.basis),
      all.map((a) => a.evidence),
      all.map((a) => a.sentiment?.label ?? null),
      all.map((a) => toMilli(a.sentiment)),
    ],
  );
}

async function storeMentions(sql: Sql, id: string, passages: readonly Passage[]): Promise<void> {
  const all = passages.flatMap(({ mentions }, passage) => mentions.map((each) => ({ ...each, passage })));
  await sql.query(
    `INSERT INTO mention (document_id, passage, starts, ends, entity, type, surface, sentiment_label, sentiment_milli)
     SELECT $1, * FROM unnest($2::int[], $3::int[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int[])
     ON CONFLICT DO NOTHING`,
    [
      id,
      all.map((m) => m.passage),
      all.map((m) => m.start),
      all.map((m) => m.end),
      all.map((m) => m.entity),
      all.map((m) => m.type),
      all.map((m) => m.surface),
      all.map((m) => m.sentiment?.label ?? null),
      all.map((m) => toMilli(m.sentiment)),
    ],
  );
}
