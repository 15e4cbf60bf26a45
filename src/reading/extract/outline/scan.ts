import { Parser } from 'htmlparser2';
import { RevueError } from '../../../domain/errors.ts';
import { folded } from '../text.ts';
import { type Attributes, boxOf } from './box.ts';
import { LONGEST_VALUE, MAX_DEPTH, MAX_ELEMENT_DEPTH, MOST, MOST_IN_HEAD, MOST_OPEN_MARKS, PIECE } from './limits.ts';
import { isMark, markOf } from './mark.ts';
import type { Box, Head, Mark, Outline, Parts, TextBlock } from './outline.ts';
import tags from './tags.json' with { type: 'json' };

/** A closing tag looks for its opening one at most this far up: pages that forget to close must not empty the stack. */
const REACH = 6;
const MARK_TEXT = 200;
/** A page that scripts draw has at least so many characters for readers without scripts, or nothing to read. */
const LEAST_UNSCRIPTED = 500;

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const blockTags = set(tags.block);
const skippedTags = set(tags.skipped);
const emphasisTags = set(tags.emphasis);
/**
 * Reads a page in one pass, without building its tree; in a second one when most of its text is there for readers without scripts only.
 * Throws RevueError (quarantine): `page-too-deep`.
 */
export function scan(html: string, url: string | null = null): Outline {
  // Browsers pass over these signs; a parser takes all that follows for a comment.
  const clean = html.includes('<![CDATA[') ? html.replaceAll('<![CDATA[', '').replaceAll(']]>', '') : html;
  const { outline, unscripted } = pass(clean, skippedTags, url);
  const shown = outline.blocks.reduce((sum, { text }) => sum + text.length, 0);
  if (unscripted < LEAST_UNSCRIPTED || unscripted < 2 * shown) return outline;
  return pass(clean, new Set([...skippedTags].filter((tag) => tag !== 'noscript')), url).outline;
}

function pass(html: string, skippedTags: ReadonlySet<string>, url: string | null) {
  const scanner = createScanner(skippedTags, url);
  const parser = new Parser(scanner.handler, { decodeEntities: true });
  let read = 0;
  for (; read < html.length && !scanner.isFull(); read += PIECE) parser.write(html.slice(read, read + PIECE));
  if (!scanner.isFull()) parser.end();
  return scanner.result(read);
}

/** Text that is being collected, up to the next boundary. */
interface Run {
  text: string;
  /** The innermost box around all of its words. */
  box: Box | null;
  linked: number;
  emphasised: number;
}

/** A mark whose text is being collected. */
interface OpenMark {
  readonly tag: string;
  readonly names: string;
  readonly value: string | null;
  readonly href: string | null;
  readonly box: Box;
  readonly at: number;
  readonly depth: number;
  text: string;
}

/** Where raw text goes while it is no text of the page. */
type Sink = 'title' | 'json-ld' | null;

