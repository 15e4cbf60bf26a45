import type { Catalogue, CatalogueIndex, Entity, NameCandidate, NameHit, ShowId } from '../domain/catalogue.ts';
import { addLoose, type LooseNames, nearest } from './misspelt.ts';
import nameWords from './name-words.json' with { type: 'json' };
import { foldWord, type Token, tokens } from './tokens.ts';

/** Names that begin with the same words. */
interface Branch {
  readonly next: Map<string, Branch>;
  readonly candidates: NameCandidate[];
}

interface Names {
  readonly exact: Branch;
  /** Titles without the article that a contraction before them holds: "du Bureau des légendes", "des Revenants". */
  readonly contracted: ReadonlyMap<string, Branch>;
  readonly loose: LooseNames;
}

/** Words of one name stand next to each other, in one block: blanks, hyphens, apostrophes, a full stop or a colon at most. */
const JOINER = /^(?:[^\S\n]|[-–'’.:!]){1,3}$/u;
const contractions = new Map(Object.entries(nameWords.contractions));
const canBeMisspelt = new Set(['person', 'character']);
const canBeContracted = new Set(['show', 'work', 'organisation']);

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

const branch = (): Branch => ({ next: new Map(), candidates: [] });

function indexNames(all: readonly { readonly entity: Entity; readonly show: ShowId | null }[]): Names {
  const exact = branch();
  const contracted = new Map<string, Branch>();
  const loose: LooseNames = new Map();
  for (const { entity, show } of all) {
    for (const alias of entity.aliases) {
      const words = tokens(alias.text).map(({ folded }) => folded);
      if (words.length === 0) continue;
      const candidate = { entity, alias, show, distance: 0 };
      plant(exact, words, candidate);
      if (canBeContracted.has(entity.type)) addContracted(contracted, words, candidate);
      // First names and code names are everyday words too often.
      if (canBeMisspelt.has(entity.type) && alias.part !== 'first' && alias.part !== 'code')
        addLoose(loose, words, candidate);
    }
  }
  return { exact, contracted, loose };
}

function plant(root: Branch, words: readonly string[], candidate: NameCandidate): void {
  let at = root;
  for (const word of words) {
    const next = at.next.get(word) ?? branch();
    at.next.set(word, next);
    at = next;
  }
  const isKnown = at.candidates.some(
    ({ entity, show }) => entity.id === candidate.entity.id && show === candidate.show,
  );
  if (!isKnown) at.candidates.push(candidate);
}

function addContracted(contracted: Map<string, Branch>, words: readonly string[], candidate: NameCandidate): void {
  const [article = '', ...rest] = words;
  if (rest.length === 0) return;
  // What is left of a title is a name as sure as its length.
  const strength = rest.length > 1 ? candidate.alias.strength : 'weak';
  const text = candidate.alias.text.replace(/^\S+\s/u, '');
  for (const before of contractions.get(article) ?? []) {
    const root = contracted.get(before) ?? branch();
    contracted.set(before, root);
    plant(root, rest, { ...candidate, alias: { ...candidate.alias, text, strength } });
  }
}

function scan(text: string, names: Names): readonly NameHit[] {
  const words = tokens(text);
  const hits: NameHit[] = [];
  const seen = new Map<string, readonly NameCandidate[]>();
  for (let i = 0; i < words.length; ) {
    const found = foundAt(text, words, i, names, seen);
    if (found) {
      const start = words[i]?.start ?? 0;
      const end = endOf(text, words[i + found.length - 1]?.end ?? start, found.candidates);
      hits.push({ start, end, surface: text.slice(start, end), candidates: found.candidates });
    }
    i += found?.length ?? 1;
  }
  return hits;
}

/** Where a name ends whose spelling ends in a sign: "Call My Agent!" with or without a blank before it. */
function endOf(text: string, end: number, candidates: readonly NameCandidate[]): number {
  const after = text.slice(end, end + 2);
  for (const { alias } of candidates) {
    const sign = alias.text.at(-1) ?? '';
    if (!'!?…'.includes(sign)) continue;
    if (after[0] === sign) return end + 1;
    if (/^[^\S\n]$/u.test(after[0] ?? '') && after[1] === sign) return end + 2;
  }
  return end;
}

interface Found {
  readonly length: number;
  readonly candidates: readonly NameCandidate[];
}

/** The name at word `i`: exact before misspelt, unless the exact one is but a first word of a misspelt longer one. */
function foundAt(
  text: string,
  words: readonly Token[],
  i: number,
  names: Names,
  seen: Map<string, readonly NameCandidate[]>,
): Found | null {
  const exact = longerOf(exactAt(text, words, i, names.exact), contractedAt(text, words, i, names));
  if (!words[i]?.capital || exact?.candidates.some(exact.length > 1 ? isNoFirstName : isStrong)) return exact;
  const loose = looseAt(text, words, i, names.loose, seen);
  return loose && loose.length > (exact?.length ?? 0) ? loose : exact;
}

const isStrong = ({ alias }: NameCandidate): boolean => alias.strength === 'strong';

const isNoFirstName = ({ alias }: NameCandidate): boolean => alias.part !== 'first';

const longerOf = (a: Found | null, b: Found | null): Found | null => ((b?.length ?? 0) > (a?.length ?? 0) ? b : a);

/** The longest name that starts at word `i`. */
function exactAt(text: string, words: readonly Token[], i: number, root: Branch): Found | null {
  let at = root.next.get(words[i]?.folded ?? '');
  let best: Found | null = null;
  for (let length = 1; at; length++) {
    // "de France" may be a surname, but only "De France" takes it from France.
    const candidates = words[i]?.capital || length === 1 ? at.candidates : at.candidates.filter(isNoSurname);
    if (candidates.length > 0) best = { length, candidates };
    const word = words[i + length];
    if (!word) break;
    at = at.next.get(word.folded);
    if (at && !adjacent(text, words, i + length - 1)) break;
  }
  return best;
}

const isNoSurname = ({ alias }: NameCandidate): boolean => alias.part !== 'last';

function contractedAt(text: string, words: readonly Token[], i: number, { contracted }: Names): Found | null {
  const root = words[i]?.capital ? contracted.get(words[i - 1]?.folded ?? '') : undefined;
  return root && adjacent(text, words, i - 1) ? exactAt(text, words, i, root) : null;
}

const adjacent = (text: string, words: readonly Token[], i: number): boolean =>
  JOINER.test(text.slice(words[i]?.end, words[i + 1]?.start));

const LONGEST_LOOSE = 3;
const particles = new Set(nameWords.particles.map(foldWord));

/** A misspelt name of one to three capitalised words, the same initial, and nothing of it known exactly. */
function looseAt(
  text: string,
  words: readonly Token[],
  i: number,
  loose: LooseNames,
  seen: Map<string, readonly NameCandidate[]>,
): Found | null {
  const run: string[] = [];
  let best: Found | null = null;
  for (let length = 1; length <= LONGEST_LOOSE; length++) {
    const word = words[i + length - 1];
    if (!word || !(word.capital || particles.has(word.folded))) break;
    if (length > 1 && !/^[\s-]$/u.test(text.slice(words[i + length - 2]?.end, word.start))) break;
    run.push(word.folded);
    const key = run.join(' ');
    const candidates = seen.get(key) ?? nearest(loose, run);
    seen.set(key, candidates);
    if (candidates.length > 0) best = { length, candidates };
  }
  return best;
}
