import type { GivenFacts } from '../../domain/reading.ts';
import type { Sql } from '../database.ts';

const text = `
  INSERT INTO page (url, given, state, content_type, bytes, fetched_at)
  VALUES ($1, $2, 'fetched', $3, $4, now())
  ON CONFLICT (url) DO UPDATE
    SET given = excluded.given, state = 'fetched', content_type = excluded.content_type, bytes = excluded.bytes,
        fetched_at = now(), error_code = NULL, error_message = NULL
  RETURNING id`;

/** Stores a page that came as a file; importing it again replaces it. Resolves to its id. */
export async function importPage(
  sql: Sql,
  page: {
    readonly url: string;
    readonly given: GivenFacts;
    readonly contentType: string | null;
    readonly bytes: Uint8Array;
  },
): Promise<string> {
  const { rows } = await sql.query<{ id: string }>(text, [
    page.url,
    JSON.stringify(page.given),
    page.contentType,
    page.bytes,
  ]);
  return rows[0]?.id ?? '';
}
