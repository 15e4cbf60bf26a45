/** Words that are read of a text, so that no page can fill the index. */
const MOST_WORDS = 20_000;
/** Words as runs of letters and digits; scripts without blanks are read character by character. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[[\p{L}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]]+/gv;

/** The first 20,000 words of a text without case and accents. */
export const wordsOf = (text: string): readonly string[] =>
  (text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(WORD) ?? []).slice(0, MOST_WORDS);
