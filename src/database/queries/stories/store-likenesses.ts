import { likeness, runsOf, type Side } from '../../../reading/fingerprint/likeness.ts';
import type { Sql } from '../../database.ts';
import { findCandidates } from './find-candidates.ts';

/** A document as it was stored. */
export interface StoredText {
  readonly id: string;
  readonly text: string;
  readonly fingerprint: readonly number[];
}

const remove = 'DELETE FROM likeness WHERE document_id = $1 OR other_id = $1';

const insert = `
  INSERT INTO likeness (document_id, other_id, share, starts, ends)
  SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::real[], $4::int[], $5::int[])`;

/** Compares a document with those of other pages that may carry the same text, and replaces what was known of its likenesses. */
export async function storeLikenesses(sql: Sql, pageId: string, document: StoredText): Promise<void> {
  await sql.query(remove, [document.id]);
  const candidates = await findCandidates(sql, pageId, document.fingerprint);
  const runs = runsOf(document.text);
  const rows = candidates.flatMap(({ id, text }) => {
    const found = likeness(runs, runsOf(text));
    return found ? [rowOf(document.id, id, found.first), rowOf(id, document.id, found.second)] : [];
  });
  if (rows.length === 0) return;
  await sql.query(insert, [
    rows.map(({ id }) => id),
    rows.map(({ other }) => other),
    rows.map(({ share }) => share),
    rows.map(({ starts }) => starts),
    rows.map(({ ends }) => ends),
  ]);
}

const rowOf = (id: string, other: string, side: Side) => ({ id, other, ...side });
