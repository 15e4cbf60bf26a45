import { Parser } from 'htmlparser2';
import { folded } from '../text.ts';

/** What is longer than this is no fact about a page. */
const LONGEST = 2_000;

/** A fact as readers would see it: entities decoded (also twice encoded ones), tags dropped, white space folded. */
export function plain(text: string): string {
  const once = decoded(text.slice(0, LONGEST));
  return folded(/&(?:#\w{1,7}|[a-z]{2,8});/iu.test(once) ? decoded(once) : once);
}

function decoded(text: string): string {
  if (!/[&<]/u.test(text)) return text;
  let result = '';
  const parser = new Parser({ ontext: (part) => void (result += part) }, { decodeEntities: true });
  parser.write(text);
  parser.end();
  return result;
}

/** A text as it is compared: letters and digits only, no case, no accents; what is written the same sounds the same. */
export const comparable = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** The words of a text, for comparison. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** How much two texts say the same: the share of the longer one's words that the other one has, in [0, 1]. */
export function likeness(one: string, other: string): number {
  const [words, others] = [new Set(wordsOf(one)), new Set(wordsOf(other))];
  const common = [...words].filter((word) => others.has(word)).length;
  return common / Math.max(1, words.size, others.size);
}
