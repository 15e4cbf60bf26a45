import { getBOMEncoding, normalizeEncoding, TextDecoder } from '@exodus/bytes/encoding.js';
import { createSinglebyteEncoder } from '@exodus/bytes/single-byte.js';

/** Where a page declares its charset: the HTML standard looks at the first 1,024 bytes; old pages need more. */
const HEAD_BYTES = 65_536;
/** Pages in another charset are hardly ever right in UTF-8 by chance; so many right characters for a wrong one make a page UTF-8. */
const RIGHT_FOR_WRONG = 4;
const META = /<meta\b[^<>]{0,500}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})/giu;
const XML = /^\s{0,99}<\?xml\b[^<>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{2,40})/giu;
const HEADER = /charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})/giu;
/** What the first byte of a two-byte character of UTF-8 looks like in windows-1252, with one that may follow it. */
const TWICE = /[ÂÃâ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/u;
const toWindows = createSinglebyteEncoder('windows-1252');

/** A page's characters, and the charset that they were read in, in WHATWG spelling. */
export interface Characters {
  readonly text: string;
  readonly encoding: string;
}

/**
 * Bytes to characters: by their mark, as UTF-16 that forgot it, as strict UTF-8, as UTF-8 with a few bad bytes, by what the header
 * and then the page declare, as windows-1252. Never throws.
 */
export function charactersOf(bytes: Uint8Array, contentType: string | null): Characters {
  const mark = getBOMEncoding(bytes) ?? unmarked(bytes);
  if (mark !== null) return { text: new TextDecoder(mark).decode(bytes), encoding: mark };
  const strict = strictText(bytes);
  if (strict !== null) return { text: onceEncoded(strict), encoding: 'utf-8' };
  const declared = declaredEncodings(bytes, contentType);
  const lenient = new TextDecoder('utf-8').decode(bytes);
  if (isNearly(lenient, declared.includes('utf-8') ? 1 : RIGHT_FOR_WRONG)) return { text: lenient, encoding: 'utf-8' };
  const encoding = declared.find((each) => !each.startsWith('utf-')) ?? 'windows-1252';
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/** UTF-16 without its mark: a page begins with `<`, and half of that is a zero. */
export function unmarked(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0x3c && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
  return first === 0 && second === 0x3c && third === 0 && fourth !== 0 ? 'utf-16be' : null;
}

/** Null for what is no UTF-8. A character that is cut off at the end of a page that broke off is left out. */
function strictText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

function isNearly(lenient: string, least: number): boolean {
  const wrong = lenient.match(/\uFFFD/gu)?.length ?? 0;
  const right = lenient.match(/[^\0-\x7F\uFFFD]/gu)?.length ?? 0;
  return right > 0 && right >= least * wrong;
}

/** `Ã©` → `é`: a page whose UTF-8 was taken for windows-1252 and encoded again; only if all of it reads so. */
function onceEncoded(text: string): string {
  if (!TWICE.test(text)) return text;
  try {
    return strictText(toWindows(text)) ?? text;
  } catch {
    return text;
  }
}

/** Known charsets that the header and then the page declare, most trusted first. */
function declaredEncodings(bytes: Uint8Array, contentType: string | null): readonly string[] {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD_BYTES));
  const places = [[HEADER, (contentType ?? '').slice(0, 1_000)] as const, [XML, head] as const, [META, head] as const];
  const labels = places.flatMap(([pattern, text]) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
  return labels.flatMap((label) => normalizeEncoding(label) ?? []).filter((each) => each !== 'replacement');
}
