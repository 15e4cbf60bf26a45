import type { Tokens } from '../../reading/entities/tagger/tokens.ts';

/** A stretch of tokens [from, to). */
export interface TokenSpan {
  readonly from: number;
  readonly to: number;
}

/** Names as stretches of tokens, in the order of the text; null for a name whose borders are not those of tokens. */
export function aligned(
  { starts, ends, count }: Tokens,
  names: readonly { readonly start: number; readonly end: number }[],
): readonly (TokenSpan | null)[] {
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    first.set(starts[i] ?? 0, i);
    last.set(ends[i] ?? 0, i);
  }
  return names.map(({ start, end }) => {
    const from = first.get(start);
    const to = last.get(end);
    return from === undefined || to === undefined ? null : { from, to: to + 1 };
  });
}
