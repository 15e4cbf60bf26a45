import type { Sql } from '../../database.ts';

/** Any number that no other lock uses. */
const LOCK = 731_205_032;

/**
 * Lets one transaction at a time tell stories, until it ends: two copies that are stored at once still meet, because the
 * second one looks when the first is there to be seen.
 * Whoever changes or removes documents that others can see takes it before that, so that nobody waits for each other.
 */
export async function lockStories(sql: Sql): Promise<void> {
  await sql.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
}
