import type { GivenFacts } from '../../domain/reading.ts';
import type { Sql } from '../database.ts';

/** A stored page; `bytes` is null until it was fetched. */
export interface StoredPage {
  readonly id: string;
  readonly url: string;
  readonly state: 'waiting' | 'fetched' | 'read' | 'quarantined' | 'gone' | 'disallowed';
  readonly given: GivenFacts;
  readonly contentType: string | null;
  readonly bytes: Uint8Array | null;
}

const text = `SELECT id, url, state, given, content_type AS "contentType", bytes FROM page WHERE id = $1`;

/** One page with its archived bytes; null when it does not exist (any more). */
export async function getPage(sql: Sql, id: string): Promise<StoredPage | null> {
  const { rows } = await sql.query<StoredPage>(text, [id]);
  return rows[0] ?? null;
}
