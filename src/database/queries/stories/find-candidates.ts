import type { Sql } from '../../database.ts';
import { telling } from './common-prints.ts';

/** A stored document that may carry the same text. */
export interface Candidate {
  readonly id: string;
  readonly text: string;
}

/** Fingerprints that candidates share at least, and how many candidates are compared at most: those that share most. */
const SHARED = 3;
const MOST = 400;
/** A fingerprint that stands in more documents than this is common from then on. */
const COMMON = 500;

// One search a fingerprint: for `fingerprint && $1` PostgreSQL expects half of the table and reads it from end to end.
const text = `
  WITH hit AS MATERIALIZED (
    SELECT print, d.id, d.published FROM unnest($1::int[]) AS print
      CROSS JOIN LATERAL (SELECT id, published FROM document WHERE fingerprint @> ARRAY[print] AND page_id <> $2) AS d
  ), learnt AS (
    INSERT INTO common_print (print, documents)
    SELECT print, count(*) FROM hit GROUP BY print HAVING count(*) > $3
    ON CONFLICT (print) DO UPDATE SET documents = excluded.documents
  )
  SELECT id, (SELECT text FROM document WHERE document.id = best.id) AS text FROM (
    SELECT id, count(*) AS shared FROM hit GROUP BY id, published HAVING count(*) >= $4
    ORDER BY shared DESC, published, id LIMIT $5) AS best`;

// Left to itself, PostgreSQL compiles the query, which takes fifty times as long as running it, and reads a table of some
// thousand documents from end to end for every fingerprint. For the transaction only.
const plan = "SELECT set_config('jit', 'off', true), set_config('enable_seqscan', $1, true)";

/**
 * The documents of other pages that share most fingerprints with a text; a copy is among them.
 * Takes note of fingerprints that turn out to be common. `common` is for tests.
 */
export async function findCandidates(
  sql: Sql,
  pageId: string,
  fingerprint: readonly number[],
  common = COMMON,
): Promise<readonly Candidate[]> {
  if (fingerprint.length < SHARED) return [];
  const prints = await telling(sql, fingerprint);
  await sql.query(plan, ['off']);
  const { rows } = await sql.query<Candidate>(text, [prints, pageId, common, SHARED, MOST]);
  await sql.query(plan, ['on']);
  return rows;
}
