import type { Catalogue, CatalogueIndex, Entity, NameCandidate, NameHit, ShowId } from '../domain/catalogue.ts';
import { editDistance, tolerance } from './misspelt.ts';
import { type Token, tokens } from './tokens.ts';

/** A name that may be misspelt, under its initial and length. */
interface LooseName {
  readonly joined: string;
  readonly words: number;
  readonly candidate: NameCandidate;
}

interface Names {
  readonly exact: ReadonlyMap<string, readonly NameCandidate[]>;
  readonly loose: ReadonlyMap<string, readonly LooseName[]>;
  readonly longest: number;
}

/** Words of one name stand next to each other, in one block: blanks, hyphens, apostrophes, a full stop or a colon at most. */
const JOINER = /^(?:[^\S\n]|[-–'’.:!]){1,3}$/u;

/** Makes a catalogue ready for matching; shows become entities `show:<id>`. Token n-grams, leftmost-longest. */
export function buildIndex(catalogue: Catalogue): CatalogueIndex {
  const owned = catalogue.shows.flatMap((show) => [
    { entity: showEntity(show), show: show.id },
    ...show.entities.map((entity) => ({ entity, show: show.id })),
  ]);
  const all = [...owned, ...catalogue.entities.map((entity) => ({ entity, show: null }))];
  const names = indexNames(all);
  return {
    catalogue,
    shows: new Map(catalogue.shows.map((show) => [show.id, show])),
    entities: new Map(all.map(({ entity }) => [entity.id, entity])),
    scan: (text) => scan(text, names),
  };
}

const showEntity = ({ id, title, titles }: Catalogue['shows'][number]): Entity => ({
  id: `show:${id}`,
  type: 'show',
  name: title,
  aliases: titles.map(({ text, strength }) => ({ text, strength })),
});

function indexNames(all: readonly { readonly entity: Entity; readonly show: ShowId | null }[]): Names {
  const exact = new Map<string, NameCandidate[]>();
  const loose = new Map<string, LooseName[]>();
  let longest = 1;
  for (const { entity, show } of all) {
    for (const alias of entity.aliases) {
      const words = tokens(alias.text).map(({ folded }) => folded);
      if (words.length === 0) continue;
      longest = Math.max(longest, words.length);
      const candidate = { entity, alias, show, distance: 0 };
      const key = words.join(' ');
      const known = exact.get(key) ?? [];
      if (!known.some((each) => each.entity.id === entity.id && each.show === show))
        exact.set(key, [...known, candidate]);
      addLoose(loose, words, candidate);
    }
  }
  return { exact, loose, longest };
}

/** Only full names and surnames of people are matched loosely: first names and code names are everyday words too often. */
function addLoose(loose: Map<string, LooseName[]>, words: readonly string[], candidate: NameCandidate): void {
  const { entity, alias } = candidate;
  const joined = words.join('');
  if (!['person', 'character'].includes(entity.type) || alias.part === 'first' || alias.part === 'code') return;
  if (tolerance(joined.length) === 0) return;
  const initial = joined[0] ?? '';
  loose.set(initial, [...(loose.get(initial) ?? []), { joined, words: words.length, candidate }]);
}

function scan(text: string, names: Names): readonly NameHit[] {
  const words = tokens(text);
  const hits: NameHit[] = [];
  for (let i = 0; i < words.length; ) {
    const found = foundAt(text, words, i, names);
    if (found) {
      const start = words[i]?.start ?? 0;
      const end = words[i + found.length - 1]?.end ?? start;
      hits.push({ start, end, surface: text.slice(start, end), candidates: found.candidates });
    }
    i += found?.length ?? 1;
  }
  return hits;
}

interface Found {
  readonly length: number;
  readonly candidates: readonly NameCandidate[];
}

/** The name at word `i`: exact before misspelt, unless the exact one is but the first name of a misspelt longer one. */
function foundAt(text: string, words: readonly Token[], i: number, names: Names): Found | null {
  const exact = exactAt(text, words, i, names);
  if (exact?.candidates.some(({ alias }) => alias.part !== 'first')) return exact;
  const loose = looseAt(text, words, i, names);
  return loose && loose.length > (exact?.length ?? 0) ? loose : exact;
}

/** The longest name that starts at word `i`. */
function exactAt(text: string, words: readonly Token[], i: number, { exact, longest }: Names): Found | null {
  let key = '';
  let best: Found | null = null;
  for (let length = 1; length <= longest && i + length <= words.length; length++) {
    if (length > 1 && !adjacent(text, words, i + length - 2)) break;
    key = length === 1 ? (words[i]?.folded ?? '') : `${key} ${words[i + length - 1]?.folded}`;
    const candidates = exact.get(key);
    if (candidates) best = { length, candidates };
  }
  return best;
}

const adjacent = (text: string, words: readonly Token[], i: number): boolean =>
  JOINER.test(text.slice(words[i]?.end, words[i + 1]?.start));

/** A misspelt name of one to three capitalised words, the same initial, and nothing of it known exactly. */
function looseAt(text: string, words: readonly Token[], i: number, { loose }: Names): Found | null {
  if (!/^\p{Lu}/u.test(text.slice(words[i]?.start, words[i]?.end))) return null;
  const near = loose.get(words[i]?.folded[0] ?? '');
  if (!near) return null;
  for (let length = Math.min(3, words.length - i); length >= 1; length--) {
    if (!isCapitalisedRun(text, words, i, length)) continue;
    const joined = words
      .slice(i, i + length)
      .map(({ folded }) => folded)
      .join('');
    const candidates = nearest(joined, length, near);
    if (candidates.length > 0) return { length, candidates };
  }
  return null;
}

function isCapitalisedRun(text: string, words: readonly Token[], i: number, length: number): boolean {
  for (let j = i; j < i + length; j++) {
    const word = text.slice(words[j]?.start, words[j]?.end);
    if (!/^\p{Lu}/u.test(word) && !/^(?:el|de|la|le|du)$/iu.test(word)) return false;
    if (j > i && !/^[\s-]$/u.test(text.slice(words[j - 1]?.end, words[j]?.start))) return false;
  }
  return true;
}

/** The names at the smallest distance that is forgiven; a single word never stands for a whole name of several. */
function nearest(joined: string, words: number, near: readonly LooseName[]): readonly NameCandidate[] {
  const forgiven = tolerance(joined.length);
  if (forgiven === 0) return [];
  let best = forgiven + 1;
  let candidates: NameCandidate[] = [];
  for (const name of near) {
    if (name.words !== words) continue;
    const distance = editDistance(joined, name.joined, Math.min(best, forgiven));
    if (distance === 0 || distance > forgiven || distance > best) continue;
    const candidate = { ...name.candidate, distance };
    if (distance < best) candidates = [];
    best = distance;
    if (!candidates.some(({ entity }) => entity.id === candidate.entity.id)) candidates.push(candidate);
  }
  return candidates;
}
