import type { Attributes } from './box.ts';
import { type Cut, cutSentence } from './cut.ts';
import { createHeadReader } from './head-reader.ts';
import { MAX_ELEMENT_DEPTH, MOST } from './limits.ts';
import { createMarkReader } from './mark-reader.ts';
import type { Outline, Parts } from './outline.ts';
import { createTextReader } from './text-reader.ts';
import { tooDeep } from './too-deep.ts';

/** An outline, and how many characters the page keeps for readers without scripts. */
export interface Scanned {
  readonly outline: Outline;
  readonly unscripted: number;
}

/** Follows the tags of one page and hands each to who reads the head, the text or the marks. Its handler throws RevueError `page-too-deep`. */
export function createScanner(skippedTags: ReadonlySet<string>, url: string | null) {
  const head = createHeadReader();
  const text = createTextReader(url);
  const marks = createMarkReader();
  const parts = { frames: 0, scripts: 0, images: 0 };
  let elements = 0;
  let depth = 0;
  let deepest = 0;
  let deepestInPiece = 0;
  let nesting = 0;
  /** How many elements that hold no text of the page are open. */
  let skipped = 0;
  let noscript = 0;
  let unscripted = 0;

  function onopentag(tag: string, attributes: Attributes): void {
    elements += 1;
    depth += 1;
    if (depth > MAX_ELEMENT_DEPTH) throw tooDeep(url, MAX_ELEMENT_DEPTH);
    if (depth > deepestInPiece) deepestInPiece = depth;
    if (tag === 'noscript') noscript += 1;
    if (skipped > 0) {
      if (skippedTags.has(tag)) skipped += 1;
      return;
    }
    const part = partOf(tag);
    if (part !== null) parts[part] += 1;
    const isOfHead = head.open(tag, attributes);
    if (skippedTags.has(tag)) {
      skipped += 1;
      return;
    }
    if (!isOfHead) text.open(tag, attributes);
    marks.open(tag, attributes, depth, text.place);
  }

  function onclosetag(tag: string): void {
    head.close(tag);
    marks.close(depth);
    depth -= 1;
    if (tag === 'noscript') noscript = Math.max(0, noscript - 1);
    if (skippedTags.has(tag)) {
      if (skipped > 0) skipped -= 1;
      return;
    }
    if (skipped === 0) text.close(tag);
  }

  function ontext(words: string): void {
    const isOfHead = head.take(words);
    if (noscript > 0 && skipped === 1) unscripted += words.trim().length;
    if (isOfHead || skipped > 0) return;
    text.take(words);
    marks.take(words);
  }

  function endPiece(): void {
    deepest = Math.max(deepest, deepestInPiece);
    nesting += deepestInPiece;
    deepestInPiece = depth;
  }

  const full = (): Cut | null =>
    text.full() ?? (elements >= MOST.elements ? 'elements' : nesting >= MOST.nesting ? 'nesting' : null);

  function result(read: number, hasMore: boolean): Scanned {
    const { dropped, ...shown } = text.result();
    const end = hasMore || dropped ? full() : null;
    const cut = [...(end === null ? [] : [end]), ...marks.cut(), ...head.cut()].map(cutSentence);
    const outline = {
      head: head.result(),
      ...shown,
      marks: marks.result(),
      deepest: Math.max(deepest, deepestInPiece),
      parts,
      read,
      cut,
    };
    return { outline, unscripted };
  }

  return { handler: { onopentag, onclosetag, ontext }, isFull: () => full() !== null, endPiece, result };
}

function partOf(tag: string): keyof Parts | null {
  if (tag === 'img' || tag === 'svg') return 'images';
  if (tag === 'script') return 'scripts';
  return tag === 'iframe' || tag === 'frameset' ? 'frames' : null;
}
