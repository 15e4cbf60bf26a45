import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { RevueError } from '../domain/errors.ts';
import { shownUrl } from './guard.ts';

/** How much of a body is read, counted after inflation. */
export interface BodyLimit {
  /** A longer body is an error `too-large`. */
  readonly maxBytes: number;
  /** When given, a longer body is cut here instead. */
  readonly truncateAt?: number | undefined;
}

/** Three layers are more than any honest server sends. */
const MAX_ENCODINGS = 3;

function encodingsOf(header: string): readonly string[] {
  return header
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
}

/** `deflate` means zlib in the standard and raw deflate on some servers; the first byte tells which (RFC 1950 §2.2). */
function decoderOf(encoding: string, firstByte: number) {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'deflate':
      return (firstByte & 0x0f) === 8 ? createInflate() : createInflateRaw();
    default:
      return null;
  }
}

function decodersOf(url: string, header: string, firstByte: number) {
  const encodings = encodingsOf(header);
  const decoders = encodings.toReversed().map((encoding) => decoderOf(encoding, firstByte));
  const known = decoders.filter((decoder) => decoder !== null);
  if (known.length === encodings.length && known.length <= MAX_ENCODINGS) return known;
  const message = `The content encoding "${header.slice(0, 80)}" of ${shownUrl(url)} is not one that Revue asked for.`;
  throw new RevueError('encoding-invalid', message, 'quarantine');
}

/** A stream that keeps what it is given and fails with `full` once there is more than `limit` bytes of it. */
function collector(limit: number, full: Error) {
  const chunks: Buffer[] = [];
  let size = 0;
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      size += chunk.length;
      done(size > limit ? full : null);
    },
  });
  return { stream, bytes: () => new Uint8Array(Buffer.concat(chunks).subarray(0, limit)) };
}

async function* rejoin(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield first;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/**
 * Reads a response body, undoing gzip, brotli and deflate, and hangs up at the limit: a bomb costs no more memory
 * than a page of the permitted size.
 * @throws RevueError `too-large` or `encoding-invalid` (quarantine); other stream errors pass through.
 */
export async function readBody(
  url: string,
  body: Readable,
  contentEncoding: string,
  limit: BodyLimit,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const rest: AsyncIterator<Buffer> = body[Symbol.asyncIterator]();
  const first = await rest.next();
  if (first.done === true) return new Uint8Array(0);
  const full = new RevueError('too-large', `${shownUrl(url)} is larger than ${limit.maxBytes} bytes.`, 'quarantine');
  const sink = collector(limit.truncateAt ?? limit.maxBytes, full);
  const source = Readable.from(rejoin(first.value, rest), { objectMode: false });
  try {
    const decoders = decodersOf(url, contentEncoding, first.value[0] ?? 0);
    await pipeline([source, ...decoders, sink.stream], { signal });
  } catch (error) {
    source.destroy();
    body.destroy();
    if (error !== full || limit.truncateAt === undefined) throw error;
  }
  return sink.bytes();
}
