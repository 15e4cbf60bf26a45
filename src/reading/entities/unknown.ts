import type { EntityType } from '../../domain/catalogue.ts';
import type { Mention } from '../../domain/reading.ts';
import { fold, harmless } from './around.ts';
import gates from './believed.json' with { type: 'json' };

/** A name that a tagger proposes; `confidence` in [0, 1] is the probability that span and type are right. */
export interface ProposedName {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
  readonly confidence: number;
}

/** From these probabilities on proposed names are believed: where F1 on authors whom the tagger had not seen was highest. */
const believedFrom: Readonly<Record<EntityType, number>> = gates;

/** Mentions of the first list, and those of the second that overlap none of them; both in the order of the text. */
export function withoutOverlap(first: readonly Mention[], second: readonly Mention[]): readonly Mention[] {
  let next = 0;
  const free = second.filter(({ start, end }) => {
    while ((first[next]?.end ?? Infinity) <= start) next++;
    return (first[next]?.start ?? Infinity) >= end;
  });
  return free.length === 0 ? first : [...first, ...free].sort((a, b) => a.start - b.start);
}

/** Without the places and organisations that are but parts of longer names: Showtime in "Paramount+ with Showtime". */
export function withoutParts(linked: readonly Mention[], longer: readonly Mention[]): readonly Mention[] {
  let next = 0;
  return linked.filter(({ type, start, end }) => {
    while ((longer[next]?.end ?? Infinity) < end) next++;
    const name = longer[next];
    const isPart = name !== undefined && name.start <= start && name.end - name.start > end - start;
    return !isPart || (type !== 'place' && type !== 'organisation');
  });
}

/** Proposed names as mentions without an entity: those believed, and short forms of a believed name in the same document. */
export function believedNames(text: string, proposed: readonly ProposedName[]): readonly Mention[] {
  const believed = proposed.filter(({ type, confidence }) => confidence >= believedFrom[type]);
  return believed.map(({ start, end, type }) => mention(text, start, end, type));
}

/** Short forms ("Halloran") of people and characters named in full and known to no catalogue ("Ruth Halloran"). */
export function shortForms(text: string, mentions: readonly Mention[]): readonly Mention[] {
  const types = new Map<string, EntityType>();
  for (const { entity, type, surface } of mentions) {
    const words = surface.split(/\s+/u);
    if (entity !== null || words.length < 2 || (type !== 'person' && type !== 'character')) continue;
    for (const word of type === 'character' ? [words[0] ?? '', words.at(-1) ?? ''] : [words.at(-1) ?? ''])
      if (!harmless.has(fold(word).replace(/\.$/u, ''))) types.set(word, type);
  }
  if (types.size === 0) return [];
  return [
    ...text.matchAll(/(?<![\p{L}\p{M}\p{N}-])\p{Lu}[\p{L}\p{M}]+(?:-\p{Lu}[\p{L}\p{M}]+)?(?![\p{L}\p{M}-])/gu),
  ].flatMap(({ index, 0: word }) => {
    const type = word.length >= 3 ? types.get(word) : undefined;
    return type === undefined ? [] : [mention(text, index, index + word.length, type)];
  });
}

const mention = (text: string, start: number, end: number, type: EntityType): Mention => ({
  entity: null,
  type,
  surface: text.slice(start, end),
  start,
  end,
  sentiment: null,
});
