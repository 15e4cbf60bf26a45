import type { Catalogue, Entity, Show } from '../../domain/catalogue.ts';
import type { Sql } from '../database.ts';

/** The stored catalogue with its version, which changes whenever anything in it does. */
export async function getCatalogue(sql: Sql): Promise<{ readonly catalogue: Catalogue; readonly version: string }> {
  const version = await catalogueVersion(sql);
  const shows = await sql.query<{ definition: Show }>('SELECT definition FROM show ORDER BY id');
  const shared = await sql.query<{ definition: Entity[] }>('SELECT definition FROM shared_entities');
  return {
    version,
    catalogue: { shows: shows.rows.map(({ definition }) => definition), entities: shared.rows[0]?.definition ?? [] },
  };
}

/** The version of the stored catalogue; `0` while it is empty. */
export async function catalogueVersion(sql: Sql): Promise<string> {
  const { rows } = await sql.query<{ version: string }>(
    `SELECT coalesce(extract(epoch FROM max(updated_at)), 0)::text || '-' || count(*) AS version
     FROM (SELECT updated_at FROM show UNION ALL SELECT updated_at FROM shared_entities) AS part`,
  );
  return rows[0]?.version ?? '0';
}

/** Stores a show, replacing the one of the same id. */
export async function storeShow(sql: Sql, show: Show): Promise<void> {
  await sql.query(
    `INSERT INTO show (id, title, definition) VALUES ($1, $2, $3)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, definition = excluded.definition, updated_at = clock_timestamp()`,
    [show.id, show.title, JSON.stringify(show)],
  );
}

/** Stores the entities that belong to no single show. */
export async function storeSharedEntities(sql: Sql, entities: readonly Entity[]): Promise<void> {
  await sql.query(
    `INSERT INTO shared_entities (definition) VALUES ($1)
     ON CONFLICT (singleton) DO UPDATE SET definition = excluded.definition, updated_at = clock_timestamp()`,
    [JSON.stringify(entities)],
  );
}
