import type { Kin } from './kin.ts';
import { isKnown, placeOf, traits, traitsOf } from './model.ts';
import { isBracket, type Prepared, quotedSince, shapeAt, wordAt } from './sentence.ts';
import type { Span } from './spans.ts';
import { blend } from './tokens.ts';

/** How many words on each side of a name are read one by one, side by side, and how many without regard to the side. */
const AROUND = 6;
const WIDE = 20;
/** Between two names nearer than this all words are read together ("played by", "dans le rôle de"). */
const BETWEEN = 5;
/** Telling words are looked for within so many. */
const FAR = 12;
/** A name's words are read up to this many. */
const LONGEST = 8;

/** A name of a document with its neighbours in the passage; absent at the passage's borders. */
export interface Placed {
  readonly span: Pick<Span, 'passage' | 'from' | 'to'>;
  readonly before: Pick<Span, 'from' | 'to'> | undefined;
  readonly after: Pick<Span, 'from' | 'to'> | undefined;
  readonly kin: Kin;
}

/** Each span with its neighbours in the same passage. */
export const placed = (
  spans: readonly Pick<Span, 'passage' | 'from' | 'to'>[],
  kin: readonly Kin[],
): readonly Placed[] =>
  spans.map((span, i) => ({
    span,
    before: spans[i - 1]?.passage === span.passage ? spans[i - 1] : undefined,
    after: spans[i + 1]?.passage === span.passage ? spans[i + 1] : undefined,
    kin: kin[i] ?? { group: i, bits: 0 },
  }));

/** The features that tell what a name is, as places among `2 ** bits`. */
export function typeFeatures(document: Prepared, { span, before, after, kin }: Placed, bits: number): Int32Array {
  const found: number[] = [];
  const add = (template: number, value: number): void => {
    found.push(placeOf(template, value, bits));
  };
  add(0, 0);
  addName(document, span, add);
  addTraits(document, span, add);
  addKin(document, span, kin, add);
  addContext(document, span, add);
  addNeighbours(document, span, before, after, add);
  return Int32Array.from(found);
}

type Add = (template: number, value: number) => void;
type Range = Pick<Span, 'passage' | 'from' | 'to'>;

function addName({ tokens, known }: Prepared, { from, to }: Range, add: Add): void {
  const length = Math.min(to - from, LONGEST);
  let name = 0;
  let written = 0;
  let common = 0;
  for (let i = from; i < from + length; i++) {
    const word = tokens.words[i] ?? 0;
    name = blend(name, word);
    written = blend(written, tokens.shapes[i] ?? 0);
    common = common * 2 + (isKnown(known, word) ? 1 : 0);
    add(1, word);
    add(2, tokens.tails3[i] ?? 0);
  }
  add(3, name);
  add(4, written);
  add(5, blend(written, common));
  add(6, length);
  add(7, tokens.words[from] ?? 0);
  add(8, tokens.words[to - 1] ?? 0);
  add(9, blend(tokens.tails2[from] ?? 0, length));
  add(10, blend(tokens.tails2[to - 1] ?? 0, length));
  add(11, blend(tokens.tails4[to - 1] ?? 0, 0));
  add(12, blend(tokens.heads[from] ?? 0, 0));
}

/** Traits of the words around a name that tell makers from those of the story. */
const TELLING = traits.craft | traits.story | traits.work | traits.house;
const NAMED = traits.firstName | traits.place | traits.organisation;

function addTraits(document: Prepared, range: Range, add: Add): void {
  const { tokens, known } = document;
  const length = Math.min(3, range.to - range.from);
  const first = traitsOf(known, tokens.words[range.from] ?? 0) & NAMED;
  const last = traitsOf(known, tokens.words[range.to - 1] ?? 0) & NAMED;
  add(40, first * 4 + length);
  add(41, last * 4 + length);
  add(42, first * 1024 + last * 4 + length);
  const left = tellingWords(document, range, -1, add);
  const right = tellingWords(document, range, 1, add);
  const craft = Math.min(2, left.craft + right.craft);
  const story = Math.min(2, left.story + right.story);
  add(45, (craft * 3 + story) * 4 + length);
}

