import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import type { Evidence } from '../../src/coverage/evidence.ts';
import { readProgress } from '../../src/coverage/progress.ts';
import type { Timeline } from '../../src/coverage/timeline.ts';
import { queueNames } from '../../src/jobs/payloads.ts';
import { type Running, startAll } from '../../src/serve.ts';
import { createServerDatabase } from '../support/database.ts';
import { sayTested, services } from '../support/services.ts';
import { settled } from '../support/settled.ts';

/** A place to run in: settings, and what removes it afterwards. */
interface Place {
  readonly settings: Readonly<Record<string, string>>;
  readonly remove: () => Promise<void>;
}

async function embeddedPlace(): Promise<Place> {
  const directory = mkdtempSync(join(tmpdir(), 'revue-e2e-'));
  return { settings: { DATA_DIR: directory }, remove: async () => rmSync(directory, { recursive: true }) };
}

async function serverPlace(databaseUrl: string, redisUrl: string | null): Promise<Place> {
  const own = await createServerDatabase(databaseUrl);
  const redis = redisUrl ? new URL(redisUrl) : null;
  // A database number of its own keeps the test apart from whatever else uses this Redis.
  if (redis) redis.pathname = '/15';
  const flush = async (): Promise<void> => {
    if (!redis) return;
    const client = new Redis(redis.href);
    await client.flushdb();
    await client.quit();
  };
  await flush();
  return {
    settings: { DATABASE_URL: own.url, ...(redis ? { REDIS_URL: redis.href } : {}) },
    remove: async () => {
      await flush();
      await own.drop();
    },
  };
}

const { databaseUrl, redisUrl } = services;
const modes = [
  { name: 'embedded', tested: true, open: embeddedPlace },
  {
    name: 'PostgreSQL',
    tested: sayTested('the PostgreSQL mode', databaseUrl !== null, 'DATABASE_URL'),
    open: () => serverPlace(databaseUrl ?? '', null),
  },
  {
    name: 'PostgreSQL and Redis',
    tested: sayTested('the Redis mode', databaseUrl !== null && redisUrl !== null, 'DATABASE_URL and REDIS_URL'),
    open: () => serverPlace(databaseUrl ?? '', redisUrl),
  },
];

describe.each(modes.filter(({ tested }) => tested))('the demo newsroom, end to end, $name', ({ open }) => {
  let place: Place;
  let running: Running;

  beforeAll(async () => {
    place = await open();
    running = await startAll(readConfig({ ...place.settings, PORT: '0', LOG_LEVEL: 'error' }), {
      withDemo: true,
      queues: queueNames,
    });
    await settled(running.app.database);
  }, 120_000);

  afterAll(async () => {
    await running?.close();
    await place?.remove();
  });

  const get = async <Body>(path: string): Promise<Body> => {
    const response = await fetch(`${running.url}${path}`);
    expect(response.status, path).toBe(200);
    return (await response.json()) as Body;
  };

  it('holds at least 220 documents, and put no page aside', async () => {
    const progress = await readProgress(running.app.database);
    expect(progress.documents).toBeGreaterThanOrEqual(220);
    const { rows } = await running.app.database.query(
      "SELECT url, error_code, error_message FROM page WHERE state = 'quarantined'",
    );
    expect(rows).toEqual([]);
  });

  it('gives every season a French and an English series with a tone', async () => {
    const { series } = await get<Timeline>('/v1/shows/le-bureau-des-legendes/timeline?lang=fr,en');
    for (const season of [1, 2, 3, 4, 5]) {
      for (const lang of ['fr', 'en']) {
        const own = series.find((each) => each.season === season && each.lang === lang);
        expect(own?.total.documents, `season ${season} ${lang}`).toBeGreaterThan(0);
        expect(own?.data.reduce((sum, point) => sum + point.documents, 0)).toBe(own?.total.documents);
      }
    }
  });

  it('leads from each figure to sentences that stand in the page as it was served', async () => {
    const { series } = await get<Timeline>('/v1/shows/le-bureau-des-legendes/timeline?season=2&lang=fr');
    const evidence = await get<readonly Evidence[]>(series[0]?.total.evidence ?? '');
    expect(evidence.length).toBeGreaterThan(0);
    for (const each of evidence) expect(each).toMatchObject({ season: 2, language: 'fr', relation: 'about' });
  });

  it('takes the same pages in again without doubling anything', async () => {
    const { database, context } = running.app;
    const before = await readProgress(database);
    await database.query('UPDATE source SET next_poll_at = now(), etag = NULL, last_modified = NULL, polled_at = NULL');
    const { rows } = await database.query<{ id: number }>('SELECT id FROM source');
    await context.queues.addAll(
      'poll',
      rows.map(({ id }) => ({ sourceId: id })),
    );
    await settled(database);
    expect(await readProgress(database)).toEqual(before);
  });

  it('serves the dashboard whole', async () => {
    const response = await fetch(`${running.url}/fr/shows/le-bureau-des-legendes`);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html.match(/<season-panel>/gu)).toHaveLength(5);
    expect(html).toContain('Les phrases derrière les chiffres');
  });
});
