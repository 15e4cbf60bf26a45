import { createHash } from 'node:crypto';
import { RevueError } from '../../domain/errors.ts';
import type { Document, Reading } from '../../domain/reading.ts';
import type { Sql } from '../database.ts';
import { storeDocument } from './store-document.ts';
import { type StoredOutlet, storeOutlet } from './store-outlet.ts';
import { documentsAlike } from './stories/documents-alike.ts';
import { lockStories } from './stories/lock.ts';
import { retell } from './stories/retell.ts';
import { type StoredText, storeLikenesses } from './stories/store-likenesses.ts';

/**
 * Stores a reading in the transaction that `sql` belongs to, replacing what the page held before.
 * The page whose own URL is the canonical one keeps the documents; its twins (AMP, tracking copies) keep none.
 */
export async function storeReading(sql: Sql, pageId: string, reading: Reading): Promise<void> {
  const url = reading.url ?? '';
  const key = reading.canonicalUrl ?? url;
  // One writer per document, whatever pages it appears on.
  await sql.query('SELECT pg_advisory_xact_lock($1::bigint)', [lockNumber(key)]);
  const { rows } = await sql.query<{ id: string }>('SELECT id FROM page WHERE id = $1 FOR UPDATE', [pageId]);
  if (rows.length === 0)
    throw new RevueError('page-gone', `Page ${pageId} was deleted while it was read.`, 'quarantine');
  const outlet = reading.outlet ? await storeOutlet(sql, reading.outlet) : null;
  const alike = await alikeBefore(sql, pageId, key, outlet);
  const twin = await twinOf(sql, pageId, url, key);
  const documents = twin === null ? reading.documents : [];
  const stored = await storeDocuments(sql, pageId, outlet?.id ?? null, documents);
  await storeOutcomes(sql, pageId, reading, twin);
  await sql.query(
    `UPDATE page SET state = 'read', canonical_url = $2, page_kind = $3, stages = $4, twin_of = $5, read_at = now(),
       error_code = NULL, error_message = NULL WHERE id = $1`,
    [pageId, key, reading.pageKind, JSON.stringify(reading.stages), twin],
  );
  await lockStories(sql);
  for (const document of stored) await storeLikenesses(sql, pageId, document);
  await retell(sql, [...alike, ...stored.map(({ id }) => id)]);
}

/**
 * The documents that were alike to what this page, its twins and, when its kind becomes known, its outlet held before.
 * Whoever finds documents to change waits here for those who tell stories, and not with half of them changed.
 */
async function alikeBefore(
  sql: Sql,
  pageId: string,
  key: string,
  outlet: StoredOutlet | null,
): Promise<readonly string[]> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT DISTINCT g.id FROM page g JOIN document d ON d.page_id = g.id WHERE g.id = $1 OR coalesce(g.canonical_url, g.url) = $2`,
    [pageId, key],
  );
  if (rows.length === 0 && !outlet?.changed) return [];
  await lockStories(sql);
  return await documentsAlike(sql, {
    pageIds: rows.map(({ id }) => id),
    outletId: outlet?.changed ? outlet.id : null,
  });
}

/**
 * The page that keeps the documents of this canonical URL instead of this page, or null when this page does.
 * A page under its canonical URL takes the documents over from twins that came first.
 */
async function twinOf(sql: Sql, pageId: string, url: string, key: string): Promise<string | null> {
  const { rows } = await sql.query<{ id: string; url: string }>(
    `SELECT id, url FROM page
     WHERE coalesce(canonical_url, url) = $2 AND id <> $1 AND state = 'read' AND twin_of IS NULL ORDER BY id`,
    [pageId, key],
  );
  if (url !== key) return rows[0]?.id ?? null;
  for (const twin of rows) {
    await sql.query('DELETE FROM document WHERE page_id = $1', [twin.id]);
    await sql.query('UPDATE page SET twin_of = $2 WHERE id = $1', [twin.id, pageId]);
  }
  return null;
}

async function storeDocuments(
  sql: Sql,
  pageId: string,
  outletId: number | null,
  documents: readonly Document[],
): Promise<readonly StoredText[]> {
  await sql.query('DELETE FROM document WHERE page_id = $1 AND ordinal >= $2', [pageId, documents.length]);
  const stored: StoredText[] = [];
  for (const [ordinal, document] of documents.entries())
    stored.push({ ...document, id: await storeDocument(sql, { pageId, ordinal, outletId }, document) });
  return stored;
}

async function storeOutcomes(sql: Sql, pageId: string, reading: Reading, twin: string | null): Promise<void> {
  await sql.query('DELETE FROM outcome WHERE page_id = $1', [pageId]);
  const outcomes =
    twin === null ? reading.outcomes : [{ kind: 'duplicate', detail: `The same document as ${reading.canonicalUrl}.` }];
  await sql.query(
    `INSERT INTO outcome (page_id, ordinal, kind, detail)
     SELECT $1, n - 1, kind, detail FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS o (kind, detail, n)`,
    [pageId, outcomes.map(({ kind }) => kind), outcomes.map(({ detail }) => detail)],
  );
}

/** A stable 63-bit number for an advisory lock on a text. */
const lockNumber = (text: string): string =>
  (createHash('sha256').update(text).digest().readBigUInt64BE() >> 1n).toString();
