import type { Entity, NameCandidate, NameHit, Show, ShowId } from '../../domain/catalogue.ts';
import {
  firstNames,
  fold,
  harmless,
  isAllCapitals,
  isCapital,
  isGenitive,
  isHeadline,
  startsSentence,
  wordAfter,
  wordBefore,
  wordsOf,
} from './around.ts';
import context from './context.json' with { type: 'json' };

const institutions = wordsOf('institutions');
const compassBefore = wordsOf('compassBefore');
const seasonWords = wordsOf('seasonWords');
const compassAfter = new RegExp(`^\\s(?:${context.compassAfter.join('|')})(?!\\p{L})`, 'iu');
const headBefore = /(\p{Lu}[\p{L}\p{M}-]{1,30})\s(?:de la |de l[’']|du |des |de |d[’']|of the |of )$/u;
const eventBefore = new RegExp(
  `(?<!\\p{L})(?:${context.eventsBefore.join('|')})\\s(?:de la |de l[’']|du |des |de |d[’']|of the |of )$`,
  'iu',
);
const hyphenBefore = /\p{Lu}[\p{L}\p{M}]{0,30}(?:-\p{L}{1,20}){0,3}-$|outre-$/u;

/** Characters around a title in which a homonym of it is looked for. */
const REACH = 60;

/** Where names end and start in the text: a capital that belongs to another known name is no part of this one. */
export interface KnownNames {
  readonly ends: ReadonlySet<number>;
  readonly starts: ReadonlySet<number>;
}

const ownWords = new WeakMap<Entity, ReadonlySet<string>>();

/** The words of all names of an entity, folded; kept as long as the entity lives. */
function wordsOfEntity(entity: Entity): ReadonlySet<string> {
  const known = ownWords.get(entity);
  if (known) return known;
  const words = new Set(entity.aliases.flatMap(({ text }) => fold(text).split(/[\s-]/u)));
  ownWords.set(entity, words);
  return words;
}

/** A first name or surname of others beside it: Cécile Duflot, Marina Foïs, Roy Keane. */
export function isSomebodyElse(candidate: NameCandidate, hit: NameHit, text: string, known: KnownNames): boolean {
  const { alias, entity } = candidate;
  if (alias.strength === 'strong') return false;
  const own = wordsOfEntity(entity);
  return hasForeignBefore(hit, text, own, known) || hasForeignAfter(alias.part, hit, text, own, known);
}

