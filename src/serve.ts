import { readFileSync } from 'node:fs';
import { buildServer } from './api/server.ts';
import { type App, openApp } from './app.ts';
import { loadPublishedFigures } from './app-figures.ts';
import type { Config } from './config.ts';
import { dashboard } from './dashboard/dashboard.ts';
import { RevueError } from './domain/errors.ts';
import type { QueueName } from './jobs/payloads.ts';
import { paths } from './paths.ts';

/** A whole Revue in one process, listening. */
export interface Running {
  readonly app: App;
  readonly url: string;
  readonly demoUrl: string | null;
  readonly close: () => Promise<void>;
}

/** What a process takes part in: the demo newsroom, and the queues that it works on. */
export interface Part {
  readonly withDemo: boolean;
  readonly queues: readonly QueueName[];
}

/** Starts a process; port 0 takes a free one. Throws `port-in-use` (fatal) when the port is taken. */
export async function startAll(config: Config, { withDemo, queues }: Part): Promise<Running> {
  const app = await openApp(config, withDemo);
  const demoUrl = app.demo.url;
  const { version } = JSON.parse(readFileSync(paths.manifest, 'utf8')) as { readonly version: string };
  const figures = loadPublishedFigures(paths.models);
  const server = await buildServer({
    sql: app.database,
    version,
    figures,
    level: config.LOG_LEVEL,
    ready: () =>
      app.database.query('SELECT 1').then(
        () => true,
        () => false,
      ),
    dashboard: dashboard({ sql: app.database, demoUrl, figures }),
  });
  const close = async (): Promise<void> => {
    await server.close();
    await app.close();
  };
  try {
    const url = await server.listen({ port: config.PORT, host: config.HOST });
    if (queues.length > 0) await app.startWork(queues);
    return { app, url, demoUrl, close };
  } catch (error) {
    await close();
    throw portInUse(error, config.PORT);
  }
}

function portInUse(error: unknown, port: number): unknown {
  if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) return error;
  return new RevueError('port-in-use', `Port ${port} is in use; choose another one with --port.`, 'fatal', {
    cause: error,
  });
}
