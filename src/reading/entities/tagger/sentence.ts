import signs from './marks.json' with { type: 'json' };
import type { NameModel } from './model.ts';
import { hashOf, shapes, type Tokens } from './tokens.ts';
import { isNameShape, type Traces, tracesOf } from './traces.ts';

/** A document made ready for its features. */
export interface Prepared {
  readonly tokens: Tokens;
  readonly traces: Traces;
  readonly known: NameModel['known'];
}

/** Makes a document ready: see `Prepared`. */
export const prepare = (tokens: Tokens, known: NameModel['known']): Prepared => ({
  tokens,
  traces: tracesOf(tokens),
  known,
});

const setOf = (list: readonly string[]): ReadonlySet<number> => new Set(list.map(hashOf));
const opening = setOf(signs.opening);
const closing = setOf(signs.closing);
const bracket = hashOf('(');
const ends = setOf(signs.ends);

/** What stands for the word before the first token and after the last one of a passage. */
const EDGE = { before: 1, after: 2 } as const;
/** A name in lower case goes on for at most this many tokens after its last capital or number. */
export const REACH = 6;
/** How far back a quotation mark is looked for. */
const QUOTE_REACH = 7;

/** True for the bracket that opens. */
export const isBracket = (word: number): boolean => word === bracket;

/** The word at `i`, or an edge outside [from, to). */
export function wordAt({ words }: Tokens, i: number, from: number, to: number): number {
  if (i < from) return EDGE.before;
  return i < to ? (words[i] ?? 0) : EDGE.after;
}

/** The shape at `i`; 7 and 8 outside [from, to). */
export function shapeAt({ shapes: written }: Tokens, i: number, from: number, to: number): number {
  if (i < from) return 7;
  return i < to ? (written[i] ?? 0) : 8;
}

/** How many tokens before `i` a quotation opened that has not closed since; 0 when none is near. */
export function quotedSince({ words, shapes: written }: Tokens, i: number, from: number): number {
  const last = Math.max(from, i - QUOTE_REACH);
  for (let at = i - 1; at >= last; at--) {
    if (written[at] !== shapes.mark) continue;
    if (opening.has(words[at] ?? 0)) return i - at;
    if (closing.has(words[at] ?? 0)) return 0;
  }
  return 0;
}

/**
 * Where a name may stand in a passage: for each token 0 (nowhere), or 1 for a capital or number, or 1 more than the number
 * of tokens since the last one of these.
 */
export function openings({ words, shapes: written }: Tokens, from: number, to: number, found: Uint8Array): void {
  let since = REACH + 2;
  for (let i = from; i < to; i++) {
    const shape = written[i] ?? 0;
    since = isNameShape(shape) || shape === shapes.digits ? 1 : since + 1;
    found[i - from] = since > REACH ? 0 : since;
    if (shape === shapes.mark && ends.has(words[i] ?? 0)) since = REACH + 2;
    if (since > REACH) since = REACH + 2;
  }
}
