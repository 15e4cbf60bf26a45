import { isApostrophe, isHyphen, kindOf, kinds, lowerOf } from './characters.ts';

/** How a token is written. `initial` is one capital, `mixed` has capitals inside (iTunes, McNulty), `mark` is one sign. */
export const shapes = { lower: 0, capital: 1, capitals: 2, initial: 3, mixed: 4, digits: 5, mark: 6 } as const;

/** Tokens of a document, one place in each list per token; hashes are of the lower-case form and have 32 bits. */
export interface Tokens {
  readonly count: number;
  /** UTF-16 offsets in the document's text. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly words: Int32Array;
  readonly shapes: Uint8Array;
  /** Hashes of the first three and the last two, three and four characters. */
  readonly heads: Int32Array;
  readonly tails2: Int32Array;
  readonly tails3: Int32Array;
  readonly tails4: Int32Array;
  /** Where each passage begins among the tokens, and last the number of tokens. */
  readonly passages: Int32Array;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

/** Takes one more number into a hash (FNV-1a, 32 bits). */
export const blend = (hash: number, value: number): number => Math.imul(hash ^ value, PRIME);

/** The hash that `Tokens.words` holds for a word given in lower case with straight apostrophes. */
export function hashOf(word: string): number {
  let hash = SEED;
  for (let i = 0; i < word.length; i++) hash = blend(hash, word.charCodeAt(i));
  return hash;
}

/**
 * Splits the passages of a text: words with their hyphens ("Jean-Pierre"), elided articles with their apostrophe ("l'"),
 * an English genitive by itself ("'s"), initials with their dots ("J.J."), signs one by one. A plus sign stays with its word ("Canal+").
 */
export function tokenise(text: string, passages: readonly { readonly start: number; readonly end: number }[]): Tokens {
  const most = passages.reduce((sum, { start, end }) => sum + Math.max(0, end - start), 0);
  const tokens = roomFor(most, passages.length);
  passages.forEach(({ start, end }, i) => {
    tokens.passages[i] = tokens.count;
    for (let at = start; at < end; ) {
      const kind = kindOf(text.charCodeAt(at));
      const from = at;
      if (kind === kinds.blank) at++;
      else {
        at = kind === kinds.mark ? endOfMark(text, at, end) : endOfWord(text, at, end);
        addToken(tokens, text, from, at);
      }
    }
  });
  tokens.passages[passages.length] = tokens.count;
  return tokens;
}

const roomFor = (most: number, passages: number): Writable<Tokens> => ({
  count: 0,
  starts: new Int32Array(most),
  ends: new Int32Array(most),
  words: new Int32Array(most),
  shapes: new Uint8Array(most),
  heads: new Int32Array(most),
  tails2: new Int32Array(most),
  tails3: new Int32Array(most),
  tails4: new Int32Array(most),
  passages: new Int32Array(passages + 1),
});

/** After a mark: one sign, or a genitive's apostrophe with its s. */
function endOfMark(text: string, at: number, end: number): number {
  const genitive =
    isApostrophe(text.charCodeAt(at)) &&
    at + 1 < end &&
    lowerOf(text.charCodeAt(at + 1)) === 0x73 &&
    (at + 2 >= end || !isWordPart(text, at + 2));
  return genitive ? at + 2 : at + 1;
}

const isWordPart = (text: string, at: number): boolean => kindOf(text.charCodeAt(at)) > kinds.blank;

function endOfWord(text: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (kindOf(code) > kinds.blank) at++;
    else if (isHyphen(code) && at + 1 < end && isWordPart(text, at + 1)) at++;
    else if (isApostrophe(code) && at + 1 < end && isWordPart(text, at + 1)) {
      return endOfMark(text, at, end) === at + 2 ? at : at + 1;
    } else if (code === 0x2b) return at + 1;
    else if (code === 0x2e && isInitial(text, from, at)) at++;
    else return at;
  }
  return at;
}

/** True where the letter before `at` is one capital by itself: at the token's start or after a dot or hyphen. */
function isInitial(text: string, from: number, at: number): boolean {
  if (kindOf(text.charCodeAt(at - 1)) !== kinds.upper) return false;
  if (at - 1 === from) return true;
  const before = text.charCodeAt(at - 2);
  return before === 0x2e || isHyphen(before);
}

const TAIL = 4;

function addToken(tokens: Writable<Tokens>, text: string, from: number, to: number): void {
  const i = tokens.count++;
  tokens.starts[i] = from;
  tokens.ends[i] = to;
  let hash = SEED;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    hash = blend(hash, isApostrophe(code) ? 0x27 : lowerOf(code));
    if (at - from === 2) tokens.heads[i] = hash;
  }
  tokens.words[i] = hash;
  if (to - from < 3) tokens.heads[i] = hash;
  tokens.shapes[i] = shapeOf(text, from, to);
  addTails(tokens, text, from, to, i);
}

function addTails(tokens: Writable<Tokens>, text: string, from: number, to: number, i: number): void {
  let hash = SEED;
  for (let length = 1; length <= TAIL && to - length >= from; length++) {
    hash = blend(hash, lowerOf(text.charCodeAt(to - length)));
    if (length <= 2) tokens.tails2[i] = hash;
    if (length <= 3) tokens.tails3[i] = hash;
    tokens.tails4[i] = hash;
  }
}

function shapeOf(text: string, from: number, to: number): number {
  let upper = 0;
  let inner = 0;
  let lower = 0;
  let digits = 0;
  for (let at = from; at < to; at++) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === kinds.upper) {
      upper++;
      if (at > from && !isHyphen(text.charCodeAt(at - 1))) inner++;
    } else if (kind === kinds.lower) lower++;
    else if (kind === kinds.digit) digits++;
  }
  if (upper === 0) return lower > 0 ? shapes.lower : digits > 0 ? shapes.digits : shapes.mark;
  if (lower === 0) return upper === 1 && digits === 0 ? shapes.initial : shapes.capitals;
  return inner === 0 && kindOf(text.charCodeAt(from)) === kinds.upper ? shapes.capital : shapes.mixed;
}
