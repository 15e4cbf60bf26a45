import type { Sql } from '../database.ts';

const text = `
  UPDATE page SET state = 'fetched', content_type = $2, bytes = $3, fetched_at = now(),
         given = given || jsonb_build_object('fetchedOn', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD')),
         error_code = NULL, error_message = NULL
  WHERE id = $1 AND state = 'waiting'`;

/** Archives what a URL returned; the page now waits to be read. */
export async function pageFetched(
  sql: Sql,
  page: { readonly id: string; readonly contentType: string | null; readonly bytes: Uint8Array },
): Promise<void> {
  await sql.query(text, [page.id, page.contentType, page.bytes]);
}
