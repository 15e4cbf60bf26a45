import type { Outlet } from '../../domain/reading.ts';
import type { Sql } from '../database.ts';

export type SourceKind = 'feed' | 'sitemap' | 'list';

/** Something that is polled. `outlet` holds what is known of its publisher and wins over what pages say. */
export interface Source {
  readonly id: number;
  readonly kind: SourceKind;
  readonly url: string;
  readonly outlet: Partial<Outlet>;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly polledAt: Date | null;
  readonly nextPollAt: Date;
  readonly failures: number;
  readonly lastError: string | null;
}

const columns = `id, kind, url, outlet, etag, last_modified AS "lastModified", polled_at AS "polledAt",
  next_poll_at AS "nextPollAt", failures, last_error AS "lastError"`;

/** All sources, oldest first. */
export async function listSources(sql: Sql): Promise<readonly Source[]> {
  return (await sql.query<Source>(`SELECT ${columns} FROM source ORDER BY id`)).rows;
}

/** Sources whose next poll is due. */
export async function dueSources(sql: Sql): Promise<readonly { readonly id: number }[]> {
  return (await sql.query<{ id: number }>('SELECT id FROM source WHERE next_poll_at <= now() ORDER BY id')).rows;
}

/** One source; null when it does not exist. */
export async function getSource(sql: Sql, id: number): Promise<Source | null> {
  return (await sql.query<Source>(`SELECT ${columns} FROM source WHERE id = $1`, [id])).rows[0] ?? null;
}

/** Adds a source, or renews what is known of its outlet; resolves to its id. */
export async function addSource(
  sql: Sql,
  source: { readonly kind: SourceKind; readonly url: string; readonly outlet: Partial<Outlet> },
): Promise<number> {
  const { rows } = await sql.query<{ id: number }>(
    `INSERT INTO source (kind, url, outlet) VALUES ($1, $2, $3)
     ON CONFLICT (url) DO UPDATE SET outlet = source.outlet || excluded.outlet RETURNING id`,
    [source.kind, source.url, JSON.stringify(source.outlet)],
  );
  return rows[0]?.id ?? 0;
}

/** Removes a source by its URL; its pages stay. Resolves to whether there was one. */
export async function removeSource(sql: Sql, url: string): Promise<boolean> {
  return (await sql.query('DELETE FROM source WHERE url = $1', [url])).rowCount > 0;
}

/** Notes the end of a poll: validators for the next conditional request, and when that is due. */
export async function sourcePolled(
  sql: Sql,
  poll: {
    readonly id: number;
    readonly etag: string | null;
    readonly lastModified: string | null;
    readonly nextInMinutes: number;
  },
): Promise<void> {
  await sql.query(
    `UPDATE source SET etag = $2, last_modified = $3, polled_at = now(), failures = 0, last_error = NULL,
       next_poll_at = now() + make_interval(mins => $4) WHERE id = $1`,
    [poll.id, poll.etag, poll.lastModified, poll.nextInMinutes],
  );
}

/** Notes a failed poll; each failure doubles the wait, up to a day. */
export async function sourceFailed(sql: Sql, id: number, message: string): Promise<void> {
  await sql.query(
    `UPDATE source SET failures = failures + 1, last_error = $2,
       next_poll_at = now() + make_interval(mins => least(1440, 5 * power(2, least(failures, 9)))::int) WHERE id = $1`,
    [id, message],
  );
}
