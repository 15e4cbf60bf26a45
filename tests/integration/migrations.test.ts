import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { overEmbedded } from '../../src/database/embedded.ts';
import { migrate } from '../../src/database/migrate.ts';
import { openServer } from '../../src/database/server.ts';
import { createServerDatabase } from '../support/database.ts';
import { sayTested, services } from '../support/services.ts';

const url = services.databaseUrl ?? '';
const kinds: readonly (readonly [string, () => Promise<Database>, boolean])[] = [
  ['embedded', async () => await overEmbedded(await PGlite.create(), async () => undefined), true],
  [
    'on a server',
    async () => {
      const own = await createServerDatabase(url);
      const database = await openServer(own.url);
      const close = async (): Promise<void> => {
        await database.close();
        await own.drop();
      };
      return { ...database, close };
    },
    sayTested('migrations on a PostgreSQL server', services.databaseUrl !== null, 'DATABASE_URL'),
  ],
];

describe.each(kinds.filter(([, , tested]) => tested))('the migration to what a tone rests on, %s', (_name, open) => {
  it('says of the tones of an older store that models read them', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'revue-migrations-'));
    for (const name of ['0001_store.sql', '0002_stories.sql'])
      copyFileSync(`migrations/${name}`, join(directory, name));
    const database = await open();
    try {
      await migrate(database, directory);
      await fill(database);
      expect(await migrate(database, 'migrations')).toContain(3);
      const bases = async (table: string) =>
        (
          await database.query<{ label: string | null; basis: string | null }>(
            `SELECT sentiment_label AS label, sentiment_basis AS basis FROM ${table} ORDER BY ordinal`,
          )
        ).rows;
      const expected = [
        { label: 'positive', basis: 'model' },
        { label: null, basis: null },
      ];
      expect(await bases('document')).toEqual(expected);
      expect(await bases('passage')).toEqual(expected);
      expect((await database.query('SELECT FROM passage WHERE reported_label IS NOT NULL')).rows).toEqual([]);
    } finally {
      await database.close();
      rmSync(directory, { recursive: true });
    }
  });
});

/** Two documents and two passages as the store before kept them, one of each with a tone. */
async function fill(database: Database): Promise<void> {
  await database.query("INSERT INTO page (url) VALUES ('http://a.example/1')");
  await database.query(
    `INSERT INTO document (page_id, ordinal, kind, language, language_confidence, text, fingerprint, story,
       sentiment_label, sentiment_milli, sentiment_confidence)
     VALUES (1, 0, 'review', 'fr', 1, 'Superbe.', '{}', 1, 'positive', 800, 0.9), (1, 1, 'news', 'ja', 1, '…', '{}', 2, NULL, NULL, NULL)`,
  );
  await database.query(
    `INSERT INTO passage (document_id, ordinal, starts, ends, text, language, sentiment_label, sentiment_milli, sentiment_confidence)
     VALUES (1, 0, 0, 8, 'Superbe.', 'fr', 'positive', 800, 0.9), (1, 1, 9, 10, '…', 'ja', NULL, NULL, NULL)`,
  );
}
