/**
 * What the machinery does next with a failure:
 * `retry` — try again with backoff; `throttle` — wait, no attempt is used up;
 * `quarantine` — keep the page aside with its reason, never retry by itself; `fatal` — stop the process (exit 1).
 */
export type Disposition = 'retry' | 'throttle' | 'quarantine' | 'fatal';

/** Every error that Revue raises on purpose: a stable `code`, one clear sentence, and what happens next. */
export class RevueError extends Error {
  readonly code: string;
  readonly disposition: Disposition;
  /** Milliseconds to wait before the next try; only with `throttle`. */
  readonly retryAfterMs: number | null;

  constructor(
    code: string,
    message: string,
    disposition: Disposition,
    options: { readonly cause?: unknown; readonly retryAfterMs?: number } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'RevueError';
    this.code = code;
    this.disposition = disposition;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}

/** True for errors that Revue raised itself, also after crossing a worker thread (which drops the class). */
export function isRevueError(error: unknown): error is RevueError {
  return error instanceof Error && error.name === 'RevueError' && 'code' in error && 'disposition' in error;
}
