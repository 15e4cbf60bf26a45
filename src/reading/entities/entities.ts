import type { CatalogueIndex, NameHit } from '../../domain/catalogue.ts';
import type { Mention, ShowRelevance } from '../../domain/reading.ts';
import { accepts, type NamesInDocument, weightOf } from './accept.ts';
import { firstNames, fold, startsSentence, wordBefore } from './around.ts';
import { homonymsIn } from './longer-names.ts';
import { withInitials, withoutTitle, withTail, withTitle } from './spans.ts';
import { asUnit } from './unit.ts';
import { believedNames, type ProposedName, shortForms, withoutOverlap, withoutParts } from './unknown.ts';
import { readWorldNames } from './world.ts';

export const entitiesStage = { name: 'entities', version: '4' } as const;

/** What names are judged by. `hits` are the name matches over `text`; hits and passages stand in the order of the text. */
export interface EntitiesInput {
  readonly text: string;
  readonly passages: readonly { readonly start: number; readonly end: number }[];
  readonly language: string;
  readonly hits: readonly NameHit[];
  readonly shows: readonly ShowRelevance[];
  /** Names that a tagger proposes, in the order of the text; they count only where the catalogue claims nothing. */
  readonly proposed?: readonly ProposedName[];
}

/**
 * The names in each passage: those of the catalogue, judged in context, then the widely known, then those proposed, with
 * their short forms. `entity` is null for names that the catalogue does not hold; tone is not known yet.
 */
export function readEntities(input: EntitiesInput, index: CatalogueIndex): readonly (readonly Mention[])[] {
  const names = namesIn(input, index);
  const accepted = input.hits.flatMap((hit) => judged(hit, input, names) ?? []);
  // A name that took the title or initials before it may have reached into the name before.
  const linked = accepted.filter(({ start }, i) => start >= (accepted[i - 1]?.end ?? 0));
  const wide = readWorldNames(input.text, names.known);
  const world = withoutOverlap(withoutParts(linked, wide), wide);
  const named = withoutOverlap(world, believedNames(input.text, input.proposed ?? []));
  return byPassage(withoutOverlap(named, shortForms(input.text, named)), input.passages);
}

function byPassage(mentions: readonly Mention[], passages: EntitiesInput['passages']): readonly (readonly Mention[])[] {
  let next = 0;
  return passages.map(({ start, end }) => {
    while ((mentions[next]?.start ?? Infinity) < start) next++;
    const from = next;
    while ((mentions[next]?.end ?? Infinity) <= end) next++;
    return mentions.slice(from, next);
  });
}

function namesIn({ text, hits, shows }: EntitiesInput, index: CatalogueIndex): NamesInDocument {
  const sure = new Map<string, number>();
  const inSentence = new Set<string>();
  const strangers = new Set<string>();
  for (const { start, surface, candidates } of hits) {
    for (const { alias, entity } of candidates)
      if (alias.strength === 'strong' && !sure.has(entity.id)) sure.set(entity.id, start);
    if (/^\p{Lu}/u.test(surface) && !startsSentence(text, start)) inSentence.add(fold(surface));
    if (candidates.some(({ alias }) => alias.part === 'last') && firstNames.has(wordBefore(text, start)?.folded ?? ''))
      strangers.add(fold(surface));
  }
  const titled = new Set(
    hits.flatMap(({ candidates }) =>
      candidates.flatMap(({ entity, show }) => (entity.type === 'show' ? (show ?? []) : [])),
    ),
  );
  const whole = hits.filter(({ candidates }) =>
    candidates.some(({ alias }) => alias.part === undefined || alias.part === 'code'),
  );
  return {
    text,
    index,
    known: { ends: new Set(whole.map(({ end }) => end)), starts: new Set(whole.map(({ start }) => start)) },
    relevance: new Map(shows.map(({ show, relevance }) => [show, relevance])),
    sure,
    homonyms: homonymsIn(
      text,
      [...titled].flatMap((show) => index.shows.get(show) ?? []),
    ),
    inSentence,
    strangers,
  };
}

function judged(hit: NameHit, { text, language }: EntitiesInput, names: NamesInDocument): Mention | null {
  const accepted = hit.candidates.filter((candidate) => accepts(candidate, hit, names));
  const weighed = accepted.map((candidate) => ({ candidate, weight: weightOf(candidate, hit, names) }));
  const chosen = weighed.sort((a, b) => b.weight - a.weight)[0]?.candidate;
  if (!chosen) return null;
  const initials = withInitials(chosen, hit, text, language);
  if (initials === null) return null;
  const entity = asUnit(chosen, hit, text, names.index) ?? chosen.entity;
  const own = initials === hit.start ? withoutTitle(entity, hit) : initials;
  const start = withTitle(entity, own, text, language);
  const end = withTail(entity, hit, text);
  const id = end === hit.end ? entity.id : null;
  return { entity: id, type: entity.type, surface: text.slice(start, end), start, end, sentiment: null };
}
