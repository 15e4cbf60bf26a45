import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { type Database, overPool } from './database.ts';
import { embeddedPool } from './embedded-pool.ts';
import { takeOwnership } from './owner.ts';

/**
 * PostgreSQL inside this process, on disk under `directory`, owned by this process alone.
 * Fails with `data-in-use` (fatal) when another process owns the directory: PGlite itself would silently lose rows.
 */
export async function openEmbedded(directory: string): Promise<Database> {
  mkdirSync(directory, { recursive: true });
  const release = await takeOwnership(directory);
  const db = await PGlite.create(join(directory, 'postgres'));
  return overEmbedded(db, release);
}

/** True when `directory` holds an embedded database already. */
export const hasEmbedded = (directory: string): boolean => existsSync(join(directory, 'postgres', 'PG_VERSION'));

/** A database over an open PGlite; `release` runs after it is closed. */
export async function overEmbedded(db: PGlite, release: () => Promise<void>): Promise<Database> {
  // One session serves everybody: our tables first, then BullMQ's, whose names differ.
  await db.exec('SET search_path = revue, bullmq, public');
  return overPool('embedded', embeddedPool(db), async () => {
    await db.close();
    await release();
  });
}