/** Adds the telling words on one side of a name, and counts them. */
function tellingWords({ tokens, known }: Prepared, { passage, from, to }: Range, side: -1 | 1, add: Add) {
  const start = tokens.passages[passage] ?? 0;
  const end = tokens.passages[passage + 1] ?? 0;
  const sideBit = side < 0 ? 0 : 1;
  const sums = { craft: 0, story: 0 };
  let nearest = 0;
  for (let k = 1; k <= FAR; k++) {
    const at = side < 0 ? from - k : to + k - 1;
    if (at < start || at >= end) break;
    const telling = traitsOf(known, tokens.words[at] ?? 0) & TELLING;
    if (telling === 0) continue;
    if ((telling & traits.craft) !== 0) sums.craft++;
    if ((telling & traits.story) !== 0) sums.story++;
    if (k <= AROUND) add(43, (telling * 8 + k) * 2 + sideBit);
    if (nearest === 0) nearest = telling;
  }
  add(44, (nearest * 4 + Math.min(3, to - from)) * 2 + sideBit);
  return sums;
}

function addKin({ tokens, known }: Prepared, { from, to }: Range, { bits }: Kin, add: Add): void {
  const length = Math.min(3, to - from);
  add(13, bits * 4 + length);
  add(14, blend(bits * 4 + length, isKnown(known, tokens.words[from] ?? 0) ? 1 : 0));
}

function addContext({ tokens }: Prepared, { passage, from, to }: Range, add: Add): void {
  const start = tokens.passages[passage] ?? 0;
  const end = tokens.passages[passage + 1] ?? 0;
  const length = Math.min(3, to - from);
  const left = wordAt(tokens, from - 1, start, end);
  const right = wordAt(tokens, to, start, end);
  const left2 = blend(wordAt(tokens, from - 2, start, end), left);
  const right2 = blend(right, wordAt(tokens, to + 1, start, end));
  const quoted = Math.min(2, quotedSince(tokens, from, start));
  add(15, left);
  add(16, right);
  add(17, blend(left, length));
  add(18, blend(right, length));
  add(19, left2);
  add(20, right2);
  add(21, blend(left, right));
  add(22, quoted * 4 + length);
  add(23, blend(quoted, left));
  add(24, tokens.tails3[to] ?? 0);
  add(25, from === start ? length : 0);
  add(26, shapeAt(tokens, from - 1, start, end) * 10 + shapeAt(tokens, to, start, end));
  add(27, blend(wordAt(tokens, from - 3, start, end), left2));
  add(28, blend(right2, wordAt(tokens, to + 2, start, end)));
  addWordsAround(tokens.words, { passage, from, to }, start, end, add);
}

function addWordsAround(words: Int32Array, { from, to }: Range, start: number, end: number, add: Add): void {
  for (let i = Math.max(start, from - WIDE); i < from; i++) {
    add(31, words[i] ?? 0);
    if (from - i <= AROUND) add(29, words[i] ?? 0);
  }
  for (let i = to; i < Math.min(end, to + WIDE); i++) {
    add(31, words[i] ?? 0);
    if (i < to + AROUND) add(30, words[i] ?? 0);
  }
}

function addNeighbours(
  document: Prepared,
  { from, to }: Range,
  before: Placed['before'],
  after: Placed['after'],
  add: Add,
): void {
  const { words } = document.tokens;
  const own = Math.min(3, to - from);
  if (before) {
    const link = between(document, before.to, from);
    const other = Math.min(3, before.to - before.from);
    add(32, link);
    add(33, blend(link, own * 4 + other));
    if (isBracket(words[from - 1] ?? 0) && before.to === from - 1) add(34, own * 4 + other);
  }
  if (after) {
    const link = between(document, to, after.from);
    const other = Math.min(3, after.to - after.from);
    add(35, link);
    add(36, blend(link, own * 4 + other));
    if (isBracket(words[to] ?? 0) && after.from === to + 1) add(37, own * 4 + other);
  }
  add(38, (before ? 2 : 0) + (after ? 1 : 0));
}

/** The words between two names, together; 0 when they stand too far apart. */
function between({ tokens }: Prepared, from: number, to: number): number {
  if (to - from > BETWEEN) return 0;
  let link = to - from + 1;
  for (let i = from; i < to; i++) link = blend(link, tokens.words[i] ?? 0);
  return link;
}
