import type { Sql } from '../../database.ts';
import { type Like, tellStories } from './tell-stories.ts';

// A date known to the month or the year counts as its last day: nobody knows that the document stood before that.
// The kinds of outlets are those of `outlet.kind`; most outlets of unknown kind are newspapers.
const documents = `
  WITH RECURSIVE part (id) AS (
    SELECT id FROM document WHERE id = ANY ($1::bigint[])
    UNION SELECT l.other_id FROM part JOIN likeness l ON l.document_id = part.id
  )
  SELECT d.id, d.story FROM part JOIN document d ON d.id = part.id
    JOIN page g ON g.id = d.page_id LEFT JOIN outlet o ON o.id = d.outlet_id
  ORDER BY CASE d.published_precision
      WHEN 'month' THEN (d.published + interval '1 month' - interval '1 day')::date
      WHEN 'year' THEN (d.published + interval '1 year' - interval '1 day')::date
      ELSE d.published END NULLS LAST,
    coalesce(array_position(ARRAY['press', 'trade', 'unknown', 'blog', 'audience', 'reference'], coalesce(o.kind, 'unknown')), 9),
    coalesce(g.canonical_url, g.url) COLLATE "C", d.ordinal`;

const likes = `
  SELECT document_id AS document, other_id AS other, share, starts, ends FROM likeness
  WHERE document_id = ANY ($1::bigint[])`;

const update = `
  UPDATE document d SET story = told.story FROM unnest($1::bigint[], $2::bigint[]) AS told (id, story)
  WHERE d.id = told.id`;

/**
 * Tells the stories of the given documents anew, with those of all documents that they are alike to, directly or through others.
 * The leads come first by date (undated last), then by kind of outlet, then by URL; never by arrival.
 * The caller holds the lock of the stories; ids of documents that are gone do no harm.
 */
export async function retell(sql: Sql, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await sql.query<{ id: string; story: string }>(documents, [ids]);
  const order = rows.map(({ id }) => id);
  const told = tellStories(order, (await sql.query<Like>(likes, [order])).rows);
  const changed = rows.filter(({ id, story }) => told.get(id) !== story);
  if (changed.length === 0) return;
  await sql.query(update, [changed.map(({ id }) => id), changed.map(({ id }) => told.get(id))]);
}
