import { blockBox, isIn } from '../outline/outline.ts';
import { isInside, type Measured, type MeasuredBlock } from '../scoring/measure.ts';
import { tokensOf } from '../scoring/tokens.ts';
import { withoutColumns } from './columns.ts';
import { isCaption, isFurniture, isPointer } from './furniture.ts';

/** From this score on a block is text of the article, on a page that has clear ones. */
const THRESHOLD = 0.55;
/** On a page whose clearest block is unsure, blocks count from this share of its score. */
const OF_CLEAREST = 0.7;
const LOWEST = 0.08;
/** So many blocks that are left out in a row part one run of text from the next. */
const GAP = 14;
/** A run far from the main one stays when it holds this share of its words or so many words, and one block this sure. */
const RUN_SHARE = 0.15;
const RUN_WORDS = 50;
const SURE = 0.65;
/** A repeat of so many words is a copy, not a refrain. */
const COPY_WORDS = 12;
const LONGEST_TITLE = 60;
const LOOSE_HEADINGS = 2;
/** Below so many words beside the comments, the comments are what the page is about. */
const LEAST_WORDS = 80;

/** The indices of the blocks that are the article's text, in reading order; empty on a page without running text. */
export function mainText(measured: Measured, scores: Float32Array, title: string | null): readonly number[] {
  const { blocks } = measured;
  const block = (i: number): MeasuredBlock => blocks[i] as MeasuredBlock;
  const score = (i: number): number => scores[i] ?? 0;
  const all = blocks.map((_, i) => i);
  const threshold = thresholdOf(measured, scores);
  const scored = all.filter((i) => score(i) >= threshold);
  const rescued = withContainer(measured, scores, scored);
  const own = withoutFurniture(measured, rescued, title);
  const near = withoutStrays(blocks, own, score);
  const agreed = withoutColumns(blocks, orContainer(measured, scores, near));
  const article = without(blocks, agreed, ({ box }) => isIn(box, 'comment'));
  const chosen = without(blocks, article, isFurniture);
  if (chosen.length > 0) return withoutLooseHeadings(blocks, chosen);
  return all.filter(
    (i) => isInside(block(i).box, measured.container) && block(i).linkShare < 0.4 && block(i).words > 4,
  );
}

const wordsOf = (blocks: readonly MeasuredBlock[], indices: readonly number[]): number =>
  indices.reduce((sum, i) => sum + (blocks[i]?.words ?? 0), 0);

function thresholdOf({ blocks }: Measured, scores: Float32Array): number {
  const running = blocks.flatMap(({ words, linkShare }, i) =>
    words >= 20 && linkShare < 0.35 ? [scores[i] ?? 0] : [],
  );
  const clearest = Math.max(0, ...running);
  const threshold = clearest > 0 ? Math.min(THRESHOLD, Math.max(LOWEST, OF_CLEAREST * clearest)) : THRESHOLD;
  let kept = 0;
  let missed = 0;
  blocks.forEach(({ words, linkShare }, i) => {
    const score = scores[i] ?? 0;
    if (score >= threshold) kept += words;
    else if (score >= 0.3 && linkShare < 0.3 && words >= 25) missed += words;
  });
  // The longest texts of the page all fall just under the threshold.
  return missed > kept * 1.2 ? 0.3 : threshold;
}

/** When the scores keep far less than the container holds, its likelier blocks come back. */
function withContainer({ blocks, wide }: Measured, scores: Float32Array, kept: readonly number[]): readonly number[] {
  const inside = blocks.flatMap(({ box, linkShare }, i) =>
    isInside(box, wide) && linkShare < 0.4 && !box.hidden ? [i] : [],
  );
  const held = inside.reduce((sum, i) => sum + ((blocks[i]?.words ?? 0) >= 4 ? (blocks[i]?.words ?? 0) : 0), 0);
  const own = wordsOf(blocks, kept);
  if (own >= 0.35 * held && own >= 15) return kept;
  const likelier = inside.filter((i) => {
    const score = scores[i] ?? 0;
    return score >= 0.12 || ((blocks[i]?.words ?? 0) >= 25 && score >= 0.05);
  });
  return wordsOf(blocks, likelier) > own * 1.5 ? merged(kept, likelier) : kept;
}

