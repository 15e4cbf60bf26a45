import { type Dispatcher, request } from 'undici';
import { RevueError } from '../domain/errors.ts';
import { readBody } from './body.ts';
import { networkFailure, statusFailure } from './failures.ts';
import { type AllowedOrigin, checkUrl, createGuardedAgent, type Resolve, shownUrl } from './guard.ts';

/** What one URL returned. */
export interface FetchedPage {
  /** The URL as it was asked for. */
  readonly url: string;
  /** Where the redirects ended, without fragment. */
  readonly finalUrl: string;
  readonly status: number;
  /** The raw header, such as `text/html; charset=iso-8859-1`. */
  readonly contentType: string | null;
  /** The few headers worth keeping, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body after inflation; empty when `notModified`. */
  readonly bytes: Uint8Array;
  readonly notModified: boolean;
  /** Every redirect on the way was a permanent one (301 or 308), and there was at least one. */
  readonly permanentRedirect: boolean;
}

/** `etag` and `lastModified` are the validators of the copy at hand, sent only to the host that was asked for. */
export interface FetchOptions {
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  readonly accept?: string;
  /** Return a 4xx or 5xx answer as a page instead of throwing. */
  readonly anyStatus?: boolean;
  /** Keep only the first bytes of a longer body instead of refusing it. */
  readonly truncateAt?: number;
}

export interface Fetcher {
  /** @throws RevueError with the disposition of the failure; see `failures.ts`. */
  readonly fetch: (url: string, options?: FetchOptions) => Promise<FetchedPage>;
  /** Hangs up every connection; fetches in flight fail. */
  readonly close: () => Promise<void>;
}

export interface FetcherOptions {
  /** Sent with every request; says who asks and how to reach them. */
  readonly userAgent: string;
  readonly allow?: AllowedOrigin;
  /** Counted after inflation; 10 MiB. */
  readonly maxBytes?: number;
  /** For redirects, head and body together; 30 s. */
  readonly totalMs?: number;
  /** How names become addresses; the system's resolver. Whatever it answers is still checked. */
  readonly resolve?: Resolve;
}

/** The settled form of {@link FetcherOptions}. */
interface Setup {
  readonly agent: Dispatcher;
  readonly userAgent: string;
  readonly allow: AllowedOrigin | undefined;
  readonly maxBytes: number;
  readonly totalMs: number;
}

interface Answer {
  readonly response: Dispatcher.ResponseData;
  readonly url: URL;
  readonly permanent: boolean;
}

const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** How much of a body that nobody reads is drained to keep the connection; beyond it, hanging up is cheaper. */
const DRAIN_BYTES = 64 * 1024;
const DEFAULT_ACCEPT = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const KEPT_HEADERS = [
  'cache-control',
  'content-language',
  'content-type',
  'date',
  'etag',
  'expires',
  'last-modified',
  'link',
  'x-robots-tag',
] as const;

function headerOf(headers: Dispatcher.ResponseData['headers'], name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

function keptHeaders(headers: Dispatcher.ResponseData['headers']): Readonly<Record<string, string>> {
  const pairs = KEPT_HEADERS.map((name) => [name, headerOf(headers, name)] as const);
  return Object.fromEntries(
    pairs.filter((pair): pair is readonly [(typeof KEPT_HEADERS)[number], string] => !!pair[1]),
  );
}

/** No cookie, no authorisation, ever; validators only where `sameHost`, so that a redirect carries nothing along. */
function requestHeaders(setup: Setup, options: FetchOptions, sameHost: boolean): Record<string, string> {
  const headers: Record<string, string> = {
    'user-agent': setup.userAgent,
    accept: options.accept ?? DEFAULT_ACCEPT,
    'accept-encoding': 'gzip, deflate, br',
  };
  if (!sameHost) return headers;
  if (options.etag) headers['if-none-match'] = options.etag;
  else if (options.lastModified) headers['if-modified-since'] = options.lastModified;
  return headers;
}

function nextUrl(from: URL, location: string, allow: AllowedOrigin | undefined): URL {
  if (!URL.canParse(location, from.href)) {
    const message = `${shownUrl(from.href)} redirects to something that is not a URL.`;
    throw new RevueError('url-invalid', message, 'quarantine');
  }
  return checkUrl(new URL(location, from).href, allow);
}

async function follow(setup: Setup, url: string, options: FetchOptions, signal: AbortSignal): Promise<Answer> {
  const first = checkUrl(url, setup.allow);
  let target = first;
  let permanent = true;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const response = await request(target, {
      dispatcher: setup.agent,
      headers: requestHeaders(setup, options, target.hostname === first.hostname),
      headersTimeout: setup.totalMs,
      bodyTimeout: setup.totalMs,
      signal,
    });
    const location = REDIRECTS.has(response.statusCode) ? headerOf(response.headers, 'location') : undefined;
    if (location === undefined) return { response, url: target, permanent: hop > 0 && permanent };
    await response.body.dump({ limit: DRAIN_BYTES, signal });
    permanent &&= response.statusCode === 301 || response.statusCode === 308;
    target = nextUrl(target, location, setup.allow);
  }
  const message = `${shownUrl(url)} redirects more than ${MAX_REDIRECTS} times.`;
  throw new RevueError('too-many-redirects', message, 'quarantine');
}

async function pageOf(setup: Setup, url: string, options: FetchOptions, signal: AbortSignal): Promise<FetchedPage> {
  const { response, url: final, permanent } = await follow(setup, url, options, signal);
  const { statusCode: status, headers, body } = response;
  const notModified = status === 304 && Boolean(options.etag ?? options.lastModified);
  const wanted = (status >= 200 && status < 300) || notModified || options.anyStatus === true;
  if (!wanted) {
    await body.dump({ limit: DRAIN_BYTES, signal });
    throw statusFailure(url, status, headerOf(headers, 'retry-after'), Date.now());
  }
  const limit = { maxBytes: setup.maxBytes, truncateAt: options.truncateAt };
  const bytes = await readBody(url, body, headerOf(headers, 'content-encoding') ?? '', limit, signal);
  final.hash = '';
  return {
    url,
    finalUrl: final.href,
    status,
    contentType: headerOf(headers, 'content-type') ?? null,
    headers: keptHeaders(headers),
    bytes,
    notModified,
    permanentRedirect: permanent,
  };
}

/** One fetch under one clock. The race matters: undici ignores its signal while a connection is still being made. */
async function fetchPage(setup: Setup, url: string, options: FetchOptions): Promise<FetchedPage> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const message = `${shownUrl(url)} took longer than ${setup.totalMs / 1000} s.`;
      const error = new RevueError('timeout', message, 'retry');
      reject(error);
      controller.abort(error);
    }, setup.totalMs);
  });
  try {
    return await Promise.race([pageOf(setup, url, options, controller.signal), late]);
  } catch (error) {
    throw networkFailure(url, error);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A fetcher that reaches public addresses only (and the demo newsroom where `allow` names it), follows at most five
 * redirects, each checked anew, and reads no more bytes and takes no more time than it was given. It keeps no cookies.
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  const totalMs = options.totalMs ?? 30_000;
  const agent = createGuardedAgent({
    allow: options.allow,
    resolve: options.resolve,
    connectMs: Math.min(10_000, totalMs),
  });
  const setup: Setup = {
    agent,
    userAgent: options.userAgent,
    allow: options.allow,
    maxBytes: options.maxBytes ?? 10 * 1024 * 1024,
    totalMs,
  };
  return {
    fetch: (url, fetchOptions = {}) => fetchPage(setup, url, fetchOptions),
    close: () => agent.destroy(),
  };
}
