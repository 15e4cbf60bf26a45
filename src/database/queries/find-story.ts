import type { Sql } from '../database.ts';
import type { Place } from './place.ts';

/** Candidates share at least three fingerprints; copies hold at least this share of the smaller text. */
const CONTAINED = 0.4;
const SHARED = 3;

const text = `
  SELECT story, shared, least FROM (
    SELECT d.id, d.story,
      (SELECT count(*) FROM unnest(d.fingerprint) AS f WHERE f = ANY ($1::int[])) AS shared,
      least(cardinality(d.fingerprint), cardinality($1::int[])) AS least
    FROM document d
    WHERE d.fingerprint && $1::int[] AND d.page_id <> $2
  ) AS candidate
  WHERE shared >= $3::int AND shared >= $4::float8 * least
  ORDER BY id LIMIT 1`;

/** The story that a text belongs to, by its fingerprints; null when no stored document of another page carries the same text. */
export async function findStory(sql: Sql, place: Place, fingerprint: readonly number[]): Promise<string | null> {
  if (fingerprint.length < SHARED) return null;
  const { rows } = await sql.query<{ story: string }>(text, [fingerprint, place.pageId, SHARED, CONTAINED]);
  return rows[0]?.story ?? null;
}
