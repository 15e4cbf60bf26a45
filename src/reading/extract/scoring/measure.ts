import { type Box, blockBox, type Outline, type TextBlock } from '../outline/outline.ts';
import { tokensOf } from './tokens.ts';
import words from './words.json' with { type: 'json' };

const stopWords = new Set(words.stop.split(' '));

/** A block with what is counted in it. Shares are in [0, 1]. */
export interface MeasuredBlock extends TextBlock {
  readonly tokens: readonly string[];
  readonly words: number;
  readonly linkShare: number;
  readonly stopShare: number;
  readonly commas: number;
  /** Marks that end a sentence. */
  readonly ends: number;
  readonly capitals: number;
  readonly digits: number;
  /** Words of the page before this block. */
  readonly before: number;
  /** How much it speaks like running text; 0 for labels and links. */
  readonly speech: number;
}

/** What all blocks inside a box add up to. */
export interface BoxSums {
  words: number;
  linkedWords: number;
  blocks: number;
  /** Blocks of running text. */
  good: number;
  /** Speech of its blocks, weaker from further down. */
  speech: number;
}

/** A page's blocks and boxes, measured. */
export interface Measured {
  readonly outline: Outline;
  readonly blocks: readonly MeasuredBlock[];
  /** By `Box.order`. */
  readonly sums: readonly BoxSums[];
  readonly words: number;
  /** The box that says the most by simple rules, and the same widened to parents that add much; null on a page without running text. */
  readonly container: Box | null;
  readonly wide: Box | null;
}

const EMPTY: BoxSums = { words: 0, linkedWords: 0, blocks: 0, good: 0, speech: 0 };

/** The sums of a box. */
export const sumsOf = ({ sums }: Pick<Measured, 'sums'>, box: Box): BoxSums => sums[box.order] ?? EMPTY;

/** Counts everything that scoring looks at. */
export function measure(outline: Outline): Measured {
  let total = 0;
  const blocks = outline.blocks.map((block) => {
    const measured = measureBlock(block, total);
    total += measured.words;
    return measured;
  });
  const sums = outline.boxes.map(() => ({ ...EMPTY }));
  for (const block of blocks) addToBoxes(block, sums);
  const container = containerOf(outline, sums, blocks);
  return { outline, blocks, sums, words: total, container, wide: container && widened(container, sums) };
}

function measureBlock(block: TextBlock, before: number): MeasuredBlock {
  const { text } = block;
  const tokens = tokensOf(text);
  let stops = 0;
  for (const token of tokens) if (stopWords.has(token)) stops += 1;
  const { box, linked, emphasised, breaks } = block;
  const measured = {
    text,
    box,
    linked,
    emphasised,
    breaks,
    tokens,
    words: tokens.length,
    linkShare: block.linked / text.length,
    stopShare: tokens.length === 0 ? 0 : stops / tokens.length,
    ...countSigns(text),
    before,
  };
  return { ...measured, speech: speechOf(measured) };
}

/** Counts in one walk, as every block of every page goes through here. */
function countSigns(text: string): Pick<MeasuredBlock, 'commas' | 'ends' | 'capitals' | 'digits'> {
  const counts = { commas: 0, ends: 0, capitals: 0, digits: 0 };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 97 && code <= 122) continue;
    if (code >= 65 && code <= 90) counts.capitals += 1;
    else if (code >= 48 && code <= 57) counts.digits += 1;
    else if (COMMAS.includes(code)) counts.commas += 1;
    else if (ENDS.includes(code)) counts.ends += 1;
    else if (code >= 0xc0 && code < 0x530 && isCapital(text[i] ?? '')) counts.capitals += 1;
  }
  return counts;
}

const codes = (signs: string): readonly number[] => Array.from(signs, (sign) => sign.charCodeAt(0));
const COMMAS = codes(',;،、，');
const ENDS = codes('.!?…。！？');
const isCapital = (letter: string): boolean => letter !== letter.toLowerCase();

/** How much a block speaks like running text, after the scoring of Readability: length, commas, sentences, few links. */
function speechOf({ words: count, commas, linkShare, stopShare, ends }: Omit<MeasuredBlock, 'speech'>): number {
  if (count < 6) return 0;
  const length = Math.min(count / 15, 6) * (1 - linkShare);
  return (1 + commas * 0.5 + length + (stopShare > 0.25 ? 1.5 : 0) + (ends > 0 ? 1 : -0.5)) * (1 - linkShare);
}

function addToBoxes(block: MeasuredBlock, sums: readonly BoxSums[]): void {
  const isGood = block.words >= 8 && block.linkShare < 0.4;
  let level = 0;
  for (let box: Box | null = block.box; box; box = box.parent) {
    const own = sums[box.order];
    if (!own) return;
    own.words += block.words;
    own.linkedWords += block.words * block.linkShare;
    own.blocks += 1;
    if (isGood) own.good += 1;
    if (level < 6)
      own.speech += level === 0 ? block.speech : level === 1 ? block.speech * 0.6 : (block.speech * 0.4) / level;
    if (box.parent && !box.parent.inline) level += 1;
  }
}

function containerOf(outline: Outline, sums: readonly BoxSums[], blocks: readonly MeasuredBlock[]): Box | null {
  const candidates = new Set<Box>();
  for (const { box } of blocks) {
    for (let each: Box | null = box; each && !candidates.has(each); each = each.parent) candidates.add(each);
  }
  let best: Box | null = null;
  let most = 0;
  for (const box of candidates) {
    const { speech, words: count, linkedWords } = sums[box.order] ?? EMPTY;
    if (box.inline || speech === 0) continue;
    const score = speech * (1 - linkedWords / Math.max(1, count)) * trustIn(box);
    if (score > most) {
      most = score;
      best = box;
    }
  }
  return best ?? (blocks.length > 0 ? outline.root : null);
}

/** What the names around a box say for or against it; 1 when they say nothing. */
function trustIn(box: Box): number {
  let against = 0;
  let inFavour = 0;
  let level = 0;
  for (let each: Box | null = box; each && level < 4; each = each.parent, level++) {
    const { families } = each;
    if (['comment', 'related', 'side', 'plea', 'advert'].some((name) => (families as ReadonlySet<string>).has(name)))
      against += 1;
    if (families.has('body')) inFavour += 2;
    else if (families.has('content')) inFavour += 0.5;
  }
  return (1 + 0.12 * Math.min(inFavour, 4) - 0.15 * Math.min(against, 3)) * (box.inBody ? 1.4 : 1);
}

/** Parents join as long as they add much running text and few links. */
function widened(container: Box, sums: readonly BoxSums[]): Box {
  let box = container;
  for (;;) {
    const { parent } = box;
    if (!parent?.parent) return box;
    const own = sums[box.order] ?? EMPTY;
    const outer = sums[parent.order] ?? EMPTY;
    const isCloser = outer.words < own.words * 1.6 && outer.linkedWords / Math.max(1, outer.words) < 0.25;
    if (!isCloser || outer.good <= own.good) return box;
    box = parent;
  }
}

/** Whether a box is another one or stands in it. */
export function isInside(box: Box, container: Box | null): boolean {
  for (let each: Box | null = box; each; each = each.parent) if (each === container) return true;
  return false;
}

/** The words of the nearest block box, its parent and its grandparent. */
export function enclosing(box: Box): readonly [Box, Box, Box] {
  const own = blockBox(box);
  const parent = own.parent ?? own;
  return [own, parent, parent.parent ?? parent];
}
