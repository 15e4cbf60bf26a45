import { createFetcher } from './acquire/fetch.ts';
import { createRobotsGate } from './acquire/robots-gate.ts';
import { toneChoice } from './app-transformer.ts';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import { type Demo, noDemo, openDemo } from './demo.ts';
import { isRevueError } from './domain/errors.ts';
import { createCatalogueReader } from './jobs/catalogue-reader.ts';
import type { JobContext } from './jobs/context.ts';
import type { QueueName } from './jobs/payloads.ts';
import { createPoliteness } from './jobs/politeness.ts';
import { openQueues } from './jobs/queues.ts';
import { sweep } from './jobs/sweep.ts';
import { startWorkers } from './jobs/workers.ts';
import { paths } from './paths.ts';
import { openStore } from './store.ts';

/** How often forgotten work is looked for, and how old it must be so as not to race with its first delivery. */
const SWEEP_MS = 30_000;
const SWEEP_AGE_S = 60;

/** A running Revue without its HTTP side: database, queues, readers and, where asked for, workers. */
export interface App {
  readonly config: Config;
  readonly database: Database;
  readonly context: JobContext;
  readonly demo: Demo;
  /** Starts workers for these queues and the sweep that brings back forgotten work. */
  readonly startWork: (names: readonly QueueName[]) => Promise<void>;
  /** Lets running jobs finish, then closes everything. */
  readonly close: () => Promise<void>;
}

/** THE composition root: opens what the configuration names and puts it together; `withDemo` as `openDemo` says. */
export async function openApp(config: Config, withDemo = false): Promise<App> {
  const database = await openStore(config);
  const demo = withDemo ? await openDemo(database) : noDemo;
  const log = logger(config.LOG_LEVEL);
  const onError = (error: Error): void => log('warn', `queue: ${error.message}`);
  const queues = await openQueues(database, { databaseUrl: config.DATABASE_URL, redisUrl: config.REDIS_URL }, onError);
  const fetcher = createFetcher({ userAgent: config.USER_AGENT, ...(demo.origin ? { allow: demo.origin } : {}) });
  const robots = createRobotsGate(fetcher, config.USER_AGENT);
  const reader = createCatalogueReader(database, {
    models: paths.models,
    tone: toneChoice(config),
    threads: config.READ_THREADS,
  });
  const context: JobContext = {
    database,
    queues,
    fetcher,
    robots,
    pause: createPoliteness((host) => demo.origin !== null && host.endsWith(demo.origin.suffix)),
    read: (page) => reader.read(page),
    log,
    onFatal: (error) => {
      process.stderr.write(`${isRevueError(error) ? error.message : String(error)}\n`);
      process.exit(1);
    },
  };
  const closers: (() => Promise<void>)[] = [];
  return {
    config,
    database,
    context,
    demo,
    startWork: async (names) => {
      // Nobody else works on an embedded database, so whatever its queues hold is left over from a process that ended.
      if (queues.kind === 'embedded') await queues.clear();
      const workers = startWorkers(context, names);
      closers.unshift(() => workers.close());
      await sweep(context, 0);
      const timer = setInterval(() => {
        sweep(context, SWEEP_AGE_S).catch((error: Error) => log('warn', `sweep: ${error.message}`));
      }, SWEEP_MS);
      closers.unshift(async () => clearInterval(timer));
    },
    close: async () => {
      for (const close of closers) await close();
      await reader.close();
      await fetcher.close();
      await queues.close();
      await database.close();
      await demo.close();
    },
  };
}

const LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** One JSON object a line on stderr. */
function logger(level: Config['LOG_LEVEL']): JobContext['log'] {
  return (at, message) => {
    if (LEVELS.indexOf(at) > LEVELS.indexOf(level)) return;
    process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level: at, message })}\n`);
  };
}
