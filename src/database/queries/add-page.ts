import type { GivenFacts } from '../../domain/reading.ts';
import type { Sql } from '../database.ts';

const text = `
  INSERT INTO page (url, source_id, given) VALUES ($1, $2, $3)
  ON CONFLICT (url) DO UPDATE SET given = page.given || excluded.given WHERE page.state = 'waiting'
  RETURNING id, state`;

/** Notes a URL to fetch (normalised). Resolves to the page's id, or null when the URL is known and needs nothing. */
export async function addPage(
  sql: Sql,
  page: { readonly url: string; readonly sourceId: number | null; readonly given: GivenFacts },
): Promise<string | null> {
  const { rows } = await sql.query<{ id: string; state: string }>(text, [
    page.url,
    page.sourceId,
    JSON.stringify(page.given),
  ]);
  return rows[0]?.id ?? null;
}
