import endings from './endings.json' with { type: 'json' };
import { begins } from './starts.ts';
import { neverBeforeStart, strongAfterCapital } from './words.ts';

const beforeNumber: Readonly<Record<string, string>> = endings.strongBeforeNumber;
const strong = new Map(
  Object.entries(endings.strongStarters).map(([language, words]) => [
    language,
    new RegExp(
      `(?<=\\p{Ll}\\s)(?:(?:${words})(?=\\s\\p{Ll})|(?:${beforeNumber[language]})(?=\\s\\d)|[CJ]['’](?=\\p{Ll}))`,
      'gu',
    ),
  ]),
);
/** Words in capitals at the start of a sentence, and a word without behind them. */
const CAPITALS = /(?<=^|[.!?…]\s)(?:[\p{Lu}\d'’&,-]{1,30}\s){1,20}(?=\p{Lu}(?:\p{Ll}|['’]|\s\p{Ll}))/gu;
const LEAST_CAPITALS = 8;
/** No title over a text is longer, and no look back goes further. */
const TITLE = 45;
const NEAR = 160;

/** Offsets where a sentence starts behind a title, or behind one whose stop was forgotten; for French and English. */
export function titleCuts(line: string, language: string): readonly number[] {
  const pattern = strong.get(language);
  if (!pattern) return [];
  const capitals = [...line.matchAll(CAPITALS)]
    .filter(({ 0: title }) => (title.match(/\p{Lu}/gu)?.length ?? 0) >= LEAST_CAPITALS)
    .map(({ index, 0: { length } }) => index + length)
    .filter((cut) => begins(line.slice(cut, cut + TITLE)));
  const words = [...line.matchAll(pattern)]
    .filter(({ index, 0: word }) => followsTitle(line.slice(Math.max(0, index - NEAR), index), word, language))
    .map(({ index }) => index);
  return [...capitals, ...words];
}

/** A word that begins sentences, with a capital, and before it words without a stop that can be whole. */
function followsTitle(before: string, word: string, language: string): boolean {
  const head = /[^.!?…:;]*$/u.exec(before.trimEnd())?.[0].trimStart() ?? '';
  const last = /[\p{L}\p{M}]+$/u.exec(head)?.[0] ?? '';
  if (/["«“„(,[—–]/u.test(head) || neverBeforeStart.has(last.toLowerCase())) return false;
  const isTitle = head.length <= TITLE && /^\p{Lu}/u.test(head);
  if (language === 'fr') return isTitle;
  return /^\p{Ll}/u.test(last) || (isTitle && strongAfterCapital.has(word));
}
