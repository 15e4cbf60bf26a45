import pg from 'pg';
import { RevueError } from '../domain/errors.ts';
import { type Database, overPool } from './database.ts';

/** A database on a PostgreSQL server. Fails with `database-unreachable` (fatal) when nobody answers at that address. */
export async function openServer(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 10, options: '-c search_path=revue,public', keepAlive: true });
  // A connection that breaks while idle is replaced by the pool; without a handler it would end the process.
  pool.on('error', () => undefined);
  try {
    await pool.query('SELECT 1');
  } catch (cause) {
    await pool.end();
    const where = new URL(url).host || 'the given address';
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new RevueError(
      'database-unreachable',
      `PostgreSQL at ${where} cannot be used (${why}). Check DATABASE_URL.`,
      'fatal',
      { cause },
    );
  }
  return overPool('server', pool, () => pool.end());
}
