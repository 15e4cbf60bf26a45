import type { CatalogueIndex, NameCandidate, NameHit, ShowId } from '../../domain/catalogue.ts';
import type { Mention, ShowRelevance } from '../../domain/reading.ts';
import context from './context.json' with { type: 'json' };

export const entitiesStage = { name: 'entities', version: '2' } as const;

/** What names are judged by. `hits` are the name matches over `text`; hits and passages stand in the order of the text. */
export interface EntitiesInput {
  readonly text: string;
  readonly passages: readonly { readonly start: number; readonly end: number }[];
  readonly language: string;
  readonly hits: readonly NameHit[];
  readonly shows: readonly ShowRelevance[];
}

const starters = new Set(context.sentenceStarters);
const titles = new Set(context.titlesBefore);
const unitBefore = new RegExp(
  `(?:${context.unitBefore.join('|').replaceAll('.', '\\.')})\\s*(?:the|le|la|du)?\\s*["“«]?\\s*$`,
  'iu',
);
const unitAfter = new RegExp(`^["”»]?,?\\s*(?:${context.unitAfter.join('|')})(?!\\p{L})`, 'iu');

const articleBefore = new RegExp(`(?<!\\p{L})(?:${context.articles.join('|')})\\s$`, 'iu');

/** The catalogue names in each passage, judged in context; tone is not known yet. */
export function readEntities(input: EntitiesInput, index: CatalogueIndex): readonly (readonly Mention[])[] {
  const relevant = new Set<ShowId>(input.shows.map(({ show }) => show));
  const sure = surelyNamed(input.hits);
  const mentions = input.hits.flatMap((hit) => judged(hit, input, relevant, sure, index) ?? []);
  let next = 0;
  return input.passages.map(({ start, end }) => {
    while ((mentions[next]?.start ?? Infinity) < start) next++;
    const from = next;
    while ((mentions[next]?.end ?? Infinity) <= end) next++;
    return mentions.slice(from, next);
  });
}

/** Entities that the text names in full somewhere. */
function surelyNamed(hits: readonly NameHit[]): ReadonlySet<string> {
  return new Set(
    hits.flatMap(({ candidates }) =>
      candidates.filter(({ alias }) => alias.strength === 'strong').map(({ entity }) => entity.id),
    ),
  );
}

function judged(
  hit: NameHit,
  { text }: EntitiesInput,
  relevant: ReadonlySet<ShowId>,
  sure: ReadonlySet<string>,
  index: CatalogueIndex,
): Mention | null {
  const accepted = hit.candidates.filter((candidate) => accepts(candidate, hit, text, relevant, sure));
  const chosen = accepted.sort((a, b) => weightOf(b, relevant, sure) - weightOf(a, relevant, sure))[0];
  if (!chosen) return null;
  const { start, end, surface } = hit;
  const entity = asUnit(chosen, hit, text, index) ?? chosen.entity;
  return { entity: entity.id, type: entity.type, surface, start, end, sentiment: null };
}

function accepts(
  candidate: NameCandidate,
  hit: NameHit,
  text: string,
  relevant: ReadonlySet<ShowId>,
  sure: ReadonlySet<string>,
): boolean {
  const { alias, entity, show, distance } = candidate;
  const inContext = show === null ? entity.type !== 'person' : relevant.has(show);
  if (alias.strength === 'capitals') return inContext && hit.surface === hit.surface.toUpperCase();
  if (!isCapitalised(hit.surface, entity.type)) return false;
  if (alias.strength === 'strong') return distance === 0 || inContext || hit.surface.includes(' ');
  if (!inContext && !sure.has(entity.id)) return false;
  return !isSomebodyElse(candidate, hit, text) && !isCommonNoun(candidate, hit, text);
}

/** A name starts with a capital; others may begin with an article or a common noun in small letters ("le Bureau des légendes"). */
function isCapitalised(surface: string, type: string): boolean {
  if (/^\p{Lu}/u.test(surface)) return true;
  return (
    ['organisation', 'place', 'show', 'work'].includes(type) &&
    (/\p{Lu}/u.test(surface) || surface.split(' ').length > 2)
  );
}

/** A first name or surname of others beside it: Cécile Duflot, Marina Foïs. */
function isSomebodyElse({ alias, entity }: NameCandidate, { start, end }: NameHit, text: string): boolean {
  if (!['person', 'character'].includes(entity.type)) return false;
  const before = /(\p{Lu}[\p{L}’'-]+)\s$/u.exec(text.slice(Math.max(0, start - 30), start))?.[1];
  const after = /^\s(\p{Lu}\p{Ll}[\p{L}-]*)/u.exec(text.slice(end, end + 30))?.[1];
  const own = entity.aliases.flatMap((each) => each.text.toLowerCase().split(/[\s-]/u));
  const foreign = (word: string | undefined): boolean => word !== undefined && !own.includes(word.toLowerCase());
  if (
    before &&
    foreign(before) &&
    !titles.has(before.toLowerCase()) &&
    !starters.has(before.toLowerCase()) &&
    !startsSentence(text, start - before.length - 1)
  ) {
    return true;
  }
  return foreign(after) && alias.part !== 'last';
}

/** Behind a French article a code name is the word it was taken from: le César, un cyclone, les Phénomènes. */
function isCommonNoun({ alias, entity }: NameCandidate, { start, surface }: NameHit, text: string): boolean {
  if (entity.type !== 'character' || alias.part === 'last' || /[\s-]/u.test(surface)) return false;
  return articleBefore.test(text.slice(Math.max(0, start - 5), start));
}

const startsSentence = (text: string, at: number): boolean =>
  at <= 0 || /[.!?…:»”"\n]\s*$/u.test(text.slice(Math.max(0, at - 4), at));

/** Names in full beat parts, those named in full elsewhere beat others, main characters beat minor ones. */
function weightOf(
  { alias, entity, distance, show }: NameCandidate,
  relevant: ReadonlySet<ShowId>,
  sure: ReadonlySet<string>,
): number {
  return (
    (alias.strength === 'strong' ? 8 : 0) +
    (sure.has(entity.id) ? 4 : 0) +
    (show !== null && relevant.has(show) ? 2 : 0) +
    (entity.type === 'character' ? 0.5 : 0) +
    (entity.seasons?.main.length ?? 0) / 10 -
    distance
  );
}

/** The fictional unit that bears the show's name: "a department called the Bureau of Legends". Null when the show is meant. */
function asUnit({ entity, show }: NameCandidate, { start, end }: NameHit, text: string, index: CatalogueIndex) {
  if (entity.type !== 'show') return null;
  const unit = index.shows.get(show ?? '')?.entities.find(({ roles }) => roles?.includes('unit'));
  if (!unit) return null;
  const before = text.slice(Math.max(0, start - 48), start);
  return unitBefore.test(before) || unitAfter.test(text.slice(end, end + 30)) ? unit : null;
}
