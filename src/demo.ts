import type { AllowedOrigin } from './acquire/guard.ts';
import { startNewsroom } from './acquire/newsroom.ts';
import { readProgress } from './coverage/progress.ts';
import type { Database } from './database/database.ts';
import { addSource, listSources } from './database/queries/sources.ts';
import { paths } from './paths.ts';

/** The demo newsroom of this process, or that there is none. */
export interface Demo {
  readonly origin: AllowedOrigin | null;
  /** Where a browser finds the invented outlets; null without a demo. */
  readonly url: string | null;
  readonly close: () => Promise<void>;
}

/** The demo of a process that serves none. */
export const noDemo: Demo = { origin: null, url: null, close: async () => undefined };

/**
 * Serves the demo newsroom on loopback when the store is empty (then it becomes the store's sources) or holds it already.
 * A store with sources of its own never gets the demo.
 */
export async function openDemo(database: Database): Promise<Demo> {
  const sources = await listSources(database);
  const isDemo = sources.some(({ url }) => new URL(url).hostname.endsWith('.example'));
  const isEmpty = sources.length === 0 && (await readProgress(database)).pages === 0;
  if (!isDemo && !isEmpty) return noDemo;
  const newsroom = await startNewsroom(paths.newsroom);
  await database.transaction(async (sql) => {
    for (const source of newsroom.sources) await addSource(sql, source);
  });
  return { origin: newsroom.origin, url: newsroom.url, close: newsroom.close };
}
