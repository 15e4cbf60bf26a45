import type { CatalogueIndex, Entity, NameCandidate, NameHit } from '../../domain/catalogue.ts';
import context from './context.json' with { type: 'json' };

const before = new RegExp(
  `(?:${context.unitBefore.join('|').replaceAll('.', '\\.')})\\s*(?:the|le|la|du)?\\s*["“«]?\\s*$`,
  'iu',
);
const after = new RegExp(`^["”»]?,?\\s*(?:${context.unitAfter.join('|')})(?!\\p{L})`, 'iu');

/** The fictional unit that bears the show's name: "a department called the Bureau of Legends". Null when the show is meant. */
export function asUnit(
  { entity, show }: NameCandidate,
  { start, end }: NameHit,
  text: string,
  index: CatalogueIndex,
): Entity | null {
  if (entity.type !== 'show') return null;
  const unit = index.shows.get(show ?? '')?.entities.find(({ roles }) => roles?.includes('unit'));
  if (!unit) return null;
  const isUnit = before.test(text.slice(Math.max(0, start - 48), start)) || after.test(text.slice(end, end + 30));
  return isUnit ? unit : null;
}
