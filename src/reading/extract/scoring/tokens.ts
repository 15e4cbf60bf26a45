const WORD = /[\p{L}\p{N}_]+/gu;
/** Languages that write no blanks between words: each sign is a token. */
const SIGN =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[[\p{L}\p{N}_]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]]+/gv;
const HAS_SIGNS = /[\u3040-\u30FF\u3400-\u9FFF]/u;

/** The words of a text in lower case, or its signs where a language writes no blanks between words. */
export const tokensOf = (text: string): readonly string[] =>
  text.toLowerCase().match(HAS_SIGNS.test(text) ? SIGN : WORD) ?? [];

/** Overlapping runs of four tokens, joined by blanks. */
export function runsOfFour(tokens: readonly string[]): readonly string[] {
  const runs: string[] = [];
  for (let i = 0; i + 3 < tokens.length; i++) {
    runs.push(`${tokens[i]} ${tokens[i + 1]} ${tokens[i + 2]} ${tokens[i + 3]}`);
  }
  return runs;
}

/** The share of a block's runs of four that stand in a set; null when it has fewer than four tokens. */
export function shareIn(tokens: readonly string[], runs: ReadonlySet<string>): number | null {
  const own = runsOfFour(tokens);
  return own.length === 0 ? null : own.filter((run) => runs.has(run)).length / own.length;
}
