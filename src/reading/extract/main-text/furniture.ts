import { ancestors } from '../outline/outline.ts';
import { type Measured, type MeasuredBlock, sumsOf } from '../scoring/measure.ts';
import rules from './furniture.json' with { type: 'json' };

/** Longer texts are no captions, and an aside with more words is more than a pointer. */
const SHORT = 60;

/** In a box whose very name says that it is none of the article. Names that only hold such a word say less: the scores weigh those. */
export function isFurniture({ box }: MeasuredBlock): boolean {
  for (const { names, tag } of ancestors(box)) {
    if (tag === 'nav' || tag === 'footer') return true;
    if (tag !== 'body' && names !== '' && names.split(' ').some((name) => FURNITURE.has(name.toLowerCase())))
      return true;
  }
  return false;
}

const FURNITURE = new Set(rules.furniture);

/** Links to other articles: by their words, or because an aside holds nothing else. */
export function isPointer(measured: Measured, { box, text, linkShare }: MeasuredBlock): boolean {
  if (linkShare < 0.5) return false;
  if (STARTS.test(text) || ENDS.test(text)) return true;
  for (const each of ancestors(box)) {
    if (each.tag !== 'aside') continue;
    const { words, linkedWords } = sumsOf(measured, each);
    return words < SHORT && linkedWords >= 0.8 * words;
  }
  return false;
}

const STARTS = new RegExp(`^\\W{0,3}(?:${rules.starts.join('|')})(?!\\p{L})`, 'iu');
const ENDS = new RegExp(`(?:${rules.ends.join('|')})\\W{0,3}$`, 'iu');

/** Words under a picture, and posts of other networks that a page shows. */
export function isCaption({ box, words }: MeasuredBlock): boolean {
  let level = 0;
  for (const each of ancestors(box)) {
    if (level === 3) return false;
    if (each.tag === 'figcaption' || each.tag === 'figure' || each.tag === 'caption') return true;
    if (EMBEDDED.test(each.names) || (words <= SHORT && CAPTION.test(each.names))) return true;
    if (!each.inline) level += 1;
  }
  return false;
}

const EMBEDDED = new RegExp(rules.embedded, 'iu');
const CAPTION = new RegExp(rules.captions, 'iu');
