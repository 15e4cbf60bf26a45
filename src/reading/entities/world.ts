import type { EntityType } from '../../domain/catalogue.ts';
import type { Mention } from '../../domain/reading.ts';
import known from './known-names.json' with { type: 'json' };
import { isPartOfPlace, type KnownNames } from './longer-names.ts';

interface WorldName {
  readonly text: string;
  readonly type: EntityType;
}

/** Names of the wide world by their first word, longest first: no catalogue has to list countries and channels. */
const byFirstWord = new Map<string, WorldName[]>();
for (const type of ['place', 'organisation', 'work'] as const) {
  for (const name of known[type]) {
    const text = name.replaceAll('’', "'");
    const first = /^[\p{L}\p{M}\p{N}]+/u.exec(text)?.[0] ?? '';
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { text, type }]);
  }
}
for (const names of byFirstWord.values()) names.sort((a, b) => b.text.length - a.text.length);

const worldPlaces = new Set(known.place);

/** A place of the wide world bears this name. */
export const isWorldPlace = (name: string): boolean => worldPlaces.has(name);

/** Places, organisations and works that are known everywhere, as mentions without an entity, in the order of the text. */
export function readWorldNames(text: string, names: KnownNames): readonly Mention[] {
  const plain = text.replaceAll('’', "'");
  const mentions: Mention[] = [];
  for (const { index: start, 0: word } of plain.matchAll(/(?<![\p{L}\p{M}\p{N}])[\p{Lu}\p{N}tc][\p{L}\p{M}\p{N}]*/gu)) {
    if (start < (mentions.at(-1)?.end ?? 0)) continue;
    const found = byFirstWord.get(word)?.find((name) => isAt(plain, start, name.text));
    if (!found) continue;
    const end = start + found.text.length;
    if (found.type === 'place' && isPartOfPlace({ start, end }, text, names)) continue;
    mentions.push({ entity: null, type: found.type, surface: text.slice(start, end), start, end, sentiment: null });
  }
  return mentions;
}

const isAt = (text: string, start: number, name: string): boolean =>
  text.startsWith(name, start) && !/^[\p{L}\p{M}\p{N}]/u.test(text.slice(start + name.length, start + name.length + 2));
