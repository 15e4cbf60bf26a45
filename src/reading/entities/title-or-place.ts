import type { NameCandidate, NameHit } from '../../domain/catalogue.ts';
import type { NamesInDocument } from './accept.ts';
import { fold, isGenitive, wordBefore, wordsOf } from './around.ts';
import context from './context.json' with { type: 'json' };
import { isWorldPlace } from './world.ts';

const titleAfter = new RegExp(`^(?:,|:| \\()?\\s?(?:${context.titleAfter.join('|')})(?!\\p{L})`, 'iu');
const placePrepositions = wordsOf('placePrepositions');
const showHeads = wordsOf('showHeads');
const titles = new Set(context.titlesBefore.map(fold));
const isTitle = (word: string): boolean => titles.has(word);

/** A show that bears its hero's name (Luther, Marcella): the title where the words around speak of seasons or showing. */
export function isTitleHere({ start, end }: NameHit, { text, known }: NamesInDocument): boolean {
  if (titleAfter.test(text.slice(end, end + 24))) return true;
  if (isHeadedByShow(text, start)) return true;
  const before = wordBefore(text, start);
  if (!before) return false;
  return isGenitive(before.word) ? known.ends.has(before.end - 2) : showHeads.has(before.folded);
}

const headBefore = /([\p{L}\p{M}-]{2,30})(?:\s(\p{L}{2,15}|\d{1,2}))?\s(?:de\s|d[’']|of\s)$/u;

/** Something that shows have stands before: "the second season of", "saison 3 de", "le créateur d’". */
export function isHeadedByShow(text: string, start: number): boolean {
  const [, head = '', number = ''] = headBefore.exec(text.slice(Math.max(0, start - 60), start)) ?? [];
  return showHeads.has(fold(head)) || showHeads.has(fold(number));
}

/** A place, in a text where a show or character bears the same name (Marseille, Berlin): the words before decide. */
export function meansPlace({ alias, entity, show }: NameCandidate, hit: NameHit, names: NamesInDocument): boolean {
  if (show === null || !isAlsoPlace(hit) || entity.type === 'place') return false;
  const before = wordBefore(names.text, hit.start);
  if (before && placePrepositions.has(before.folded)) return true;
  if (names.relevance.get(show) !== 'about') return true;
  if (alias.part === 'last' || entity.type === 'person') return !before || !isTitle(before.folded);
  if (entity.type !== 'show' || !before || !/^(?:de|of)$/u.test(before.folded)) return false;
  return !isHeadedByShow(names.text, hit.start);
}

/** A place of the catalogue or of the wide world bears this name too. */
export const isAlsoPlace = ({ surface, candidates }: NameHit): boolean =>
  isWorldPlace(surface) || candidates.some(({ entity }) => entity.type === 'place');
