import { gunzipSync } from 'node:zlib';
import { getBOMEncoding, normalizeEncoding, TextDecoder } from '@exodus/bytes/encoding.js';
import { RevueError } from '../domain/errors.ts';

/** The most that a file which is itself compressed (`sitemap.xml.gz`) may grow to. */
const MAX_INFLATED = 10 * 1024 * 1024;

function inflated(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_INFLATED });
  } catch (cause) {
    const message = `A gzip file is damaged or larger than ${MAX_INFLATED} bytes once unpacked.`;
    throw new RevueError('encoding-invalid', message, 'quarantine', { cause });
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The charset that HTTP (RFC 7303: it wins) or the XML declaration announces, in WHATWG spelling. */
function announced(bytes: Uint8Array, contentType: string | null): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 200));
  const inHeader = /charset\s*=\s*["']?([^\s"';]{1,40})/i.exec(contentType ?? '')?.[1];
  const inXml = /^\s*<\?xml[^>]{0,80}encoding\s*=\s*["']([^"']{1,40})/i.exec(head)?.[1];
  return normalizeEncoding(inHeader ?? '') ?? normalizeEncoding(inXml ?? '');
}

/** One-byte charsets cannot be told from UTF-8 by failing, so servers announce them wrongly and nobody notices. */
const isOneByte = (encoding: string): boolean => /^(?:windows-|iso-8859|macintosh|koi8|x-mac)/.test(encoding);

/**
 * The characters of a feed, sitemap or robots file: unpacked when it is a gzip file, then decoded by byte order mark,
 * HTTP header or XML declaration. Bytes that are valid UTF-8 are UTF-8 whatever one-byte charset is announced, and
 * bytes announced as UTF-8 that are not are windows-1252.
 * @throws RevueError `encoding-invalid` (quarantine) for a damaged gzip file or one that unpacks to more than 10 MiB.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const plain = inflated(bytes);
  const fromMark = getBOMEncoding(plain);
  if (fromMark !== null) return new TextDecoder(fromMark).decode(plain);
  const label = announced(plain, contentType) ?? 'utf-8';
  if (label !== 'utf-8' && label !== 'replacement' && !isOneByte(label)) return new TextDecoder(label).decode(plain);
  if (isUtf8(plain)) return new TextDecoder('utf-8').decode(plain);
  return new TextDecoder(isOneByte(label) ? label : 'windows-1252').decode(plain);
}
