/** An element that bounds text: a block element, a button, a label, or a span or link that is named by a class. */
export interface Box {
  readonly tag: string;
  /** Null for the outermost box only. */
  readonly parent: Box | null;
  readonly depth: number;
  /** True for spans and links: they name the words in them, but do not end a block. */
  readonly inline: boolean;
  /** Class, id, itemprop, role and test id as the page wrote them, separated by blanks. */
  readonly names: string;
  /** What the names say the box is for; see `families.json`. */
  readonly families: ReadonlySet<Family>;
  /** Hidden itself, or in something hidden. */
  readonly hidden: boolean;
  /** In something that is marked as `articleBody` or `reviewBody`. */
  readonly inBody: boolean;
  /** Where the box stands among `Outline.boxes`. */
  readonly order: number;
}

/** What boxes are for, by the words of their names. */
export type Family =
  | 'content'
  | 'body'
  | 'comment'
  | 'related'
  | 'share'
  | 'caption'
  | 'author'
  | 'meta'
  | 'plea'
  | 'advert'
  | 'side';

/** A stretch of text between two boundaries; white space is folded to single blanks, never empty. */
export interface TextBlock {
  readonly text: string;
  readonly box: Box;
  /** Characters inside links, at most the length of the text. */
  readonly linked: number;
  /** Characters in bold or italic, at most the length of the text. */
  readonly emphasised: number;
  /** What stands before it: a boundary of a box, or so many line breaks. */
  readonly breaks: number;
}

/**
 * An inline fact: `<time>`, `<abbr title>`, anything with an itemprop, `rel=author`, a rating in an attribute.
 * `value` is its machine form (datetime, content, title, aria-label, in that order), `text` what a reader sees of it (at most 200 characters).
 */
export interface Mark {
  readonly tag: string;
  /** itemprop, rel and class words, lower case, separated by blanks. */
  readonly names: string;
  readonly value: string | null;
  readonly text: string;
  readonly href: string | null;
  readonly box: Box;
  /** Index in `Outline.blocks` of the block that it stands in or before. */
  readonly at: number;
}

/** What a page says of itself where readers do not look. */
export interface Head {
  /** The title element. */
  readonly title: string;
  /** Contents of meta elements by property, name or itemprop in lower case, in page order. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** The sources of JSON-LD scripts. */
  readonly jsonLd: readonly string[];
  readonly canonical: string | null;
  /** The html element's language. */
  readonly language: string | null;
}

/** Frames of other pages, scripts, and images, each counted. */
export interface Parts {
  readonly frames: number;
  readonly scripts: number;
  readonly images: number;
}

/** A page seen in one pass: its blocks of text in reading order, the boxes around them, and its facts. */
export interface Outline {
  readonly head: Head;
  readonly root: Box;
  readonly boxes: readonly Box[];
  readonly blocks: readonly TextBlock[];
  readonly marks: readonly Mark[];
  /** How deep its elements nest. */
  readonly deepest: number;
  /** How many of its elements show what is no text of its own. */
  readonly parts: Parts;
  /** Characters of the page up to which it was read; what would be too much comes behind. */
  readonly read: number;
  /** What there was too much of, one sentence each; empty for all pages but hostile and broken ones. */
  readonly cut: readonly string[];
}

/** The nearest box around a block that is no inline one. */
export function blockBox(box: Box): Box {
  let current = box;
  while (current.inline && current.parent) current = current.parent;
  return current;
}

/** The boxes from a box to the outermost one, nearest first. */
export function* ancestors(box: Box): Generator<Box> {
  for (let current: Box | null = box; current; current = current.parent) yield current;
}

/** Whether a box stands in, or is, one of a family, looking at most `levels` boxes up. The page's body and its article never count. */
export function isIn(box: Box, family: Family, levels = Number.POSITIVE_INFINITY): boolean {
  let left = levels;
  for (let current: Box | null = box; current && left > 0; current = current.parent, left--) {
    if (current.families.has(family) && current.tag !== 'body') return true;
  }
  return false;
}
