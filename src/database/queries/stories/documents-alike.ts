import type { Sql } from '../../database.ts';

/** The documents that carry the same text as one of a page, of its twins, or of an outlet. */
interface Whose {
  readonly pageIds?: readonly string[];
  readonly outletId?: number | null;
}

const text = `
  SELECT DISTINCT l.other_id AS id FROM document d JOIN likeness l ON l.document_id = d.id
  WHERE d.page_id = ANY ($1::bigint[]) OR d.outlet_id = $2::int`;

/** The ids of documents whose stories may change when the given pages' documents change, or their outlet does. */
export async function documentsAlike(sql: Sql, { pageIds = [], outletId = null }: Whose): Promise<readonly string[]> {
  const { rows } = await sql.query<{ id: string }>(text, [pageIds, outletId]);
  return rows.map(({ id }) => id);
}
