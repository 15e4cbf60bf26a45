import { isRevueError, RevueError } from '../domain/errors.ts';
import { shownUrl } from './guard.ts';

const DAY_MS = 24 * 3600 * 1000;
/** How long to leave a server alone that says 429 without saying how long. */
const DEFAULT_THROTTLE_MS = 30_000;

/** Statuses that a later try may cure (the list that Miniflux and Media Cloud converge on). */
const TRANSIENT = new Set([408, 500, 502, 503, 504, 522, 524]);

/**
 * A `Retry-After` header as milliseconds from `now`: seconds or an HTTP date (RFC 9110 §10.2.3), never more than a day.
 * Null when absent or unreadable.
 */
export function retryAfterMs(header: string | undefined, now: number): number | null {
  const value = header?.trim() ?? '';
  if (/^\d{1,12}$/.test(value)) return Math.min(Number(value) * 1000, DAY_MS);
  // Only dates: Date.parse alone would read "-5" as a year.
  const date = /^[A-Za-z]{3,9}, ?\d/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? null : Math.min(Math.max(date - now, 0), DAY_MS);
}

/** The error for a status that is neither a page, nor a redirect, nor "not modified". */
export function statusFailure(url: string, status: number, retryAfter: string | undefined, now: number): RevueError {
  const answered = `${shownUrl(url)} answered ${status}`;
  if (status === 429) {
    const wait = retryAfterMs(retryAfter, now) ?? DEFAULT_THROTTLE_MS;
    const message = `${answered}; Revue waits ${Math.ceil(wait / 1000)} s before it asks again.`;
    return new RevueError('throttled', message, 'throttle', { retryAfterMs: wait });
  }
  if (TRANSIENT.has(status)) return new RevueError('server-error', `${answered} and is tried again later.`, 'retry');
  if (status === 404 || status === 410) return new RevueError('gone', `${answered}: the page is gone.`, 'quarantine');
  return new RevueError('http-refused', `${answered}, which is not a page.`, 'quarantine');
}

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}

const TIMEOUTS = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);
const DNS_FAULTS = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'ENODATA', 'ESERVFAIL', 'EREFUSED']);

/** Everything that can go wrong on the wire, as the error that says what happens next. */
export function networkFailure(url: string, error: unknown): RevueError {
  const shown = shownUrl(url);
  const code = codeOf(error);
  const retry = (name: string, message: string) => new RevueError(name, message, 'retry', { cause: error });
  const keepAside = (name: string, message: string) => new RevueError(name, message, 'quarantine', { cause: error });
  // The guard at the socket knows the host only, and a redirect fails under the name of its target.
  if (isRevueError(error)) {
    return error.message.includes(shown) ? error : keepAside(error.code, `${shown} is not fetched: ${error.message}`);
  }
  if (TIMEOUTS.has(code)) return retry('timeout', `${shown} did not answer in time.`);
  if (DNS_FAULTS.has(code)) return retry('dns-failed', `The host name of ${shown} could not be resolved (${code}).`);
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return keepAside('too-large', `The headers of ${shown} are too large.`);
  if (code === 'Z_BUF_ERROR') return retry('truncated', `The body of ${shown} ended before it was complete.`);
  if (code.startsWith('Z_') || code.startsWith('ERR__ERROR_') || code.startsWith('ERR_BROTLI')) {
    return keepAside('encoding-invalid', `The body of ${shown} is not in the encoding that its headers announce.`);
  }
  return retry('network-failed', `The connection to ${shown} failed (${code || String(error).slice(0, 80)}).`);
}
