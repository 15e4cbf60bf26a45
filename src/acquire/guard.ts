import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, buildConnector } from 'undici';
import { RevueError } from '../domain/errors.ts';

/**
 * The one way to loopback: host names that end in `.example` (reserved by RFC 2606, so never a real site) are dialled
 * to this address and port, whatever port the URL names. Without it they are refused like any private address.
 */
export interface AllowedOrigin {
  readonly suffix: '.example';
  readonly address: '127.0.0.1';
  readonly port: number;
}

/** All addresses of a host name, IPv4 and IPv6; rejects with a DNS error code such as `ENOTFOUND`. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

/** The longest URL, in UTF-16 units, that is fetched or stored. */
export const MAX_URL_LENGTH = 2048;

const RESERVED_SUFFIX = '.example';

/** A URL as error messages show it: a hostile one of a megabyte does not fill the log. */
export function shownUrl(url: string): string {
  return url.length <= 200 ? url : `${url.slice(0, 200)}…`;
}

/** All that IANA has given out of IPv6 for public use. Also keeps out `::7f00:1`, which ipaddr.js calls unicast. */
const PUBLIC_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * True for addresses of the public internet. Everything special (private, loopback, link-local, documentation,
 * multicast, carrier NAT, IPv4 inside IPv6 in any of its wrappings, transition prefixes) is false.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.split('%')[0] ?? '';
  if (isIP(bare) === 0) return false;
  const parsed = ipaddr.parse(bare);
  if (parsed instanceof ipaddr.IPv6 && !parsed.match(PUBLIC_IPV6)) return false;
  return parsed.range() === 'unicast';
}

function refused(subject: string, why: string): RevueError {
  return new RevueError('address-refused', `${shownUrl(subject)} is refused: ${why}.`, 'quarantine');
}

function invalid(url: string, why: string): RevueError {
  return new RevueError('url-invalid', `${shownUrl(url)} is not fetched: ${why}.`, 'quarantine');
}

function isReservedName(hostname: string): boolean {
  return `.${hostname.replace(/\.$/, '')}`.endsWith(RESERVED_SUFFIX);
}

function checkHost(url: URL, allow: AllowedOrigin | undefined): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw refused(url.href, `${host} is not a public address`);
  if (!isReservedName(host)) return;
  if (allow === undefined) throw refused(url.href, 'names under .example belong to no site');
  if (url.protocol !== 'http:') throw refused(url.href, 'the demo newsroom speaks plain http only');
}

/**
 * What can be known of a URL before any name is looked up: http or https, no user name or password, at most
 * {@link MAX_URL_LENGTH} units, and, where the host is an address in any spelling, a public one.
 * @throws RevueError `url-invalid` or `address-refused`, both quarantine.
 */
export function checkUrl(url: string, allow?: AllowedOrigin): URL {
  if (url.length > MAX_URL_LENGTH) throw invalid(url, `it is longer than ${MAX_URL_LENGTH} characters`);
  if (!URL.canParse(url)) throw invalid(url, 'it is not a complete URL');
  const parsed = new URL(url);
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') throw invalid(url, 'only http and https are read');
  if (parsed.username !== '' || parsed.password !== '') throw invalid(url, 'it carries a user name or a password');
  checkHost(parsed, allow);
  return parsed;
}

async function resolveWithSystem(hostname: string): Promise<readonly string[]> {
  return (await systemLookup(hostname, { all: true })).map((entry) => entry.address);
}

async function publicAddresses(hostname: string, resolve: Resolve) {
  const addresses = await resolve(hostname);
  const bad = addresses.find((address) => !isPublicAddress(address));
  if (bad !== undefined) throw refused(hostname, `it resolves to ${bad}, which is not a public address`);
  if (addresses.length === 0) throw Object.assign(new Error(`No address for ${hostname}`), { code: 'ENOTFOUND' });
  return addresses.map((address) => ({ address, family: isIP(address) }));
}

type LookupCallback = Parameters<LookupFunction>[2];

async function answerLookup(hostname: string, resolve: Resolve, all: boolean, answer: LookupCallback): Promise<void> {
  try {
    const found = await publicAddresses(hostname, resolve);
    const [first] = found;
    if (all || first === undefined) answer(null, found);
    else answer(null, first.address, first.family);
  } catch (error) {
    answer(error instanceof Error ? error : new Error(String(error)), '', 0);
  }
}

/**
 * A `lookup` for `net.connect` that fails as soon as one of the addresses is not public. The socket dials exactly what
 * this call returned, so a name that changes its answer between check and use (DNS rebinding) gains nothing.
 */
export function guardedLookup(resolve: Resolve = resolveWithSystem): LookupFunction {
  return (hostname, options, callback) => {
    void answerLookup(hostname, resolve, options.all === true, callback);
  };
}

/**
 * An undici dispatcher that dials public addresses only, plus the demo newsroom where one is allowed. Literal addresses
 * are checked here too: a socket never asks `lookup` about them.
 */
export function createGuardedAgent(options: {
  readonly allow?: AllowedOrigin | undefined;
  readonly resolve?: Resolve | undefined;
  readonly connectMs: number;
}): Agent {
  const { allow } = options;
  const dial = buildConnector({ timeout: options.connectMs, lookup: guardedLookup(options.resolve) });
  return new Agent({
    connect: (target, callback) => {
      const host = target.hostname.replace(/^\[|\]$/g, '');
      if (isReservedName(host)) {
        if (allow === undefined) return callback(refused(host, 'names under .example belong to no site'), null);
        return dial({ ...target, hostname: allow.address, port: String(allow.port) }, callback);
      }
      if (isIP(host) !== 0 && !isPublicAddress(host)) {
        return callback(refused(host, 'it is not a public address'), null);
      }
      return dial(target, callback);
    },
  });
}
