import { gunzipSync, inflateSync } from 'node:zlib';
import { RevueError } from '../domain/errors.ts';

/** One page of an archive as it was answered. */
export interface ArchivedPage {
  readonly url: string;
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
  /** When it was fetched, ISO 8601. */
  readonly date: string | null;
}

/** An archive is unpacked whole, so it is bounded; a page in it as any page is. */
const MAX_ARCHIVE = 512 * 1024 * 1024;
const MAX_PAGE = 10 * 1024 * 1024;

type Headers = ReadonlyMap<string, string>;

/** The successful responses in a WARC file (WARC/1.0 and 1.1, plain or gzip). Throws `warc-unreadable` (quarantine). */
export function* readWarc(file: Uint8Array): Generator<ArchivedPage> {
  const bytes = unpacked(file);
  for (let at = 0; at < bytes.length; ) {
    if (bytes[at] === 13 || bytes[at] === 10) {
      at += 1;
      continue;
    }
    const head = headersAt(bytes, at);
    if (head === null || !head.first.startsWith('WARC/')) throw unreadable('It holds something that is no record');
    const length = Number(head.headers.get('content-length') ?? Number.NaN);
    if (!Number.isInteger(length) || length < 0) throw unreadable('A record does not say how long it is');
    const block = bytes.subarray(head.end, head.end + length);
    if (head.headers.get('warc-type') === 'response') yield* pageOf(head.headers, block);
    at = head.end + length;
  }
}

const unreadable = (why: string): RevueError =>
  new RevueError('warc-unreadable', `The archive cannot be read. ${why}.`, 'quarantine');

function unpacked(file: Uint8Array): Buffer {
  if (file[0] !== 0x1f || file[1] !== 0x8b) return Buffer.from(file);
  try {
    return gunzipSync(file, { maxOutputLength: MAX_ARCHIVE });
  } catch {
    throw unreadable('Its compression is damaged, or it is larger than 512 MiB unpacked');
  }
}

/** A first line and headers up to the blank line; `end` is where the body starts. */
function headersAt(
  bytes: Buffer,
  at: number,
): { readonly first: string; readonly headers: Headers; readonly end: number } | null {
  const end = bytes.indexOf('\r\n\r\n', at);
  if (end < 0 || end - at > 64 * 1024) return null;
  const [first = '', ...lines] = bytes.toString('utf8', at, end).split('\r\n');
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const;
  });
  return { first, headers: new Map(headers), end: end + 4 };
}

function* pageOf(record: Headers, block: Buffer): Generator<ArchivedPage> {
  const url = record.get('warc-target-uri')?.replace(/^<|>$/gu, '');
  const http = headersAt(block, 0);
  if (!url || !/^https?:/iu.test(url) || !http || !/^HTTP\/[\d.]+ 200\b/u.test(http.first)) return;
  const body = block.subarray(http.end);
  const whole = /chunked/iu.test(http.headers.get('transfer-encoding') ?? '') ? dechunked(body) : body;
  const bytes = inflated(whole, http.headers.get('content-encoding') ?? '');
  if (bytes)
    yield {
      url,
      contentType: http.headers.get('content-type') ?? null,
      bytes: new Uint8Array(bytes),
      date: record.get('warc-date') ?? null,
    };
}

/** Null for a body that is damaged or too large: one page of an archive never stops the others. */
function inflated(body: Buffer, encoding: string): Buffer | null {
  try {
    if (/gzip/iu.test(encoding) && body[0] === 0x1f) return gunzipSync(body, { maxOutputLength: MAX_PAGE });
    return /deflate/iu.test(encoding) ? inflateSync(body, { maxOutputLength: MAX_PAGE }) : body;
  } catch {
    return null;
  }
}

/** The chunks of a body put together; a body that is not chunked after all is given back as it is. */
function dechunked(body: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\r\n', at);
    const size = end < 0 || end - at > 20 ? Number.NaN : Number.parseInt(body.toString('latin1', at, end), 16);
    if (Number.isNaN(size)) return chunks.length === 0 ? body : Buffer.concat(chunks);
    if (size === 0) break;
    chunks.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(chunks);
}
