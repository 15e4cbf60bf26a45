import type { NameCandidate, NameHit } from '../../domain/catalogue.ts';
import cues from './cues.json' with { type: 'json' };

/**
 * How far a naming can be trusted: `sure` — written as a title is (its capitals, quotation marks); `plain` — the title's
 * words, which people also use for other things ("the Crown", "dix pour cent"); `weak` — a title that is weak in itself.
 */
export type Grade = 'sure' | 'plain' | 'weak';

/** Characters around a name whose capitals say whether capitals tell anything. */
const AROUND = 40;
/** Characters after a name in which a longer name goes on. */
const BESIDE = 24;

const OPENS = /(?:^|[.!?:;\n«“"‘]\s?)$/u;
const articles = new Set(cues.articles);
const longerName = new RegExp(`^ (?:${cues.longerName.join('|')}) \\p{Lu}`, 'u');
const capitalAfter = new RegExp(`^[\\s-](?!(?:${cues.followers.join('|')})(?!\\p{L}))\\p{Lu}\\p{Ll}`, 'u');
const indefinite = new RegExp(`(?<!\\p{L})(?:${cues.indefinite.join('|')})\\s$`, 'iu');

/** How the words are written decides; null for words that are not the title at all ("the bureau", "un bureau des légendes"). */
export function gradeOf({ alias }: NameCandidate, { start, end, surface }: NameHit, text: string): Grade | null {
  const next = text.slice(end, end + BESIDE);
  if (alias.strength === 'capitals')
    return surface === surface.toUpperCase() && !/^\s\p{Lu}\p{Ll}/u.test(next) ? 'weak' : null;
  if (alias.strength === 'weak') {
    if (!endsAlike(alias.text, surface)) return null;
    return longerName.test(next) || capitalAfter.test(next) ? null : 'weak';
  }
  const capitals = /\p{Lu}/u.test(surface);
  if (!capitals && (!surface.includes(' ') || indefinite.test(text.slice(Math.max(0, start - 4), start)))) return null;
  if (!keepsCapitals(alias.text, surface)) return alias.text.split(' ').length > 3 ? 'plain' : 'weak';
  return isTitle(surface, start, text) && !capitalAfter.test(next) ? 'sure' : 'plain';
}

/** The last word has its capital if the title's has one, as in "the Bureau"; some word has one in any case ("En thérapie"). */
function endsAlike(title: string, surface: string): boolean {
  const [last, written] = [title, surface].map((name) => name.split(' ').at(-1) ?? '');
  return /\p{Lu}/u.test(surface) && (!/^\p{Lu}/u.test(last ?? '') || /^\p{Lu}/u.test(written ?? ''));
}

const wordsOf = (name: string): readonly string[] => name.split(/[\s-]/u);

/** Every capital of the title is written, that of its article too: "the Crown" is also the realm. */
function keepsCapitals(title: string, surface: string): boolean {
  const written = wordsOf(surface);
  return wordsOf(title).every((word, i) => !/^\p{Lu}/u.test(word) || /^\p{Lu}/u.test(written[i] ?? ''));
}

/** Quotation marks around it, a place at the head of a title ("Juego de tronos: …"), or capitals where a sentence has none. */
function isTitle(surface: string, start: number, text: string): boolean {
  const words = wordsOf(surface);
  const several = words.filter((word) => !isArticle(word)).length > 1;
  if (isQuoted(surface, start, text) || words.length > 3) return true;
  if (several && start === 0 && /^\s?:/u.test(text.slice(surface.length, surface.length + 2))) return true;
  if (
    isTitleCase(text.slice(Math.max(0, start - AROUND), start), text.slice(start + surface.length, start + AROUND * 2))
  )
    return words.length > 2;
  const opens = beginsSentence(start, text);
  const telling = words.filter((word, i) => /^\p{Lu}/u.test(word) && !isArticle(word) && !(i === 0 && opens));
  return telling.length > 1 || (telling.length === 1 && several);
}

/** Whether a place in a text is the beginning of a sentence or of something quoted. */
export const beginsSentence = (start: number, text: string): boolean =>
  OPENS.test(text.slice(Math.max(0, start - 3), start));

/** Whether a name has a capital within a sentence, where other words have none. */
export const standsInside = (surface: string, start: number, text: string): boolean =>
  /\p{Lu}/u.test(surface) &&
  !beginsSentence(start, text) &&
  !isTitleCase(text.slice(Math.max(0, start - AROUND), start), text.slice(start + surface.length, start + AROUND * 2));

/** Where every word has a capital, capitals tell nothing: "Slow Horses, Fast Money: Inside a Betting Ring". */
function isTitleCase(before: string, after: string): boolean {
  const around = `${before} ${after}`.match(/(?<!\p{L})\p{L}{4,}/gu) ?? [];
  return around.length > 2 && around.every((word) => /^\p{Lu}/u.test(word));
}

const isArticle = (word: string): boolean => articles.has(word.toLowerCase());

/** Whether quotation marks stand around a name. */
export function isQuoted(surface: string, start: number, text: string): boolean {
  const open = /["«“‘']\s?$/u.test(text.slice(Math.max(0, start - 2), start));
  return open && /^[!?,.]?\s?["»”’']/u.test(text.slice(start + surface.length, start + surface.length + 3));
}
