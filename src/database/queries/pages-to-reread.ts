import type { Sql } from '../database.ts';

const text = `
  UPDATE page SET state = 'fetched'
  WHERE state IN ('read', 'quarantined') AND bytes IS NOT NULL AND ($2 OR stages IS DISTINCT FROM $1::jsonb)
  RETURNING id`;

/** Marks pages to be read again: those that other versions of the stages read, or all of them. Resolves to their ids. */
export async function pagesToReread(
  sql: Sql,
  stages: Readonly<Record<string, string>>,
  all: boolean,
): Promise<readonly string[]> {
  return (await sql.query<{ id: string }>(text, [JSON.stringify(stages), all])).rows.map(({ id }) => id);
}
