import { loadCatalogue } from './catalogue/load.ts';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import { openEmbedded } from './database/embedded.ts';
import { migrate } from './database/migrate.ts';
import { getCatalogue, storeSharedEntities, storeShow } from './database/queries/catalogue.ts';
import { openServer } from './database/server.ts';
import { paths } from './paths.ts';

/** Opens the database that the configuration names, migrated and with the catalogue that ships. */
export async function openStore(config: Config): Promise<Database> {
  const database = config.DATABASE_URL ? await openServer(config.DATABASE_URL) : await openEmbedded(config.DATA_DIR);
  try {
    await migrate(database, paths.migrations);
    await seedCatalogue(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/** Adds the shows that ship and are not stored yet; shows that users changed stay as they are. */
async function seedCatalogue(database: Database): Promise<void> {
  const stored = (await getCatalogue(database)).catalogue;
  const shipped = await loadCatalogue(paths.catalogue);
  const known = new Set(stored.shows.map(({ id }) => id));
  const missing = shipped.shows.filter(({ id }) => !known.has(id));
  await database.transaction(async (sql) => {
    for (const show of missing) await storeShow(sql, show);
    if (stored.entities.length === 0) await storeSharedEntities(sql, shipped.entities);
  });
}
