import lists from './cousins.json' with { type: 'json' };
import { functionWordShare } from './function-words.ts';

/** Languages that every detector takes for French or English, by words that those two do not have. */
const cousins: Readonly<Record<string, readonly ReadonlySet<string>[]>> = Object.fromEntries(
  Object.entries(lists).map(([language, all]) => [
    language,
    Object.values(all).map((words) => new Set(words.split(' '))),
  ]),
);
/** Different words, because one alone may be a name: Los Angeles. */
const LEAST_WORDS = 2;
/** Words of a cousin, as a share of the function words of the language that it looks like. */
const SHARE = 0.25;
/** Running French has at least so many function words, by characters of text; English is written in lists and tables more often. */
const LEAST_FRENCH = [
  { from: 180, share: 0.15 },
  { from: 400, share: 0.22 },
] as const;

/** True for Occitan, Walloon, Picard, Scots, Pidgin and others when they were taken for French or English. */
export function isCousin(text: string, language: string): boolean {
  const known = cousins[language];
  if (!known) return false;
  const words =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}-]+'?/gu) ?? [];
  const own = functionWordShare(words, language) * words.length;
  const found = known.map((list) => words.filter((word) => list.has(word)));
  if (found.some((all) => new Set(all).size >= LEAST_WORDS && all.length > SHARE * own)) return true;
  const least = LEAST_FRENCH.findLast(({ from }) => text.length >= from)?.share ?? 0;
  return language === 'fr' && own < least * words.length;
}