const merged = (a: readonly number[], b: readonly number[]): readonly number[] =>
  [...new Set([...a, ...b])].sort((x, y) => x - y);

/** Without the title, captions and copies of what was said before. */
function withoutFurniture(measured: Measured, kept: readonly number[], title: string | null): readonly number[] {
  const titleKey = keyOf(title ?? '');
  const seen = new Set<string>();
  return kept.filter((i) => {
    const block = measured.blocks[i] as MeasuredBlock;
    if (isCaption(block) || isTitle(block, titleKey) || isPointer(measured, block)) return false;
    if (block.words < COPY_WORDS) return true;
    const isNew = !seen.has(block.text);
    seen.add(block.text);
    return isNew;
  });
}

const keyOf = (text: string): string => tokensOf(text).join(' ');

function isTitle({ box, text, words }: MeasuredBlock, titleKey: string): boolean {
  if (titleKey === '' || words > LONGEST_TITLE) return false;
  const key = keyOf(text);
  if (key === titleKey) return true;
  return blockBox(box).tag === 'h1' && key !== '' && (titleKey.includes(key) || key.includes(titleKey));
}

/** Runs of text far from the main one go, unless they are long and sure. */
function withoutStrays(
  blocks: readonly MeasuredBlock[],
  kept: readonly number[],
  score: (i: number) => number,
): readonly number[] {
  if (kept.length <= 3) return kept;
  const runs: number[][] = [];
  for (const i of kept) {
    const run = runs.at(-1);
    if (run && i - (run.at(-1) ?? i) - 1 <= GAP) run.push(i);
    else runs.push([i]);
  }
  const longest = Math.max(...runs.map((run) => wordsOf(blocks, run)));
  return runs
    .filter((run) => {
      const words = wordsOf(blocks, run);
      const isLong = words >= Math.min(longest * RUN_SHARE, RUN_WORDS);
      return words === longest || (isLong && run.some((i) => score(i) > SURE));
    })
    .flat();
}

/** Where scores and rules name different parts of the page, the part that reads more like running text stays. */
function orContainer({ blocks, wide }: Measured, scores: Float32Array, kept: readonly number[]): readonly number[] {
  const byRule = blocks.flatMap(({ box, linkShare, words }, i) =>
    isInside(box, wide) && linkShare < 0.35 && (words >= 6 || (scores[i] ?? 0) > 0.4) && !box.hidden ? [i] : [],
  );
  const own = new Set(kept);
  const common = wordsOf(
    blocks,
    byRule.filter((i) => own.has(i)),
  );
  const ruled = wordsOf(blocks, byRule);
  const differ = common < 0.3 * ruled || common < 0.3 * wordsOf(blocks, kept);
  if (ruled <= 40 || !differ) return kept;
  return prose(blocks, byRule) > 1.5 * prose(blocks, kept) ? byRule : kept;
}

/** Words, by how much their blocks read like prose. */
const prose = (blocks: readonly MeasuredBlock[], indices: readonly number[]): number =>
  indices.reduce((sum, i) => {
    const { words, linkShare, stopShare, ends, box } = blocks[i] as MeasuredBlock;
    const fluent = Math.min(1, 0.2 + stopShare * 1.6) * (ends > 0 ? 1 : 0.4);
    return sum + words * (1 - linkShare) * fluent * (box.hidden ? 0.3 : 1);
  }, 0);

/** Without what stands in boxes for something else, such as comments of readers; unless little else is there: a forum thread has nothing but comments. */
function without(
  blocks: readonly MeasuredBlock[],
  kept: readonly number[],
  isElse: (block: MeasuredBlock) => boolean,
): readonly number[] {
  const others = kept.filter((i) => !isElse(blocks[i] as MeasuredBlock));
  const words = wordsOf(blocks, others);
  return words >= LEAST_WORDS || words > wordsOf(blocks, kept) / 2 ? others : kept;
}

/** One or two headings with nothing of the article behind them belong to what was left out; more of them are a list. */
function withoutLooseHeadings(blocks: readonly MeasuredBlock[], kept: readonly number[]): readonly number[] {
  const last = kept.findLastIndex((i) => !/^h[1-6]$/u.test(blockBox((blocks[i] as MeasuredBlock).box).tag));
  return last < 0 || kept.length - last > LOOSE_HEADINGS + 1 ? kept : kept.slice(0, last + 1);
}
