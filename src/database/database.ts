import type { Pool } from 'pg';

/** Rows of one query. `rowCount` counts changed rows for writes. */
export interface Result<Row> {
  readonly rows: readonly Row[];
  readonly rowCount: number;
}

/** Something that runs SQL: a database, or one transaction on it. int8 and numeric arrive as strings, as node-postgres does. */
export interface Sql {
  readonly query: <Row>(text: string, parameters?: readonly unknown[]) => Promise<Result<Row>>;
}

/**
 * One PostgreSQL database, embedded or on a server; the same SQL runs on both.
 * `pool` is pg.Pool-shaped and is what BullMQ's PostgreSQL backend runs on in embedded mode.
 */
export interface Database extends Sql {
  readonly kind: 'embedded' | 'server';
  /** Runs `work` in one transaction: all of it is stored or nothing. Deadlocks and serialisation failures are tried again. */
  readonly transaction: <T>(work: (sql: Sql) => Promise<T>) => Promise<T>;
  readonly pool: Pool;
  readonly close: () => Promise<void>;
}

/** How often a transaction is tried when PostgreSQL asks for it (40001 serialisation failure, 40P01 deadlock). */
const TRIES = 4;

/** A database over a pg.Pool or anything of its shape. */
export function overPool(kind: Database['kind'], pool: Pool, close: () => Promise<void>): Database {
  const query: Sql['query'] = async (text, parameters) => {
    const { rows, rowCount } = await pool.query(text, parameters as unknown[] | undefined);
    return { rows, rowCount: rowCount ?? 0 };
  };
  return { kind, query, pool, close, transaction: (work) => transaction(pool, work, TRIES) };
}

async function transaction<T>(pool: Pool, work: (sql: Sql) => Promise<T>, tries: number): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work({
      query: async (text, parameters) => {
        const { rows, rowCount } = await client.query(text, parameters as unknown[] | undefined);
        return { rows, rowCount: rowCount ?? 0 };
      },
    });
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    if (tries > 1 && ['40001', '40P01'].includes(sqlState(error))) return await transaction(pool, work, tries - 1);
    throw error;
  } finally {
    client.release();
  }
}

/** PostgreSQL's five-character error code, or the system's (`ECONNREFUSED`); empty when the error has none. */
export function sqlState(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** True when the database could not be reached or is restarting: the work is sound and should simply wait. */
export function isDatabaseAway(error: unknown): boolean {
  const code = sqlState(error);
  const message = error instanceof Error ? error.message : '';
  return /^(?:08|57P0)/u.test(code) || /^E(?:CONN|PIPE)/u.test(code) || message.startsWith('Connection terminated');
}
