import { isRevueError } from '../domain/errors.ts';
import type { Fetcher } from './fetch.ts';
import { crawlDelay, isAllowed, MAX_ROBOTS_BYTES, parseRobots, type Robots } from './robots.ts';
import { decodeText } from './text.ts';

/** What a site's robots file says of one URL. */
export interface RobotsVerdict {
  readonly allowed: boolean;
  /** The site gave no readable answer (5xx, network), so nothing is allowed for a while: ask again later. */
  readonly unreachable: boolean;
  /** Seconds between requests that the site asks for, null when it does not say. */
  readonly delaySeconds: number | null;
}

/** Answers whether pages may be fetched; asks each site at most once a day. */
export interface RobotsGate {
  readonly allowed: (url: string) => Promise<boolean>;
  readonly verdict: (url: string) => Promise<RobotsVerdict>;
}

/** A site's file; `rules` is null while it is unreachable. */
interface Entry {
  readonly rules: Promise<Robots | null>;
  expires: number;
  /** How often in a row the site gave no readable answer. */
  failures: number;
}

/** RFC 9309 §2.4: not longer than 24 hours. */
const TTL_MS = 24 * 3600 * 1000;
/** A site that gave no answer is asked again after this, then after twice as long each time: one lost request must not cost all its pages. */
const FIRST_REST_MS = 500;
const LONGEST_REST_MS = 10 * 60 * 1000;
const MAX_SITES = 2000;
const NO_RULES = parseRobots('');

/** RFC 9309 §2.3.1: 4xx and endless redirects mean no rules, 5xx and network faults mean that nothing is allowed. */
async function fetchRobots(fetcher: Fetcher, origin: string): Promise<Robots | null> {
  try {
    const options = { accept: 'text/plain,*/*;q=0.5', anyStatus: true, truncateAt: MAX_ROBOTS_BYTES };
    const { status, bytes, contentType } = await fetcher.fetch(`${origin}/robots.txt`, options);
    if (status >= 200 && status < 300) return parseRobots(decodeText(bytes, contentType));
    return status >= 500 ? null : NO_RULES;
  } catch (error) {
    return isRevueError(error) && error.code === 'too-many-redirects' ? NO_RULES : null;
  }
}

/**
 * A gate in front of a fetcher. Files are kept for 24 hours, failures from half a second to ten minutes; simultaneous questions about a
 * site share one request. `now` is the clock in milliseconds.
 */
export function createRobotsGate(fetcher: Fetcher, agent: string, now: () => number = Date.now): RobotsGate {
  const sites = new Map<string, Entry>();

  const rulesOf = async (origin: string): Promise<Robots | null> => {
    const known = sites.get(origin);
    if (known !== undefined && known.expires > now()) return known.rules;
    const entry: Entry = {
      rules: fetchRobots(fetcher, origin),
      expires: now() + TTL_MS,
      failures: known?.failures ?? 0,
    };
    sites.delete(origin);
    sites.set(origin, entry);
    const oldest = sites.keys().next();
    if (sites.size > MAX_SITES && oldest.done === false) sites.delete(oldest.value);
    const rules = await entry.rules;
    if (rules === null) keepFailure(entry);
    else entry.failures = 0;
    return rules;
  };

  const keepFailure = (entry: Entry): void => {
    entry.expires = now() + Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** entry.failures);
    entry.failures += 1;
  };

  const verdict = async (url: string): Promise<RobotsVerdict> => {
    const { origin, href } = new URL(url);
    const rules = await rulesOf(origin);
    if (rules === null) return { allowed: false, unreachable: true, delaySeconds: null };
    return { allowed: isAllowed(rules, agent, href), unreachable: false, delaySeconds: crawlDelay(rules, agent) };
  };

  return { verdict, allowed: async (url) => (await verdict(url)).allowed };
}
