import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RevueError } from '../domain/errors.ts';
import type { Database } from './database.ts';

/** Any number will do; all Revue processes must use the same one, so that one of them migrates while the others wait. */
const LOCK = 731_205_031;

/**
 * Brings the schema `revue` up to date: runs the numbered files of `directory` that have not run yet, in order, in one transaction.
 * Fails with `database-too-new` (fatal) when a newer Revue has migrated this database. Resolves to the numbers that ran.
 */
export async function migrate(database: Database, directory: string): Promise<readonly number[]> {
  const files = readdirSync(directory)
    .filter((name) => /^\d{4}_.+\.sql$/u.test(name))
    .sort();
  const newest = Math.max(0, ...files.map(numberOf));
  return await database.transaction(async (sql) => {
    await sql.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await sql.query('CREATE SCHEMA IF NOT EXISTS revue');
    await sql.query(
      'CREATE TABLE IF NOT EXISTS revue.migration (number int PRIMARY KEY, ran_at timestamptz NOT NULL DEFAULT now())',
    );
    const ran = new Set(
      (await sql.query<{ number: number }>('SELECT number FROM revue.migration')).rows.map(({ number }) => number),
    );
    const ahead = [...ran].filter((number) => number > newest);
    if (ahead.length > 0) throw tooNew(Math.max(...ahead), newest);
    const due = files.filter((name) => !ran.has(numberOf(name)));
    for (const name of due) {
      await sql.query(readFileSync(join(directory, name), 'utf8'));
      await sql.query('INSERT INTO revue.migration (number) VALUES ($1)', [numberOf(name)]);
    }
    return due.map(numberOf);
  });
}

const numberOf = (name: string): number => Number(name.slice(0, 4));

const tooNew = (found: number, known: number): RevueError =>
  new RevueError(
    'database-too-new',
    `This database was migrated to version ${found}; this Revue knows versions up to ${known}. Run the newer Revue.`,
    'fatal',
  );