function hasForeignBefore(
  { start, end, surface }: NameHit,
  text: string,
  own: ReadonlySet<string>,
  known: KnownNames,
): boolean {
  const before = wordBefore(text, start);
  if (!before || !isCapital(before.word) || isGenitive(before.word)) return false;
  if (/^(?:\p{Lu}[.-]?){1,3}$/u.test(before.word)) return false;
  const { folded } = before;
  const parts = folded.split(/[-’']/u);
  if (parts.some((part) => own.has(part)) || harmless.has(folded) || harmless.has(parts[0] ?? '')) return false;
  if (parts.some((part) => firstNames.has(part))) return true;
  if (startsSentence(text, before.start) || known.ends.has(before.end)) return false;
  return !(isAllCapitals(surface) && isAllCapitals(before.word)) && !isHeadline(text, start, end);
}

function hasForeignAfter(
  part: string | undefined,
  { start, end }: NameHit,
  text: string,
  own: ReadonlySet<string>,
  known: KnownNames,
): boolean {
  if (part === 'first' && /^\s(?:de\s|d[’'])\p{Lu}/u.test(text.slice(end, end + 5))) return true;
  const after = wordAfter(text, end);
  if (!after || !/^\p{Lu}\p{Ll}/u.test(after.word) || known.starts.has(after.start)) return false;
  const { folded } = after;
  if (own.has(folded) || harmless.has(folded) || isHeadline(text, start, end)) return false;
  return true;
}

/** A place, organisation or title that is but a part of a longer name: Banque de France, South Africa, Seine-Saint-Denis. */
export function isInLongerName(candidate: NameCandidate, hit: NameHit, text: string, known: KnownNames): boolean {
  const { entity } = candidate;
  if (entity.type === 'place') return isPartOfPlace(hit, text, known);
  if (entity.type === 'show' && !/\s/u.test(hit.surface)) return isPartOfTitle(hit, text, known);
  return false;
}

/** A place's name that is but a part of a longer one. */
export function isPartOfPlace(
  { start, end }: Pick<NameHit, 'start' | 'end'>,
  text: string,
  known: KnownNames,
): boolean {
  const before = text.slice(Math.max(0, start - 90), start);
  const after = text.slice(end, end + 40);
  if (hyphenBefore.test(before) && !known.ends.has(start - 1)) return true;
  if (/^-\p{Lu}/u.test(after) && !known.starts.has(end + 1)) return true;
  return (
    compassAfter.test(after) ||
    eventBefore.test(before) ||
    isHeadedByName(before, start, text, known) ||
    hasNameBefore(start, end, text, known) ||
    hasNameAfter(start, end, text, known)
  );
}

/** "Banque d'Espagne", "Cécile de France", "Festival de Cannes": a name whose head is a first name or an institution. */
function isHeadedByName(before: string, start: number, text: string, known: KnownNames): boolean {
  const match = headBefore.exec(before);
  const head = match?.[1];
  if (!match || head === undefined) return false;
  const at = start - before.length + match.index;
  if (known.ends.has(at + head.length)) return false;
  const folded = fold(head);
  if (institutions.has(folded) || firstNames.has(folded.split('-')[0] ?? '')) return true;
  return !harmless.has(folded) && !isAllCapitals(head) && !startsSentence(text, at) && !known.starts.has(at);
}

function hasNameBefore(start: number, end: number, text: string, known: KnownNames): boolean {
  const before = wordBefore(text, start);
  if (!before || !isCapital(before.word) || isGenitive(before.word) || known.ends.has(before.end)) return false;
  if (firstNames.has(before.folded) || compassBefore.has(before.folded)) return true;
  if (harmless.has(before.folded) || harmless.has(before.folded.split(/[’']/u)[0] ?? '')) return false;
  return !startsSentence(text, before.start) && !isAllCapitals(before.word) && !isHeadline(text, start, end);
}

function hasNameAfter(start: number, end: number, text: string, known: KnownNames): boolean {
  const after = wordAfter(text, end);
  if (!after || !/^\p{Lu}\p{Ll}/u.test(after.word) || known.starts.has(after.start)) return false;
  return !harmless.has(after.folded) && !seasonWords.has(after.folded) && !isHeadline(text, start, end);
}

const isPartOfTitle = ({ start, end }: NameHit, text: string, known: KnownNames): boolean =>
  hasNameBefore(start, end, text, known) || hasNameAfter(start, end, text, known);

/** The homonyms of shows that a text holds, in small letters: most hold none. */
export function homonymsIn(text: string, shows: Iterable<Show>): ReadonlyMap<ShowId, readonly string[]> {
  const small = text.toLowerCase();
  return new Map(
    [...shows].map(({ id, homonyms }) => [
      id,
      homonyms.map((each) => each.toLowerCase()).filter((each) => small.includes(each)),
    ]),
  );
}

/** The title stands in one of the texts that look like it: "Homeland Security". */
export function isInHomonym(homonyms: readonly string[], { start, end }: NameHit, text: string): boolean {
  if (homonyms.length === 0) return false;
  const from = Math.min(start, REACH);
  const around = text.slice(start - from, end + REACH).toLowerCase();
  return homonyms.some((homonym) => {
    const at = around.indexOf(homonym, Math.max(0, from - homonym.length));
    return at >= 0 && at <= from + (end - start) && at + homonym.length >= from && homonym.length > end - start - 4;
  });
}
