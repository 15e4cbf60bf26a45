import { isKnown, placeOf, traits, traitsOf } from './model.ts';
import { type Prepared, quotedSince, REACH, shapeAt, wordAt } from './sentence.ts';
import { blend, shapes } from './tokens.ts';
import { isNameShape, tracesAt } from './traces.ts';

/** Room that a token's features take at most. */
export const MOST_FEATURES = 48;
/** The farthest that the words around a run of capitals are looked for. */
const RUN = 6;
/** What lists say of a name's word. */
const LISTED = traits.firstName | traits.place | traits.organisation;

/** A passage within a document, its tokens [from, to), and how much of it is in capitals. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Most words begin with a capital: a headline. */
  readonly capitals: boolean;
}

/** The stretch of one passage. */
export function stretchOf({ tokens }: Prepared, passage: number): Stretch {
  const from = tokens.passages[passage] ?? 0;
  const to = tokens.passages[passage + 1] ?? from;
  let capitals = 0;
  let words = 0;
  for (let i = from; i < to; i++) {
    const shape = tokens.shapes[i] ?? 0;
    if (isNameShape(shape)) capitals++;
    if (isNameShape(shape) || shape === 0) words++;
  }
  return { from, to, capitals: words > 3 && capitals > 0.6 * words };
}

/**
 * The features of token `i`, as places among `2 ** bits`, written into `found`; returns how many. `opening` is what
 * `openings` says of the token. Words without a capital have few features: they are many, and rarely part of a name.
 */
export function spanFeatures(
  document: Prepared,
  stretch: Stretch,
  i: number,
  opening: number,
  bits: number,
  found: Int32Array,
): number {
  return opening === 1 || isNameShape(document.tokens.shapes[i] ?? 0)
    ? capitalFeatures(document, stretch, i, bits, found)
    : lowerFeatures(document, stretch, i, opening, bits, found);
}

function lowerFeatures(
  { tokens }: Prepared,
  { from, to }: Stretch,
  i: number,
  opening: number,
  bits: number,
  found: Int32Array,
): number {
  const word = tokens.words[i] ?? 0;
  const before = wordAt(tokens, i - 1, from, to);
  const after = wordAt(tokens, i + 1, from, to);
  const shape = shapeAt(tokens, i, from, to) * 10;
  let ahead = 1;
  while (ahead < REACH && !isNameShape(shapeAt(tokens, i + ahead, from, to)) && i + ahead < to) ahead++;
  const quoted = quotedSince(tokens, i, from) > 0 ? 1 : 0;
  const around = opening * 10 + ahead;
  let n = 0;
  found[n++] = placeOf(40, shape + quoted, bits);
  found[n++] = placeOf(41, around * 100 + shape + quoted, bits);
  found[n++] = placeOf(42, word, bits);
  found[n++] = placeOf(43, blend(word, opening), bits);
  found[n++] = placeOf(44, blend(word, around), bits);
  found[n++] = placeOf(45, blend(before, word), bits);
  found[n++] = placeOf(46, blend(word, after), bits);
  found[n++] = placeOf(47, blend(blend(before, word), after), bits);
  found[n++] = placeOf(48, blend(word, 2 + quoted), bits);
  found[n++] = placeOf(49, blend(before, shape + opening), bits);
  found[n++] = placeOf(50, blend(after, shape + opening), bits);
  found[n++] = placeOf(51, blend(wordAt(tokens, i - opening + 1, from, to), opening), bits);
  return n;
}

function capitalFeatures(document: Prepared, stretch: Stretch, i: number, bits: number, found: Int32Array): number {
  const begins = i === stretch.from || shapeAt(document.tokens, i - 1, stretch.from, stretch.to) === shapes.mark;
  const shape = (document.tokens.shapes[i] ?? 0) * 4 + (stretch.capitals ? 2 : 0) + (begins ? 1 : 0);
  let n = wordFeatures(document, i, shape, bits, found);
  n = nearFeatures(document, stretch, i, shape, bits, found, n);
  n = loreFeatures(document, stretch, i, shape, bits, found, n);
  return runFeatures(document, stretch, i, bits, found, n);
}

/** The word itself, whole and in parts. */
function wordFeatures({ tokens }: Prepared, i: number, shape: number, bits: number, found: Int32Array): number {
  const word = tokens.words[i] ?? 0;
  const tail = tokens.tails3[i] ?? 0;
  let n = 0;
  found[n++] = placeOf(0, shape, bits);
  found[n++] = placeOf(1, word, bits);
  found[n++] = placeOf(2, blend(word, shape), bits);
  found[n++] = placeOf(16, tokens.heads[i] ?? 0, bits);
  found[n++] = placeOf(17, tokens.tails2[i] ?? 0, bits);
  found[n++] = placeOf(18, tail, bits);
  found[n++] = placeOf(19, tokens.tails4[i] ?? 0, bits);
  found[n++] = placeOf(20, blend(tail, shape), bits);
  return n;
}

