import { getBOMEncoding } from '@exodus/bytes/encoding.js';
import { RevueError } from '../../domain/errors.ts';
import type { DecodedPage } from '../../domain/extraction.ts';
import type { PageInput } from '../../domain/reading.ts';
import { charactersOf, unmarked } from './charset.ts';
import signatures from './signatures.json' with { type: 'json' };

export const decodeStage = { name: 'decode', version: '2' } as const;

/** Larger pages are no articles. */
const MAX_BYTES = 10 * 1024 * 1024;
/** Bytes that are looked at to tell text from anything else. */
const SAMPLE_BYTES = 4_096;
/** Share of control characters from which bytes are no text. */
const CONTROL_SHARE = 0.02;

/**
 * Bytes to characters: BOM, UTF-8 (strict, or nearly), the charset of the header, of the page itself, then windows-1252.
 * UTF-8 goes before declarations because pages that are UTF-8 and say otherwise are common, and legacy text is never valid UTF-8.
 * Throws RevueError (quarantine): `empty-page`, `page-too-large`, `not-text`, `unsupported-type`.
 */
export function decode(page: PageInput): DecodedPage {
  const name = page.url ?? 'The page';
  const { bytes } = page;
  if (bytes.length === 0) throw refuse('empty-page', `${name} is empty.`);
  if (bytes.length > MAX_BYTES) throw refuse('page-too-large', `${name} is larger than 10 MiB; no page of text is.`);
  const binary = binaryKind(bytes);
  if (binary !== null) throw refuse('not-text', `${name} is ${binary}, not a page of text.`);
  const { text: raw, encoding } = charactersOf(bytes, page.contentType);
  // Browsers pass over NUL too, and PostgreSQL cannot store it.
  const text = raw.replaceAll('\0', '');
  if (text.trim() === '') throw refuse('empty-page', `${name} holds no text.`);
  return { url: page.url, mediaType: mediaTypeOf(page.contentType, text, name), text, encoding };
}

const refuse = (code: string, message: string): RevueError => new RevueError(code, message, 'quarantine');

function binaryKind(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  const known = signatures.find(({ start }) => head.startsWith(start));
  if (known) return known.name;
  if (getBOMEncoding(bytes) !== null || unmarked(bytes) !== null) return null;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const control = sample.reduce((sum, byte) => sum + (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) ? 1 : 0), 0);
  return control > sample.length * CONTROL_SHARE ? 'binary data' : null;
}

function mediaTypeOf(contentType: string | null, text: string, name: string): DecodedPage['mediaType'] {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (['text/html', 'application/xhtml+xml'].includes(type)) return 'text/html';
  if (type.startsWith('image/') || type.startsWith('video/') || type.startsWith('audio/')) {
    throw refuse('unsupported-type', `${name} is served as ${type}, not as a page of text.`);
  }
  // Servers name plain text and unknown types carelessly, so the beginning of the text decides.
  return /^\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--[^]{0,2000}?-->\s*)?<(?:!doctype html|html|head|title|link|script|style|body|frameset|article|section|main|div|h1|p|table|meta)\b/iu.test(
    text.slice(0, 4_000),
  )
    ? 'text/html'
    : 'text/plain';
}
