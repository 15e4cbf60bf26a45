import { Parser } from 'htmlparser2';
import { first } from './first.ts';
import { PIECE } from './limits.ts';
import type { Outline } from './outline.ts';
import { createScanner, type Scanned } from './scanner.ts';
import tags from './tags.json' with { type: 'json' };

/** A page that scripts draw has at least so many characters for readers without scripts, or nothing to read. */
const LEAST_UNSCRIPTED = 500;

const skipped: ReadonlySet<string> = new Set(tags.skipped.split(' '));
const skippedWithScripts: ReadonlySet<string> = new Set([...skipped].filter((tag) => tag !== 'noscript'));

/**
 * Reads a page in one pass, without building its tree; in a second one when most of its text is there for readers without scripts only.
 * Throws RevueError (quarantine): `page-too-deep`.
 */
export function scan(html: string, url: string | null = null): Outline {
  // Browsers pass over these signs; a parser takes all that follows for a comment.
  const clean = html.includes('<![CDATA[') ? html.replaceAll('<![CDATA[', '').replaceAll(']]>', '') : html;
  const { outline, unscripted } = pass(clean, skipped, url);
  const shown = outline.blocks.reduce((sum, { text }) => sum + text.length, 0);
  if (unscripted < LEAST_UNSCRIPTED || unscripted < 2 * shown) return outline;
  return pass(clean, skippedWithScripts, url).outline;
}

function pass(html: string, skippedTags: ReadonlySet<string>, url: string | null): Scanned {
  const scanner = createScanner(skippedTags, url);
  const parser = new Parser(scanner.handler, { decodeEntities: true });
  let read = 0;
  while (read < html.length && !scanner.isFull()) {
    const piece = first(html.slice(read, read + PIECE + 1), PIECE);
    parser.write(piece);
    read += piece.length;
    scanner.endPiece();
  }
  if (!scanner.isFull()) parser.end();
  return scanner.result(read, read < html.length);
}
