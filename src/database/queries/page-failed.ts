import type { Sql } from '../database.ts';

const text = `UPDATE page SET state = $2, error_code = $3, error_message = $4 WHERE id = $1`;

/** Puts a page aside with the reason, where users and operators see it. */
export async function pageFailed(
  sql: Sql,
  page: {
    readonly id: string;
    readonly state: 'quarantined' | 'gone' | 'disallowed';
    readonly code: string;
    readonly message: string;
  },
): Promise<void> {
  await sql.query(text, [page.id, page.state, page.code, page.message]);
}
