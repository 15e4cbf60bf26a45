import type { Sql } from '../database.ts';

const text = `
  SELECT id, state FROM page
  WHERE state IN ('waiting', 'fetched') AND created_at < now() - make_interval(secs => $1)
  ORDER BY id LIMIT 5000`;

/** Pages that still wait to be fetched or read and are older than `seconds`: what queues may have forgotten. */
export async function unfinishedPages(
  sql: Sql,
  seconds: number,
): Promise<readonly { readonly id: string; readonly state: 'waiting' | 'fetched' }[]> {
  return (await sql.query<{ id: string; state: 'waiting' | 'fetched' }>(text, [seconds])).rows;
}