/** Two words on each side, and how they are written. */
function nearFeatures(
  { tokens }: Prepared,
  { from, to }: Stretch,
  i: number,
  shape: number,
  bits: number,
  found: Int32Array,
  count: number,
): number {
  const word = tokens.words[i] ?? 0;
  const before = wordAt(tokens, i - 1, from, to);
  const after = wordAt(tokens, i + 1, from, to);
  const before2 = wordAt(tokens, i - 2, from, to);
  const after2 = wordAt(tokens, i + 2, from, to);
  const shapeBefore = shapeAt(tokens, i - 1, from, to);
  const shapeAfter = shapeAt(tokens, i + 1, from, to);
  let n = count;
  found[n++] = placeOf(3, before, bits);
  found[n++] = placeOf(4, after, bits);
  found[n++] = placeOf(5, before2, bits);
  found[n++] = placeOf(6, after2, bits);
  found[n++] = placeOf(7, blend(before, word), bits);
  found[n++] = placeOf(8, blend(word, after), bits);
  found[n++] = placeOf(9, blend(shape, shapeBefore * 10 + shapeAfter), bits);
  found[n++] = placeOf(10, blend(shapeAt(tokens, i - 2, from, to), shape * 100 + shapeBefore), bits);
  found[n++] = placeOf(11, blend(shapeAt(tokens, i + 2, from, to), shape * 100 + shapeAfter), bits);
  found[n++] = placeOf(12, blend(before, shape), bits);
  found[n++] = placeOf(13, blend(after, shape), bits);
  found[n++] = placeOf(14, blend(before2, before), bits);
  found[n++] = placeOf(15, blend(after, after2), bits);
  return n;
}

/** What the training texts, the lists and the document itself know of the words. */
function loreFeatures(
  { tokens, known, traces }: Prepared,
  { from, to }: Stretch,
  i: number,
  shape: number,
  bits: number,
  found: Int32Array,
  count: number,
): number {
  const word = tokens.words[i] ?? 0;
  const before = wordAt(tokens, i - 1, from, to);
  const after = wordAt(tokens, i + 1, from, to);
  const shapeBefore = shapeAt(tokens, i - 1, from, to);
  const shapeAfter = shapeAt(tokens, i + 1, from, to);
  const own = traitsOf(known, word);
  const common = own & traits.common;
  const listed = own & LISTED;
  const traced = tracesAt(traces, word);
  const begins = shape & 1;
  let n = count;
  found[n++] = placeOf(21, shape * 16 + traced * 2 + common, bits);
  found[n++] = placeOf(22, blend(shape * 2 + common, shapeAfter * 2 + (isKnown(known, after) ? 1 : 0)), bits);
  found[n++] = placeOf(23, blend(shape * 2 + common, shapeBefore * 2 + (isKnown(known, before) ? 1 : 0)), bits);
  found[n++] = placeOf(24, tracesAt(traces, before) * 64 + traced * 8 + tracesAt(traces, after), bits);
  found[n++] = placeOf(25, (begins * 8 + Math.min(7, quotedSince(tokens, i, from))) * 2 + common, bits);
  found[n++] = placeOf(33, listed * 128 + (traitsOf(known, after) & LISTED) * 4 + begins, bits);
  found[n++] = placeOf(34, listed * 128 + (traitsOf(known, before) & LISTED) * 4 + begins, bits);
  found[n++] = placeOf(35, listed * 64 + shapeBefore * 8 + shapeAfter, bits);
  return n;
}

/** Features of the run of capitals that a token stands in, and of the words around that run. */
function runFeatures(
  { tokens, known }: Prepared,
  { from, to }: Stretch,
  i: number,
  bits: number,
  found: Int32Array,
  count: number,
): number {
  let first = i;
  let last = i;
  while (i - first < RUN && isNameShape(shapeAt(tokens, first - 1, from, to))) first--;
  while (last - i < RUN && isNameShape(shapeAt(tokens, last + 1, from, to))) last++;
  const left = wordAt(tokens, first - 1, from, to);
  const right = wordAt(tokens, last + 1, from, to);
  const place = (i - first) * 10 + (last - i);
  const opener = tokens.words[first] ?? 0;
  let n = count;
  found[n++] = placeOf(26, place, bits);
  found[n++] = placeOf(27, blend(left, place), bits);
  found[n++] = placeOf(28, blend(right, place), bits);
  found[n++] = placeOf(29, blend(left, right), bits);
  found[n++] = placeOf(30, blend(place, (first === from ? 2 : 0) + (isKnown(known, opener) ? 1 : 0)), bits);
  found[n++] = placeOf(31, blend(opener, place), bits);
  found[n++] = placeOf(32, blend(blend(opener, place), first === from ? 1 : 0), bits);
  return n;
}
