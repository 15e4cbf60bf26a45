import { bareStart, begins, firstWord } from './starts.ts';
import type { Stop } from './stops.ts';
import {
  alsoNames,
  behindHours,
  endBeforeCapital,
  isAbbreviation,
  months,
  nameParticles,
  neverEnd,
  onlyBeforeNumber,
  ordinalLanguages,
} from './words.ts';

/** "1.", "(2.", "b.", "IV." and nothing else. */
const LIST_NUMBER = /^[\s([*-]*(?:\d{1,3}(?:\.\d{1,2}){0,3}|\p{L}|[ivx]{1,5}|[IVX]{1,5})$/u;
/** "S", "J.-C", "D.G.S.E", "Ph". */
const INITIALS = /^(?:\p{Lu}\p{Ll}?\.-?)*\p{Lu}\p{Ll}?$/u;

/** True when the single full stop ends a sentence; behind it stands a capital, a number or a sign. */
export function dotEnds({ before, closers, next }: Stop, language: string): boolean {
  if (LIST_NUMBER.test(before)) return false;
  const word = /[^\s«“„"([’']+$/u.exec(before)?.[0] ?? '';
  if (word === '' || /\p{L}['’]\p{Ll}$/u.test(before)) return true;
  if (/^\p{L}$/u.test(word) && /^\p{L}\./u.test(next)) return false;
  if (/^\p{Ll}$/u.test(word) && /^\d/u.test(next)) return false;
  if (/\s\p{Ll}\.\s?\p{Ll}$/u.test(before) && !begins(bareStart(next))) return false;
  const start = bareStart(next);
  const known = isAbbreviation(word.toLowerCase(), language);
  if (/^\d{1,2}$/u.test(word) && ordinalLanguages.has(language)) return begins(start) || !/^[\p{Lu}\d]/u.test(start);
  if (closers.trim() !== '') return begins(start) || /["»”“]/u.test(closers) || !known;
  if (known) return abbreviationEnds(word, before, start, language);
  return !INITIALS.test(word) || word.length > 8 || initialEnds(word, start);
}

function abbreviationEnds(word: string, before: string, start: string, language: string): boolean {
  const lower = word.toLowerCase();
  const isInitial = /^\p{Lu}$/u.test(word);
  const isNumber = /^(?:\d|(?!I['’\s])[IVX]+\b)/u.test(start);
  if (lower === 'm' || lower === 'me') return !(language === 'fr' && word.startsWith('M'));
  if (/^\p{Lu}{2,}$/u.test(word)) return begins(start);
  if (months.has(lower)) return !isNumber && (begins(start) || !/\d\S*\s\S+$/u.test(before));
  if (onlyBeforeNumber.has(lower) && !isInitial) return !isNumber;
  if (endBeforeCapital.has(lower) || (alsoNames.has(word) && /\p{L}\s\S+$/u.test(before) && !isNumber)) return true;
  if (neverEnd.has(lower) && !isInitial) return false;
  if (/^[ap]\.m$/u.test(lower)) return !behindHours.has(firstWord(start));
  return begins(start) && !(isInitial && isNumber);
}

/** "G. Debailly" and "J. De Niro" go on; "plan B. Il" ends. */
function initialEnds(word: string, start: string): boolean {
  if (/^\d/u.test(start)) return word.length > 2;
  if (!/^\p{Lu}/u.test(start)) return true;
  if (nameParticles.has(firstWord(start)) && /^\p{L}+\s\p{Lu}/u.test(start)) return false;
  return begins(start);
}
