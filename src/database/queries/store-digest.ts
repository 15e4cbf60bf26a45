import type { Sql } from '../database.ts';

const text = `
  INSERT INTO digest (show, starts, ends, content) VALUES ($1, $2, $3, $4)
  ON CONFLICT (show, starts, ends) DO UPDATE SET content = excluded.content, created_at = now()`;

/** Stores a digest, replacing the one of the same show and period. */
export async function storeDigest(
  sql: Sql,
  digest: { readonly show: string; readonly start: string; readonly end: string },
): Promise<void> {
  await sql.query(text, [digest.show, digest.start, digest.end, JSON.stringify(digest)]);
}
