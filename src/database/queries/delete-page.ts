import type { Sql } from '../database.ts';

/** Removes a page and everything that was read from it. */
export async function deletePage(sql: Sql, id: string): Promise<void> {
  await sql.query('DELETE FROM page WHERE id = $1', [id]);
}
