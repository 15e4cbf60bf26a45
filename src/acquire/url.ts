import { RevueError } from '../domain/errors.ts';
import { MAX_URL_LENGTH, shownUrl } from './guard.ts';
import tracking from './tracking-parameters.json' with { type: 'json' };

const trackingNames: ReadonlySet<string> = new Set(tracking.names);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function isTracking(parameter: string): boolean {
  const name = decoded(parameter.split('=', 1)[0] ?? '').toLowerCase();
  return trackingNames.has(name) || tracking.prefixes.some((prefix) => name.startsWith(prefix));
}

/** The query without its tracking parameters; the others keep their order and spelling, since servers may mind. */
function withoutTracking(search: string): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '' && !isTracking(parameter));
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}

/**
 * The canonical spelling of a page's address: scheme and host in lower case, no default port, no fragment, no tracking
 * parameter, percent-encodings in capitals. Applying it twice changes nothing.
 * @throws RevueError `url-invalid` (quarantine) unless it is a complete http or https URL.
 */
export function normaliseUrl(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')) {
    throw new RevueError('url-invalid', `${shownUrl(url)} is not a complete http or https URL.`, 'quarantine');
  }
  parsed.hash = '';
  parsed.search = withoutTracking(parsed.search);
  return parsed.href.replace(/%[0-9a-f]{2}/gi, (triplet) => triplet.toUpperCase());
}

/**
 * The address that a link on a page leads to, or null when it is not a web address that may be stored: another scheme,
 * no URL at all, longer than {@link MAX_URL_LENGTH}.
 */
export function resolveLink(link: string, base: string): string | null {
  const trimmed = link.trim();
  if (trimmed === '' || trimmed.length > MAX_URL_LENGTH) return null;
  const relative = URL.canParse(trimmed, base);
  if (!relative && !URL.canParse(trimmed)) return null;
  const { protocol, href } = new URL(trimmed, relative ? base : undefined);
  return (protocol === 'http:' || protocol === 'https:') && href.length <= MAX_URL_LENGTH ? href : null;
}
