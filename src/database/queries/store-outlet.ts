import type { Outlet } from '../../domain/reading.ts';
import type { Sql } from '../database.ts';

/** An outlet as it is stored. `changed`: its kind became known, which moves its documents among those of their day. */
export interface StoredOutlet {
  readonly id: number;
  readonly changed: boolean;
}

/** Stores an outlet; what is known of it stays, what was unknown is filled in. */
export async function storeOutlet(sql: Sql, outlet: Outlet): Promise<StoredOutlet | null> {
  const { rows } = await sql.query<StoredOutlet>(
    `INSERT INTO outlet AS o (domain, name, country, language, kind) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (domain) DO UPDATE SET country = coalesce(o.country, excluded.country),
       language = coalesce(o.language, excluded.language), kind = coalesce(o.kind, excluded.kind)
     RETURNING id, EXISTS (SELECT FROM outlet b WHERE b.domain = $1 AND b.kind IS DISTINCT FROM o.kind) AS changed`,
    [outlet.domain, outlet.name, outlet.country, outlet.language, outlet.kind],
  );
  return rows[0] ?? null;
}
