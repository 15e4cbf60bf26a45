import type { Sql } from '../../database.ts';

/** Rarest common fingerprints that are looked up of a text which has little else: a wire text that a thousand papers print. */
const RAREST = 8;

const text = `
  SELECT print, common.documents FROM unnest($1::int[]) AS print LEFT JOIN common_print AS common USING (print)
  ORDER BY common.documents, print`;

/** The fingerprints worth looking up: those that are not common, and the rarest common ones where these are half of a text or more. */
export async function telling(sql: Sql, fingerprint: readonly number[]): Promise<readonly number[]> {
  const { rows } = await sql.query<{ print: number; documents: number | null }>(text, [fingerprint]);
  const common = rows.filter(({ documents }) => documents !== null);
  const rare = rows.filter(({ documents }) => documents === null);
  const chosen = common.length * 2 < rows.length ? rare : [...rare, ...common.slice(0, RAREST)];
  return chosen.map(({ print }) => print);
}
