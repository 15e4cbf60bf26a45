import type { ToneChoice } from '../app-transformer.ts';
import type { Sql } from '../database/database.ts';
import { catalogueVersion, getCatalogue } from '../database/queries/catalogue.ts';
import { createReadingPool, type ReadingPool } from './reading-pool.ts';

/** A change of the catalogue reaches the readers within this time. */
const CHECK_MS = 5_000;

/** Reads pages with the stored catalogue, and starts fresh threads when the catalogue has changed. */
export function createCatalogueReader(
  sql: Sql,
  options: { readonly models: string; readonly tone: ToneChoice | null; readonly threads: number },
): ReadingPool {
  let current: { readonly version: string; readonly pool: ReadingPool } | null = null;
  let checkedAt = 0;
  let renewing: Promise<ReadingPool> | null = null;

  async function renewed(): Promise<ReadingPool> {
    const version = await catalogueVersion(sql);
    checkedAt = Date.now();
    if (current?.version === version) return current.pool;
    const old = current?.pool;
    const stored = await getCatalogue(sql);
    const { models, tone, threads } = options;
    const pool = createReadingPool({ catalogue: stored.catalogue, models, tone }, threads);
    current = { version: stored.version, pool };
    // Pages that the old threads hold are finished; nobody waits for that.
    void old?.close();
    return pool;
  }

  async function poolNow(): Promise<ReadingPool> {
    if (current && Date.now() - checkedAt < CHECK_MS) return current.pool;
    renewing ??= renewed().finally(() => {
      renewing = null;
    });
    return await renewing;
  }

  return {
    read: async (page) => await (await poolNow()).read(page),
    close: async () => {
      await current?.pool.close();
    },
  };
}
