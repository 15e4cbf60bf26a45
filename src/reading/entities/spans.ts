import type { Entity, NameCandidate, NameHit } from '../../domain/catalogue.ts';
import { fold, isCapital, wordAfter, wordBefore } from './around.ts';
import context from './context.json' with { type: 'json' };

const initialsBefore = /(?<![\p{L}\p{M}.])((?:\p{Lu}\.?(?:\s|-)?){1,3})$/u;
const tails = new Set(context.brandTails);
const professions = new Set(context.professions.map(fold));
const englishTitles = new Set(context.englishTitles);
const broadcasters = new Set(['channel', 'platform', 'outlet']);

/**
 * Where a name starts, initials before a surname included ("É. Rochant"); null when they are somebody else's. The French
 * `M.` before a surname is a title.
 */
export function withInitials(
  { alias, entity }: NameCandidate,
  hit: NameHit,
  text: string,
  language: string,
): number | null {
  if (alias.part !== 'last') return hit.start;
  const before = initialsBefore.exec(text.slice(Math.max(0, hit.start - 10), hit.start))?.[1];
  if (before === undefined || !/\p{Lu}\.?[\s-]?$/u.test(before) || !before.includes('.')) return hit.start;
  if (language === 'fr' && /^M\.\s$/u.test(before)) return hit.start;
  const own = fold(entity.name)[0];
  return fold(before)[0] === own ? hit.start - before.length : null;
}

/** Where a name starts without the profession before a surname, where the catalogue has both in one: "juge Roban". */
export function withoutTitle({ aliases, type }: Entity, { start, surface }: NameHit): number {
  const [title = '', rest] = [surface.split(' ')[0], surface.split(' ').slice(1).join(' ')];
  if (type !== 'character' || !professions.has(fold(title).replace(/\.$/u, ''))) return start;
  const isAlias = aliases.some(({ text }) => fold(text) === fold(rest));
  return isAlias ? start + title.length + 1 : start;
}

/** Where the name of a channel or outlet ends that goes on: "BBC America", "HBO Max". */
export function withTail({ roles }: Entity, { end }: NameHit, text: string): number {
  if (!roles?.some((role) => broadcasters.has(role))) return end;
  const after = wordAfter(text, end);
  return after && tails.has(after.word) ? after.end : end;
}

/** Where a name starts with the title before it, which English writes as a part of the name: "Mrs Hudson", "Lady Mary". */
export function withTitle({ type }: Entity, start: number, text: string, language: string): number {
  if (language.split('-', 1)[0] !== 'en' || (type !== 'person' && type !== 'character')) return start;
  const before = wordBefore(text, start);
  return before && isCapital(before.word) && englishTitles.has(before.folded) ? before.start : start;
}