function createScanner(skippedTags: ReadonlySet<string>, url: string | null) {
  const root: Box = boxOf('html', null, {}, 0);
  const boxes: Box[] = [root];
  const blocks: TextBlock[] = [];
  const marks: Mark[] = [];
  const open: OpenMark[] = [];
  const head = {
    title: '',
    meta: new Map<string, string[]>(),
    jsonLd: [] as string[],
    canonical: null as string | null,
    language: null as string | null,
  };
  let run: Run = { text: '', box: null, linked: 0, emphasised: 0 };
  let box = root;
  let breaks = 0;
  let skipped = 0;
  let noscript = 0;
  let unscripted = 0;
  let links = 0;
  let emphasis = 0;
  let depth = 0;
  let deepest = 0;
  let sink: Sink = null;
  const parts = { frames: 0, scripts: 0, images: 0 };
  let source = '';
  let data = 0;
  let walk = 0;
  let length = 0;

  const isFull = (): boolean =>
    blocks.length >= MOST.blocks || boxes.length >= MOST.boxes || walk >= MOST.walk || length >= MOST.text;

  function flush(): void {
    const text = run.text === '' ? '' : folded(run.text).slice(0, MOST.text - length);
    if (text !== '' && !isFull()) {
      const { linked, emphasised } = run;
      blocks.push({
        text,
        box: run.box ?? box,
        linked: Math.min(linked, text.length),
        emphasised: Math.min(emphasised, text.length),
        breaks,
      });
      walk += (run.box ?? box).depth;
      length += text.length;
      breaks = 0;
    }
    if (run.text !== '') run = { text: '', box: null, linked: 0, emphasised: 0 };
  }

  function enter(tag: string, attributes: Attributes, inline: boolean): void {
    if (!inline) {
      flush();
      breaks = 0;
    }
    if (box.depth >= MAX_DEPTH) throw tooDeep(url, MAX_DEPTH);
    box = boxOf(tag, box, attributes, boxes.length, inline);
    boxes.push(box);
  }

  function leave(tag: string): void {
    let current: Box | null = box;
    for (let i = 0; current?.parent && i < REACH; i++, current = current.parent) {
      if (current.tag === tag) {
        box = current.parent;
        return;
      }
      // A closing span or link never closes the blocks around it.
      if (isInline(tag) && !current.inline) return;
    }
  }

  function onopentag(tag: string, attributes: Attributes): void {
    depth += 1;
    if (depth > MAX_ELEMENT_DEPTH) throw tooDeep(url, MAX_ELEMENT_DEPTH);
    deepest = Math.max(deepest, depth);
    if (tag === 'noscript') noscript += 1;
    if (skipped > 0) {
      if (skippedTags.has(tag)) skipped += 1;
      return;
    }
    const part = partOf(tag);
    if (part !== null) parts[part] += 1;
    if (tag === 'script' && /ld\+json/iu.test(attributes['type']?.slice(0, 100) ?? '')) {
      sink = 'json-ld';
      source = '';
    }
    if (skippedTags.has(tag)) {
      skipped += 1;
      return;
    }
    if (tag === 'html') head.language = (attributes['lang'] || attributes['xml:lang'])?.slice(0, 100) || head.language;
    else if (tag === 'meta') readMeta(head, attributes);
    else if (tag === 'link') {
      if (/\bcanonical\b/iu.test(attributes['rel']?.slice(0, 100) ?? ''))
        head.canonical ??= attributes['href']?.slice(0, LONGEST_VALUE.other) || null;
    } else if (tag === 'title') {
      sink = 'title';
    } else if (tag === 'br') {
      flush();
      breaks += 1;
    } else {
      if (tag === 'a') links += 1;
      else if (emphasisTags.has(tag)) emphasis += 1;
      if (blockTags.has(tag)) enter(tag, attributes, false);
      else if (isInline(tag) && (attributes['class'] || attributes['id'])) enter(tag, attributes, true);
    }
    if (open.length < MOST_OPEN_MARKS && marks.length < MOST.marks && isMark(tag, attributes))
      open.push({ ...markOf(tag, attributes), box, at: blocks.length, depth, text: '' });
  }

  function onclosetag(tag: string): void {
    if (sink === 'json-ld' && tag === 'script' && head.jsonLd.length < MOST_IN_HEAD.scripts) head.jsonLd.push(source);
    if (sink !== null && (tag === 'script' || tag === 'title')) sink = null;
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= depth) {
      const { depth: _, text, ...mark } = open.pop() as OpenMark;
      marks.push({ ...mark, text: folded(text) });
    }
    depth -= 1;
    if (tag === 'noscript') noscript = Math.max(0, noscript - 1);
    if (skippedTags.has(tag)) {
      if (skipped > 0) skipped -= 1;
      return;
    }
    if (skipped > 0) return;
    if (tag === 'a') links = Math.max(0, links - 1);
    else if (emphasisTags.has(tag)) emphasis = Math.max(0, emphasis - 1);
    if (blockTags.has(tag)) {
      flush();
      breaks = 0;
      leave(tag);
    } else if (isInline(tag)) leave(tag);
  }

  function ontext(text: string): void {
    if (sink === 'json-ld') {
      data += text.length;
      if (data <= MOST_IN_HEAD.data) source += text;
    } else if (sink === 'title') head.title += text.slice(0, MOST_IN_HEAD.title - head.title.length);
    if (noscript > 0 && skipped === 1) unscripted += text.trim().length;
    if (sink !== null || skipped > 0) return;
    if (run.text.length < 2 * MOST.text) run.text += text;
    if (run.box !== box && text.trim() !== '') run.box = run.box ? common(run.box, box) : box;
    for (const mark of open) if (mark.text.length < MARK_TEXT) mark.text += text.slice(0, MARK_TEXT);
    if (links === 0 && emphasis === 0) return;
    const length = text.trim().length;
    if (links > 0) run.linked += length;
    if (emphasis > 0) run.emphasised += length;
  }

  function result(read: number) {
    flush();
    const { title, ...rest } = head;
    const outline: Outline = {
      head: { ...rest, title: folded(title) } satisfies Head,
      root,
      boxes,
      blocks,
      marks,
      deepest,
      parts,
      read,
    };
    return { outline, unscripted };
  }

  return { handler: { onopentag, onclosetag, ontext }, isFull, result };
}

function partOf(tag: string): keyof Parts | null {
  if (tag === 'img' || tag === 'svg') return 'images';
  if (tag === 'script') return 'scripts';
  return tag === 'iframe' || tag === 'frameset' ? 'frames' : null;
}

/** The innermost box around both; `a` and `b` lie within one block box, so this is a few steps. */
function common(a: Box, b: Box): Box {
  let [x, y] = [a, b];
  while (x !== y) {
    if (x.depth >= y.depth && x.parent) x = x.parent;
    else if (y.parent) y = y.parent;
    else return x;
  }
  return x;
}

const isInline = (tag: string): boolean => tag === 'span' || tag === 'a';

function readMeta(head: { readonly meta: Map<string, string[]> }, attributes: Attributes): void {
  const content = attributes['content']?.slice(0, LONGEST_VALUE.head);
  if (!content || head.meta.size >= MOST_IN_HEAD.meta) return;
  for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
    const key = attributes[attribute]?.slice(0, LONGEST_VALUE.other).toLowerCase();
    if (!key) continue;
    const values = head.meta.get(key);
    if (values) values.push(...(values.length < MOST_IN_HEAD.meta ? [content] : []));
    else head.meta.set(key, [content]);
    return;
  }
}

function tooDeep(url: string | null, depth: number): RevueError {
  const message = `${url ?? 'The page'} nests elements deeper than ${depth}, as no article does.`;
  return new RevueError('page-too-deep', message, 'quarantine');
}
