import type { Prepared } from './sentence.ts';
import type { Span } from './spans.ts';
import { blend } from './tokens.ts';

/** What a document says of one name beside the place where it stands. */
export interface Kin {
  /** The mentions of the same name in the document (indices among its spans): the same words, or the one longer name that begins or ends with this word. */
  readonly group: number;
  /** Bits: 1 its first word stands alone elsewhere, 2 its last word does, 4 it is the first word of a longer name, 8 the last one. */
  readonly bits: number;
}

const FIRST_ALONE = 1;
const LAST_ALONE = 2;
const IS_FIRST = 4;
const IS_LAST = 8;

/** Finds which spans of a document name the same, by their words; one longer name gives its group to its first and last word. */
export function kinOf({ tokens }: Prepared, spans: readonly Pick<Span, 'from' | 'to'>[]): readonly Kin[] {
  const words = tokens.words;
  const firsts = new Map<number, Set<number>>();
  const lasts = new Map<number, Set<number>>();
  const alone = new Set<number>();
  const names = spans.map(({ from, to }) => {
    const name = nameOf(words, from, to);
    if (to - from === 1) alone.add(words[from] ?? 0);
    else {
      note(firsts, words[from] ?? 0, name);
      note(lasts, words[to - 1] ?? 0, name);
    }
    return name;
  });
  return spans.map(({ from, to }, i) => {
    const first = words[from] ?? 0;
    const last = words[to - 1] ?? 0;
    if (to - from > 1) {
      return { group: names[i] ?? 0, bits: (alone.has(first) ? FIRST_ALONE : 0) | (alone.has(last) ? LAST_ALONE : 0) };
    }
    const bits = (firsts.has(first) ? IS_FIRST : 0) | (lasts.has(first) ? IS_LAST : 0);
    return { group: only(lasts.get(first)) ?? only(firsts.get(first)) ?? names[i] ?? 0, bits };
  });
}

function nameOf(words: Int32Array, from: number, to: number): number {
  let name = to - from;
  for (let i = from; i < to; i++) name = blend(name, words[i] ?? 0);
  return name;
}

function note(all: Map<number, Set<number>>, word: number, name: number): void {
  const known = all.get(word);
  if (known) known.add(name);
  else all.set(word, new Set([name]));
}

const only = (names: ReadonlySet<number> | undefined): number | undefined =>
  names?.size === 1 ? [...names][0] : undefined;
