import { randomUUID } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { Database } from '../../src/database/database.ts';
import { overEmbedded } from '../../src/database/embedded.ts';
import { migrate } from '../../src/database/migrate.ts';
import { openServer } from '../../src/database/server.ts';

/** A fresh, migrated database in memory. */
export async function freshEmbedded(): Promise<Database> {
  const database = await overEmbedded(await PGlite.create(), async () => undefined);
  await migrate(database, 'migrations');
  return database;
}

/** A fresh database of its own on the server at `url`, dropped when closed. */
export async function freshServer(url: string): Promise<{ readonly database: Database; readonly url: string }> {
  const own = await createServerDatabase(url);
  const database = await openServer(own.url);
  await migrate(database, 'migrations');
  return {
    url: own.url,
    database: {
      ...database,
      close: async () => {
        await database.close();
        await own.drop();
      },
    },
  };
}

/** Creates an empty database on the server at `url`. */
export async function createServerDatabase(
  url: string,
): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const name = `revue_test_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const administer = async (statement: string): Promise<void> => {
    const client = new pg.Client(url);
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await administer(`CREATE DATABASE ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => administer(`DROP DATABASE ${name} WITH (FORCE)`) };
}
