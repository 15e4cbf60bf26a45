const MARKS = /[\u0300-\u036f]/g;
const TWINS: ReadonlyMap<string, string> = new Map([
  ...'’‘ʼ`´'.split('').map((sign) => [sign, "'"] as const),
  ...'«»“”„‟'.split('').map((sign) => [sign, '"'] as const),
  ...'‐‑‒–—−'.split('').map((sign) => [sign, '-'] as const),
]);

function foldSign(sign: string): string {
  const twin = TWINS.get(sign);
  if (twin !== undefined) return twin;
  if (/\s/.test(sign)) return ' ';
  const bare = sign.normalize('NFD').replace(MARKS, '');
  return bare.length === 1 ? bare : sign;
}

/**
 * Lower case without diacritics, one kind of quote, apostrophe, dash and blank. The length never changes, so offsets in
 * the folded text are offsets in the text.
 */
export function fold(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, foldSign).toLowerCase();
}
