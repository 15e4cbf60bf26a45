import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { openEmbedded } from '../../src/database/embedded.ts';
import { migrate } from '../../src/database/migrate.ts';
import { openQueues } from '../../src/jobs/queues.ts';
import { freshEmbedded } from '../support/database.ts';

describe('the embedded database', () => {
  let database: Database;
  beforeAll(async () => {
    database = await freshEmbedded();
  });
  afterAll(() => database.close());

  it('keeps concurrent transactions apart', async () => {
    await database.query('CREATE TABLE counter (n int)');
    await database.query('INSERT INTO counter VALUES (0)');
    const add = () =>
      database.transaction(async (sql) => {
        const { rows } = await sql.query<{ n: number }>('SELECT n FROM counter');
        await new Promise((done) => setTimeout(done, 2));
        await sql.query('UPDATE counter SET n = $1', [(rows[0]?.n ?? 0) + 1]);
      });
    await Promise.all(Array.from({ length: 20 }, add));
    expect((await database.query<{ n: number }>('SELECT n FROM counter')).rows).toEqual([{ n: 20 }]);
  });

  it('stores nothing of a transaction that fails', async () => {
    await database.query('CREATE TABLE kept (n int)');
    const failing = database.transaction(async (sql) => {
      await sql.query('INSERT INTO kept VALUES (1)');
      throw new Error('half way');
    });
    await expect(failing).rejects.toThrow('half way');
    expect((await database.query('SELECT * FROM kept')).rows).toEqual([]);
  });

  it('gives int8 as node-postgres does', async () => {
    expect((await database.query('SELECT 1::int8 AS n')).rows).toEqual([{ n: '1' }]);
  });

  it('migrates once', async () => {
    expect(await migrate(database, 'migrations')).toEqual([]);
  });

  it('refuses a database that a newer Revue has migrated', async () => {
    await database.query('INSERT INTO migration (number) VALUES (9999)');
    await expect(migrate(database, 'migrations')).rejects.toMatchObject({ code: 'database-too-new' });
    await database.query('DELETE FROM migration WHERE number = 9999');
  });

  it('carries queues: each job once, delays and retries honoured', async () => {
    const queues = await openQueues(database, { databaseUrl: null, redisUrl: null }, () => undefined);
    const seen: string[] = [];
    const worker = queues.work(
      'fetch',
      async (job) => {
        seen.push(`${job.data.pageId}/${job.attemptsMade}`);
        if (job.data.pageId === '2' && job.attemptsMade === 0) throw new Error('once more');
      },
      2,
    );
    await queues.addAll('fetch', [{ pageId: '1' }, { pageId: '2' }, { pageId: '1' }]);
    await expect.poll(() => queues.unfinished(), { timeout: 15_000 }).toBe(0);
    await worker.close();
    await queues.close();
    expect(seen.sort()).toEqual(['1/0', '2/0', '2/1']);
  });
});

describe('the owner of a data directory', () => {
  it('is one process; a second one is told what to do', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'revue-owner-'));
    const first = await openEmbedded(directory);
    await expect(openEmbedded(directory)).rejects.toMatchObject({ code: 'data-in-use', disposition: 'fatal' });
    await first.close();
    const second = await openEmbedded(directory);
    await second.close();
    rmSync(directory, { recursive: true });
  });
});
