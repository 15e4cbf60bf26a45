import { createPostgresBackend, type Job, type PgPool, Queue, runMigrations, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Database } from '../database/database.ts';
import { jobId, type Payload, type QueueName, queueNames } from './payloads.ts';
import { ATTEMPTS, BACKOFF_MS } from './retry.ts';

/** One job's work; rejecting makes BullMQ do what `throwByDisposition` decided. */
export type JobProcessor = (job: Job, token?: string) => Promise<void>;

/** What we use of BullMQ's Queue and Worker, whose types differ between its backends. */
type JobQueue = Pick<Queue, 'addBulk' | 'getJobCountByTypes' | 'obliterate' | 'close'> & Listenable;
export interface JobWorker extends Listenable {
  readonly close: (force?: boolean) => Promise<void>;
}
interface Listenable {
  readonly on: (event: 'error', listener: (error: Error) => void) => unknown;
}

/** The queues of one process, on the embedded database, a PostgreSQL server or Redis; the same calls on all three. */
export interface Queues {
  readonly kind: 'embedded' | 'postgres' | 'redis';
  /** Adds work; adding what already waits does nothing. */
  readonly add: <Name extends QueueName>(name: Name, payload: Payload<Name>) => Promise<void>;
  readonly addAll: <Name extends QueueName>(name: Name, payloads: readonly Payload<Name>[]) => Promise<void>;
  /** Jobs that wait or run, over all queues. */
  readonly unfinished: () => Promise<number>;
  readonly work: (name: QueueName, process: JobProcessor, concurrency: number) => JobWorker;
  /** Forgets all jobs; only for a process that owns its queues alone, and fills them again from the store. */
  readonly clear: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Finished and failed jobs are removed at once: the store remembers, and a kept id would block adding the work again. */
const jobOptions = {
  attempts: ATTEMPTS,
  backoff: { type: 'exponential', delay: BACKOFF_MS },
  removeOnComplete: true,
  removeOnFail: true,
} as const;

/** A worker whose process died is replaced after about this time. Stalls are no fault of the job, so they do not end it. */
const workerOptions = { lockDuration: 30_000, stalledInterval: 15_000, maxStalledCount: 1_000 } as const;

interface Backend {
  readonly kind: Queues['kind'];
  readonly queue: (name: QueueName) => JobQueue;
  readonly worker: (name: QueueName, process: JobProcessor, concurrency: number) => JobWorker;
  readonly close: () => Promise<void>;
}

/** Opens the queues: on Redis when `redisUrl` is given, else on PostgreSQL, which is the database itself when it is embedded. */
export async function openQueues(
  database: Database,
  urls: { readonly databaseUrl: string | null; readonly redisUrl: string | null },
  onError: (error: Error) => void,
): Promise<Queues> {
  const backend = urls.redisUrl
    ? redisBackend(urls.redisUrl, onError)
    : await postgresBackend(database, urls.databaseUrl, onError);
  const queues = new Map(queueNames.map((name) => [name, backend.queue(name)]));
  const all = [...queues.values()];
  for (const queue of all) queue.on('error', onError);
  const addAll: Queues['addAll'] = async (name, payloads) => {
    if (payloads.length === 0) return;
    const jobs = payloads.map((data) => ({ name, data, opts: { ...jobOptions, jobId: jobId(name, data) } }));
    await queues.get(name)?.addBulk(jobs);
  };
  return {
    kind: backend.kind,
    addAll,
    add: (name, payload) => addAll(name, [payload]),
    unfinished: async () => {
      const counts = await Promise.all(
        all.map((queue) => queue.getJobCountByTypes('waiting', 'active', 'delayed', 'prioritized')),
      );
      return counts.reduce((sum, count) => sum + count, 0);
    },
    work: (name, process, concurrency) => {
      const worker = backend.worker(name, process, concurrency);
      worker.on('error', onError);
      return worker;
    },
    clear: async () => {
      await Promise.all(all.map((queue) => queue.obliterate({ force: true })));
    },
    close: async () => {
      await Promise.all(all.map((queue) => queue.close()));
      await backend.close();
    },
  };
}

async function postgresBackend(
  database: Database,
  databaseUrl: string | null,
  onError: (error: Error) => void,
): Promise<Backend> {
  const pool = databaseUrl
    ? new pg.Pool({ connectionString: databaseUrl, max: 20, options: '-c search_path=bullmq', keepAlive: true })
    : database.pool;
  if (databaseUrl) pool.on('error', onError);
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
  return {
    kind: databaseUrl ? 'postgres' : 'embedded',
    queue: (name) => new Queue(name, { connection: asConnection(pool) }, createPostgresBackend),
    worker: (name, process, concurrency) =>
      new Worker(
        name,
        process,
        { connection: asConnection(pool), concurrency, ...workerOptions },
        createPostgresBackend,
      ),
    close: async () => {
      if (databaseUrl) await pool.end();
    },
  };
}

/** pg's Pool has what BullMQ needs of it; their types disagree on the overloads of `on`. */
const asConnection = (pool: pg.Pool): PgPool => pool as unknown as PgPool;

function redisBackend(url: string, onError: (error: Error) => void): Backend {
  // Producers fail fast; workers wait for Redis as long as it takes.
  const producer = new Redis(url, { maxRetriesPerRequest: 3 });
  const consumer = new Redis(url, { maxRetriesPerRequest: null });
  for (const connection of [producer, consumer]) connection.on('error', onError);
  return {
    kind: 'redis',
    queue: (name) => new Queue(name, { connection: producer, prefix: 'revue' }),
    worker: (name, process, concurrency) =>
      new Worker(name, process, { connection: consumer, prefix: 'revue', concurrency, ...workerOptions }),
    close: async () => {
      await Promise.all([producer.quit(), consumer.quit()]);
    },
  };
}
