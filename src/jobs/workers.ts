import type { Job } from 'bullmq';
import { pageFailed } from '../database/queries/page-failed.ts';
import { sourceFailed } from '../database/queries/sources.ts';
import type { RevueError } from '../domain/errors.ts';
import type { JobContext } from './context.ts';
import { fetchPage } from './fetch-page.ts';
import { parsePayload, type QueueName } from './payloads.ts';
import { pollSource } from './poll-source.ts';
import { readStoredPage } from './read-page.ts';
import { asRevueError, isLastTry, throwByDisposition } from './retry.ts';
import { writeDigest } from './write-digest.ts';

/** Jobs of one queue that run at the same time in this process. */
const CONCURRENCY: Readonly<Record<QueueName, number>> = { poll: 2, fetch: 8, read: 4, digest: 1 };

/** What each queue's jobs do. */
const handlers: Readonly<Record<QueueName, (context: JobContext, data: unknown) => Promise<unknown>>> = {
  poll: (context, data) => pollSource(context, parsePayload('poll', data).sourceId),
  fetch: (context, data) => fetchPage(context, parsePayload('fetch', data).pageId),
  read: (context, data) => readStoredPage(context, parsePayload('read', data).pageId),
  digest: (context, data) => writeDigest(context, parsePayload('digest', data)),
};

/** Workers of this process; closing lets running jobs finish. */
export interface Workers {
  readonly close: () => Promise<void>;
}

/** Starts a worker for each of the named queues. */
export function startWorkers(context: JobContext, names: readonly QueueName[]): Workers {
  const workers = names.map((name) =>
    context.queues.work(name, (job, token) => runJob(context, name, job, token), CONCURRENCY[name]),
  );
  return {
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

async function runJob(context: JobContext, name: QueueName, job: Job, token: string | undefined): Promise<void> {
  try {
    await handlers[name](context, job.data);
  } catch (cause) {
    const error = asRevueError(cause);
    if (error.disposition === 'fatal') context.onFatal(error);
    if (error.disposition !== 'throttle') context.log('warn', `${name} ${job.id}: ${error.code}: ${error.message}`);
    if (isLastTry(job, error)) await noteFailure(context, name, job.data, error);
    await throwByDisposition(job, token, error);
  }
}

/** Writes down where users see it why a page or source was given up. */
async function noteFailure(context: JobContext, name: QueueName, data: unknown, error: RevueError): Promise<void> {
  if (error.code === 'job-invalid') return;
  if (name === 'poll') await sourceFailed(context.database, parsePayload('poll', data).sourceId, error.message);
  if (name !== 'fetch' && name !== 'read') return;
  const { pageId } = parsePayload(name, data);
  const state = error.code === 'gone' ? 'gone' : 'quarantined';
  await pageFailed(context.database, { id: pageId, state, code: error.code, message: error.message });
}
