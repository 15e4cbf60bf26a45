import { folded } from '../text.ts';
import { type Attributes, boxOf } from './box.ts';
import type { Cut } from './cut.ts';
import { first } from './first.ts';
import { MAX_DEPTH, MOST } from './limits.ts';
import type { Box, TextBlock } from './outline.ts';
import tags from './tags.json' with { type: 'json' };
import { tooDeep } from './too-deep.ts';

/** A closing tag looks for its opening one at most this far up: pages that forget to close must not empty the stack. */
const REACH = 6;

const blockTags: ReadonlySet<string> = new Set(tags.block.split(' '));
const emphasisTags: ReadonlySet<string> = new Set(tags.emphasis.split(' '));
const isInline = (tag: string): boolean => tag === 'span' || tag === 'a';

/** Text that is being collected, up to the next boundary. */
interface Run {
  text: string;
  /** The innermost box around all of its words. */
  box: Box | null;
  /** The box around its last words. */
  last: Box | null;
  linked: number;
  emphasised: number;
}
const emptyRun = (): Run => ({ text: '', box: null, last: null, linked: 0, emphasised: 0 });

/** Follows the boxes of a page and parts its text into blocks. Opening a box throws RevueError `page-too-deep`. */
export function createTextReader(url: string | null) {
  const root: Box = boxOf('html', null, {}, 0);
  const boxes: Box[] = [root];
  const blocks: TextBlock[] = [];
  let run = emptyRun();
  let box = root;
  let breaks = 0;
  let links = 0;
  let emphasis = 0;
  let walk = 0;
  let length = 0;
  let dropped = false;

  function full(): Cut | null {
    if (blocks.length >= MOST.blocks) return 'blocks';
    if (boxes.length >= MOST.boxes) return 'boxes';
    if (walk >= MOST.walk) return 'walk';
    return length >= MOST.text ? 'text' : null;
  }

  function flush(): void {
    if (run.text === '') return;
    const all = folded(run.text);
    const text = full() === null ? first(all, MOST.text - length) : '';
    dropped ||= text.length < all.length;
    if (text !== '') {
      const { linked, emphasised } = run;
      const around = run.box ?? box;
      const counts = { linked: Math.min(linked, text.length), emphasised: Math.min(emphasised, text.length) };
      blocks.push({ text, box: around, ...counts, breaks });
      walk += around.depth;
      breaks = 0;
    }
    length = Math.min(length + all.length, MOST.text);
    run = emptyRun();
  }

  function bound(): void {
    flush();
    breaks = 0;
  }

  function enter(tag: string, attributes: Attributes, inline: boolean): void {
    if (!inline) bound();
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

  function open(tag: string, attributes: Attributes): void {
    if (tag === 'br') {
      flush();
      breaks += 1;
      return;
    }
    if (tag === 'a') links += 1;
    else if (emphasisTags.has(tag)) emphasis += 1;
    if (blockTags.has(tag)) enter(tag, attributes, false);
    else if (isInline(tag) && (attributes['class'] || attributes['id'])) enter(tag, attributes, true);
  }

  function close(tag: string): void {
    if (tag === 'a') links = Math.max(0, links - 1);
    else if (emphasisTags.has(tag)) emphasis = Math.max(0, emphasis - 1);
    if (blockTags.has(tag)) bound();
    if (blockTags.has(tag) || isInline(tag)) leave(tag);
  }

  function take(text: string): void {
    if (run.text.length < 2 * MOST.text) run.text += text;
    const shown = run.last !== box || links > 0 || emphasis > 0 ? text.trim().length : 0;
    if (shown === 0) return;
    if (run.last !== box) run.box = run.box ? common(run.box, box) : box;
    run.last = box;
    if (links > 0) run.linked += shown;
    if (emphasis > 0) run.emphasised += shown;
  }

  function result() {
    flush();
    return { root, boxes, blocks, dropped };
  }

  return { open, close, take, full, place: () => ({ box, at: blocks.length }), result };
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
