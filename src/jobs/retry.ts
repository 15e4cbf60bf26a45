import { DelayedError, type Job, UnrecoverableError } from 'bullmq';
import { isDatabaseAway } from '../database/database.ts';
import { isRevueError, RevueError } from '../domain/errors.ts';

/** Tries of a job whose failures say `retry`, and the wait before the second one; it doubles from there. */
export const ATTEMPTS = 5;
export const BACKOFF_MS = 1_000;

/** How long work rests when the database is away or a site asks for a pause without saying how long. */
const DATABASE_REST_MS = 2_000;
const SITE_REST_MS = 30_000;

/** Any error as one of ours: what nobody foresaw is tried again under the code `internal`. */
export function asRevueError(error: unknown): RevueError {
  if (isRevueError(error)) return error;
  if (isDatabaseAway(error)) {
    return new RevueError('database-away', 'The database is away; the work waits for it.', 'throttle', {
      cause: error,
      retryAfterMs: DATABASE_REST_MS,
    });
  }
  return new RevueError('internal', error instanceof Error ? error.message : String(error), 'retry', { cause: error });
}

/** True when a failure with this error ends the job: no try is left, or none would help. */
export const isLastTry = (job: Job, error: RevueError): boolean =>
  error.disposition === 'quarantine' ||
  (error.disposition === 'retry' && job.attemptsMade + 1 >= (job.opts.attempts ?? 1));

/** Throws what makes BullMQ do what the disposition says: wait without using up a try, give up, or try again. */
export async function throwByDisposition(job: Job, token: string | undefined, error: RevueError): Promise<never> {
  if (error.disposition === 'throttle') {
    await job.moveToDelayed(Date.now() + (error.retryAfterMs ?? SITE_REST_MS), token);
    throw new DelayedError();
  }
  if (error.disposition === 'quarantine') throw new UnrecoverableError(`${error.code}: ${error.message}`);
  throw error;
}
