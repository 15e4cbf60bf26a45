/** A line that permits or forbids; `pattern` is percent-encoded and may hold `*` and a final `$`. */
export interface RobotsRule {
  readonly allow: boolean;
  readonly pattern: string;
}

/** Rules shared by one or more user agents, named as the file writes them. */
export interface RobotsGroup {
  readonly agents: readonly string[];
  readonly rules: readonly RobotsRule[];
}

/** A robots file, understood. */
export interface Robots {
  readonly groups: readonly RobotsGroup[];
  /** `Crawl-delay` lines with the agents named above them so far, in seconds. */
  readonly delays: readonly { readonly agents: readonly string[]; readonly seconds: number }[];
  /** `Sitemap` lines as written. */
  readonly sitemaps: readonly string[];
}

/** At least 500 KiB must be read (RFC 9309 §2.5); what follows is ignored. */
export const MAX_ROBOTS_BYTES = 512 * 1024;
const MAX_LINE = 16 * 1024;

/** Keys as they are written in the wild; the misspellings are those of Google's parser. */
const KEYS: readonly (readonly [RegExp, 'agent' | 'allow' | 'disallow' | 'delay' | 'sitemap'])[] = [
  [/^user[- ]?agent$/i, 'agent'],
  [/^allow$/i, 'allow'],
  [/^(?:disallow|dissallow|dissalow|disalow|diasllow|disallaw)$/i, 'disallow'],
  [/^crawl-?delay$/i, 'delay'],
  [/^site-?map$/i, 'sitemap'],
];

const capitalTriplets = (path: string): string => path.replace(/%[0-9a-f]{2}/gi, (triplet) => triplet.toUpperCase());

const triplets = (text: string): string => Buffer.from(text).toString('hex').replace(/../g, '%$&');

/** Bytes outside ASCII become triplets and triplets capitals; nothing is decoded (RFC 9309 §2.2.2). */
function encodePath(path: string): string {
  return capitalTriplets(path.replace(/[^\p{ASCII}]+/gu, triplets));
}

/** Key and value of a line; a missing colon is forgiven when the line is exactly two words. */
function splitLine(line: string): readonly [string, string] | null {
  const text = (line.slice(0, MAX_LINE).split('#', 1)[0] ?? '').trim();
  const colon = text.indexOf(':');
  if (colon >= 0) return [text.slice(0, colon).trim(), text.slice(colon + 1).trim()];
  const words = text.split(/[ \t]+/);
  return words.length === 2 ? [words[0] ?? '', words[1] ?? ''] : null;
}

/** Reads a robots file (RFC 9309 §2.2). Nothing in it is an error: what is not understood is skipped. */
export function parseRobots(text: string): Robots {
  const groups: { agents: string[]; rules: RobotsRule[] }[] = [];
  const delays: Robots['delays'][number][] = [];
  const sitemaps: string[] = [];
  let naming = false;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const [key = '', value = ''] = splitLine(line) ?? [];
    const kind = KEYS.find(([pattern]) => pattern.test(key))?.[1];
    let group = groups.at(-1);
    if (kind === 'agent') {
      if (!naming || group === undefined) groups.push((group = { agents: [], rules: [] }));
      group.agents.push(value);
      naming = true;
    } else if (kind === 'allow' || kind === 'disallow') {
      group?.rules.push({ allow: kind === 'allow', pattern: encodePath(value) });
      naming = false;
    } else if (kind === 'delay' && group !== undefined && /^\d{1,9}(?:\.\d{1,9})?$/.test(value)) {
      delays.push({ agents: [...group.agents], seconds: Number(value) });
    } else if (kind === 'sitemap') sitemaps.push(value);
  }
  return { groups, delays, sitemaps };
}

const isForAll = (agent: string): boolean => /^\*(?:\s|$)/.test(agent);

/** Our product token, `Revue` in `Revue/1.0 (+https://…)`, in lower case. */
const productOf = (agent: string): string => (agent.split('/', 1)[0] ?? '').trim().toLowerCase();

/** The file names agents by their product token: letters, `_` and `-`, whatever follows (RFC 9309 §2.2.1). */
function names(written: string, product: string): boolean {
  if (product === '') return false;
  const token = /^[a-z_-]+/.exec(written.toLowerCase())?.[0];
  return token === product || written.split(/\s/, 1)[0]?.toLowerCase() === product;
}

/** The length of the pattern when it matches the path, −1 otherwise; linear in both. */
function matchLength(pattern: string, path: string): number {
  if (pattern === '') return -1;
  const anchored = pattern.endsWith('$');
  const parts = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  const head = parts[0] ?? '';
  if (!path.startsWith(head)) return -1;
  if (parts.length === 1) return anchored && path.length !== head.length ? -1 : pattern.length;
  let at = head.length;
  const middle = anchored ? parts.slice(1, -1) : parts.slice(1);
  for (const part of middle) {
    const found = path.indexOf(part, at);
    if (found < 0) return -1;
    at = found + part.length;
  }
  const tail = anchored ? (parts.at(-1) ?? '') : '';
  return path.length - tail.length < at || !path.endsWith(tail) ? -1 : pattern.length;
}

/** `Allow: /dir/index.html` also permits `/dir/` (an extension of Google's, harmless elsewhere). */
function ruleLength({ allow, pattern }: RobotsRule, path: string): number {
  const index = allow ? /^(.*\/)index\.html?$/.exec(pattern)?.[1] : undefined;
  const direct = matchLength(pattern, path);
  return index === undefined ? direct : Math.max(direct, matchLength(`${index}$`, path));
}

/** Path and query of a URL as it is requested, without fragment. */
function pathOf(url: string): string {
  const rest = /^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?;#]*(.*)$/is.exec(url)?.[1] ?? url.replace(/^[^/?;#]*/, '');
  const path = capitalTriplets(rest.split('#', 1)[0] ?? '');
  return path.startsWith('/') ? path : `/${path}`;
}

/**
 * May `agent` (a product token or a whole user-agent header) fetch `url`, which is given as it would be requested,
 * percent-encoded? The groups that name the agent count, together; without one, those for `*`. The longest matching
 * pattern wins, and allow wins ties (RFC 9309 §2.2.2). The robots file itself is always allowed.
 */
export function isAllowed(robots: Robots, agent: string, url: string): boolean {
  const path = pathOf(url);
  if (path === '/robots.txt') return true;
  const product = productOf(agent);
  const own = robots.groups.filter((group) => group.agents.some((written) => names(written, product)));
  const groups = own.length > 0 ? own : robots.groups.filter((group) => group.agents.some(isForAll));
  let best = 0;
  let allowed = true;
  for (const rule of groups.flatMap((group) => group.rules)) {
    const length = ruleLength(rule, path);
    if (length > best || (length === best && length > 0 && rule.allow)) {
      best = length;
      allowed = rule.allow;
    }
  }
  return allowed;
}

/** Seconds between requests that the file asks of `agent`, or of everybody; null when it asks for nothing. */
export function crawlDelay(robots: Robots, agent: string): number | null {
  const product = productOf(agent);
  const own = robots.delays.find(({ agents }) => agents.some((written) => names(written, product)));
  const named = robots.groups.some((group) => group.agents.some((written) => names(written, product)));
  const all = named ? undefined : robots.delays.find(({ agents }) => agents.some(isForAll));
  return (own ?? all)?.seconds ?? null;
}
