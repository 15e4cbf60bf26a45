import { type Box, blockBox, type Family } from '../outline/outline.ts';
import { enclosing, isInside, type Measured, type MeasuredBlock, sumsOf } from './measure.ts';
import { runsOfFour, shareIn, tokensOf } from './tokens.ts';
import words from './words.json' with { type: 'json' };

/** What the page declares about its article, as text; empty where it says nothing. */
export interface Declared {
  readonly title: string;
  readonly description: string;
  /** JSON-LD `articleBody`: often cut or stale, so it is a sign and never the text. */
  readonly body: string;
  /** Its schema type or og:type says that it is an article. */
  readonly isArticle: boolean;
}

/** Rows of numbers, one a block, `featureNames.length` wide. */
export interface FeatureRows {
  readonly width: number;
  readonly values: Float32Array;
}

const families = words.families as readonly Family[];
const patterns = Object.entries(words.patterns).map(([name, source]) => [name, new RegExp(source, 'iu')] as const);
/** Which elements a block may be, and stand in: those of one line count as one. */
const TAGS = rows(words.tags);
const ANCESTORS = rows(words.ancestors);
const ENDS_IN_STOP = /[.!?…。"”»)]$/u;
/** Signs of furniture stand at the head of a block. */
const HEAD = 300;
const NEIGHBOURS = [-3, -2, -1, 1, 2, 3] as const;
/** A shorter declared body is a summary. */
const LEAST_BODY = 250;
const FAR = 99;
/** Smaller pages look like this: the ones to learn from are test cases without furniture, and others are not. */
const FEW_BLOCKS = 60;
const FEW_WORDS = 500;

/** What is worked out once for a page before its rows are written. */
interface PageSigns {
  readonly measured: Measured;
  readonly title: ReadonlySet<string>;
  readonly description: ReadonlySet<string>;
  readonly body: ReadonlySet<string> | null;
  readonly repeats: ReadonlyMap<string, number>;
  readonly shapes: ReadonlyMap<string, Shape>;
  readonly first: number;
  readonly last: number;
  readonly heading: number;
  /** 1 when the page declares itself an article. */
  readonly isArticle: number;
  readonly sinceText: readonly number[];
  readonly untilText: readonly number[];
}

/** What blocks of the same element and class add up to. */
interface Shape {
  blocks: number;
  words: number;
  linkedWords: number;
}

/** The numbers that the trees look at, in a fixed order; a model is only valid for the order it was trained with. */
export function blockFeatures(measured: Measured, declared: Declared): FeatureRows {
  const page = signsOf(measured, declared);
  const width = featureNames.length;
  const values = new Float32Array(measured.blocks.length * width);
  measured.blocks.forEach((block, i) => {
    const row: number[] = [];
    addText(row, block);
    addTags(row, block);
    addFamilies(row, block.box);
    addPlace(row, page, block, i);
    addNeighbours(row, measured, i);
    addBoxes(row, measured, block);
    addAgreement(row, page, block);
    values.set(row, i * width);
  });
  return { width, values };
}

/** The names of the numbers of a row. */
export const featureNames: readonly string[] = [
  ...words.numbers.text,
  ...patterns.map(([name]) => `says ${name}`),
  ...TAGS.map((tags) => tags.join('/')),
  ...words.numbers.tag,
  ...ANCESTORS.map((tags) => `in ${tags.join('/')}`),
  ...['hidden', 'inBody'],
  ...families.flatMap((family) => [`near ${family}`, `under ${family}`]),
  ...words.numbers.place,
  ...NEIGHBOURS.flatMap((at) => [`words ${at}`, `linkShare ${at}`, `sameTag ${at}`]),
  ...['own', 'parent', 'grandparent'].flatMap((box) => words.numbers.box.map((name) => `${box} ${name}`)),
  ...words.numbers.agreement,
];

function rows(lists: readonly string[]): readonly (readonly string[])[] {
  return lists.map((list) => list.split(' '));
}

function signsOf(measured: Measured, declared: Declared): PageSigns {
  const { blocks, container } = measured;
  const body = tokensOf(declared.body.slice(0, 200_000));
  const repeats = new Map<string, number>();
  const shapes = new Map<string, Shape>();
  let first = -1;
  let last = -1;
  blocks.forEach((block, i) => {
    repeats.set(block.text, (repeats.get(block.text) ?? 0) + 1);
    addShape(shapes, block);
    if (block.words < 15 || block.linkShare >= 0.4 || !isInside(block.box, container)) return;
    if (first < 0) first = i;
    last = i;
  });
  return {
    measured,
    title: new Set(tokensOf(declared.title)),
    description: new Set(tokensOf(declared.description)),
    body: declared.body.length > LEAST_BODY ? new Set(runsOfFour(body)) : null,
    repeats,
    shapes,
    first,
    last,
    heading: blocks.findIndex(({ box }) => blockBox(box).tag === 'h1'),
    isArticle: bit(declared.isArticle),
    sinceText: distances(blocks),
    untilText: distances(blocks.toReversed()).toReversed(),
  };
}

const shapeOf = (box: Box): string => {
  const own = blockBox(box);
  return `${own.tag} ${own.names} ${own.parent?.tag} ${own.parent?.names}`;
};

function addShape(shapes: Map<string, Shape>, block: MeasuredBlock): void {
  const key = shapeOf(block.box);
  const shape = shapes.get(key) ?? { blocks: 0, words: 0, linkedWords: 0 };
  shape.blocks += 1;
  shape.words += block.words;
  shape.linkedWords += block.words * block.linkShare;
  shapes.set(key, shape);
}

/** For each block how many blocks back the last running text stood. */
function distances(blocks: readonly MeasuredBlock[]): number[] {
  let distance = FAR;
  return blocks.map(({ words: count, linkShare }) => {
    const before = distance;
    distance = count >= 20 && linkShare < 0.3 ? 1 : distance + 1;
    return before;
  });
}

function addText(row: number[], block: MeasuredBlock): void {
  const { text, words: count, linkShare, ends, commas, stopShare, capitals, digits, emphasised } = block;
  row.push(count, text.length, linkShare, count === 0 ? 0 : text.length / count, ends);
  row.push(bit(ENDS_IN_STOP.test(text.slice(-2))), commas, stopShare);
  row.push(capitals / Math.max(1, count), digits / text.length, emphasised / text.length);
  const head = text.slice(0, HEAD);
  for (const [, pattern] of patterns) row.push(bit(pattern.test(head)));
}

const bit = (is: boolean): number => (is ? 1 : 0);

function addTags(row: number[], { box, breaks }: MeasuredBlock): void {
  const { tag } = blockBox(box);
  const around = new Set<string>();
  for (let each: Box | null = box; each; each = each.parent) around.add(each.tag);
  for (const tags of TAGS) row.push(bit(tags.includes(tag)));
  row.push(/^h[1-6]$/u.test(tag) ? Number(tag[1]) : 0, bit(box.inline), Math.min(breaks, 3));
  for (const tags of ANCESTORS) row.push(bit(tags.some((name) => around.has(name))));
  row.push(bit(box.hidden), bit(box.inBody));
}

/** For each family: whether one of the three nearest boxes has it, and how many boxes have it in all. */
function addFamilies(row: number[], box: Box): void {
  const numbers = new Array<number>(families.length * 2).fill(0);
  let level = 0;
  for (let each: Box | null = box; each?.parent; each = each.parent) {
    for (const family of each.families) {
      const at = 2 * families.indexOf(family);
      if (level < 3) numbers[at] = 1;
      numbers[at + 1] = (numbers[at + 1] ?? 0) + 1;
    }
    if (!each.inline) level += 1;
  }
  row.push(...numbers);
}

function addPlace(row: number[], page: PageSigns, block: MeasuredBlock, i: number): void {
  const { measured, first, last, heading } = page;
  const { blocks, words: total, container, wide } = measured;
  const wideSums = wide ? sumsOf(measured, wide) : null;
  row.push(block.box.depth, i / blocks.length, block.before / Math.max(1, total));
  row.push(Math.max(blocks.length, FEW_BLOCKS), Math.max(total, FEW_WORDS));
  row.push(bit(isInside(block.box, container)), bit(isInside(block.box, wide)));
  row.push(first >= 0 ? i - first : -FAR, last >= 0 ? i - last : FAR);
  row.push((wideSums?.words ?? 0) / Math.max(1, total), wideSums?.blocks ?? 0);
  row.push(page.sinceText[i] ?? FAR, page.untilText[i] ?? FAR, heading >= 0 ? i - heading : -FAR);
  row.push(page.isArticle);
}

function addNeighbours(row: number[], { blocks }: Measured, i: number): void {
  const tag = blocks[i]?.box.tag;
  for (const offset of NEIGHBOURS) {
    const other = blocks[i + offset];
    if (other) row.push(other.words, other.linkShare, bit(other.box.tag === tag));
    else row.push(-1, -1, -1);
  }
}

function addBoxes(row: number[], measured: Measured, { box }: MeasuredBlock): void {
  const wideWords = Math.max(1, measured.wide ? sumsOf(measured, measured.wide).words : 0);
  for (const each of enclosing(box)) {
    const sums = sumsOf(measured, each);
    row.push(sums.words, sums.linkedWords / Math.max(1, sums.words), sums.blocks, sums.good, sums.words / wideWords);
  }
}

function addAgreement(row: number[], page: PageSigns, block: MeasuredBlock): void {
  const { measured, title, description, body, repeats, shapes } = page;
  const shape = shapes.get(shapeOf(block.box));
  row.push(title.size === 0 ? 0 : shared(block, title) / Math.max(1, Math.min(title.size, block.words + 2)));
  row.push(description.size <= 4 ? 0 : shared(block, description) / Math.max(description.size, block.words));
  row.push(body === null ? -1 : (shareIn(block.tokens, body) ?? -0.5), repeats.get(block.text) ?? 1);
  row.push(shape?.blocks ?? 0, shape?.words ?? 0, (shape?.words ?? 0) / Math.max(1, measured.words));
  row.push((shape?.linkedWords ?? 0) / Math.max(1, shape?.words ?? 0));
}

/** Distinct words that a block has in common with a text. */
function shared({ tokens }: MeasuredBlock, with_: ReadonlySet<string>): number {
  const common = new Set<string>();
  for (const token of tokens) if (with_.has(token)) common.add(token);
  return common.size;
}
