import type { Sql } from '../database/database.ts';

/** How far the taking-in is: pages by state and documents stored. */
export interface Progress {
  readonly pages: number;
  readonly waiting: number;
  readonly fetched: number;
  readonly read: number;
  readonly quarantined: number;
  readonly documents: number;
  /** Sources that were never polled yet. */
  readonly unpolled: number;
}

const text = `
  SELECT (SELECT count(*) FROM page)::int AS pages,
    (SELECT count(*) FROM page WHERE state = 'waiting')::int AS waiting,
    (SELECT count(*) FROM page WHERE state = 'fetched')::int AS fetched,
    (SELECT count(*) FROM page WHERE state = 'read')::int AS read,
    (SELECT count(*) FROM page WHERE state = 'quarantined')::int AS quarantined,
    (SELECT count(*) FROM document)::int AS documents,
    (SELECT count(*) FROM source WHERE polled_at IS NULL AND failures = 0)::int AS unpolled`;

/** The state of the store at a glance. */
export async function readProgress(sql: Sql): Promise<Progress> {
  return (await sql.query<Progress>(text)).rows[0] as Progress;
}

/** True when nothing waits any more. */
export const isSettled = ({ pages, waiting, fetched, unpolled }: Progress): boolean =>
  pages > 0 && waiting === 0 && fetched === 0 && unpolled === 0;
