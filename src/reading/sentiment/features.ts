import english from 'natural/lib/natural/stemmers/porter_stemmer.js';
import french from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';
import negation from './negation.json' with { type: 'json' };
import { type ModelLanguage, type Token, tokenise } from './tokens.ts';

/** Words after a negator that are read as their negated selves. */
const SCOPE = 4;
/** Salts that keep apart what shares its letters. */
const SALT = { negated: 0x9e37, stem: 0x57e3, skip: 77, letters: 0x51 } as const;
/** Runs of letters that stand for the parts of long words, which no list of words holds all of. */
const LETTERS = 5;
/** Stems are kept because words recur; the store is emptied when it is full, and long strings are no words. */
const KEPT_STEMS = 50_000;
const LONGEST_WORD = 30;
/** Stemmers take the square of a word's length in time, and a number has any length. */
const LONGEST_STEMMED = 100;

const stemmers = { fr: french, en: english } as const;
const stems: Readonly<Record<ModelLanguage, Map<string, Stem>>> = { fr: new Map(), en: new Map() };
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const rulesOf = (language: ModelLanguage) => ({
  negators: words(negation[language].negators),
  ends: words(negation[language].ends),
  harmless: negation[language].harmless.map((phrase) => phrase.split(' ')),
});
const rules = { fr: rulesOf('fr'), en: rulesOf('en') } as const;

/** Hashed features of a text, 32 bits each, without repeats, with the token at which each was found. */
export interface Features {
  readonly hashes: Uint32Array;
  readonly at: Uint32Array;
}

/** Both views of one text. */
export interface Views {
  /** What reviews are read by: words as they are, pairs, pairs over a gap, stems and their pairs, runs of letters. */
  readonly review: Features;
  /** What press is read by: words, pairs and stems, with proper names as one word. Reviews teach names, press must not. */
  readonly press: Features;
  readonly tokens: readonly Token[];
}

/** The features of a text. A word in the scope of a negation is replaced by its negated self, in pairs as well. */
export function viewsOf(text: string, language: ModelLanguage): Views {
  const tokens = tokenise(text, language);
  const scopes = scopesOf(tokens, language);
  return { review: reviewView(tokens, scopes, language), press: pressView(tokens, scopes, language), tokens };
}

/** The features of a whole review. */
export function reviewFeatures(text: string, language: ModelLanguage): Uint32Array {
  const tokens = tokenise(text, language);
  return reviewView(tokens, scopesOf(tokens, language), language).hashes;
}

function reviewView(tokens: readonly Token[], scopes: Uint8Array, language: ModelLanguage): Features {
  const found = collector();
  let [last, before, lastStem] = [0, 0, 0];
  for (const [i, token] of tokens.entries()) {
    const hash = negated(fnv(token.text), scopes[i]);
    found.add(hash, i);
    if (last) found.add(mix(last, hash), i);
    if (before) found.add(mix(mix(before, SALT.skip), hash), i);
    if (token.kind !== 'pause' && token.text.length > 3) {
      const { hash: own, letters } = stemOf(token.accented, token.text, language);
      const stem = negated(own, scopes[i]);
      found.add(stem, i);
      if (lastStem) found.add(mix(lastStem, stem), i);
      lastStem = stem;
      for (const run of letters) found.add(negated(run, scopes[i]), i);
    }
    before = last;
    last = hash;
  }
  return found.done();
}

function pressView(tokens: readonly Token[], scopes: Uint8Array, language: ModelLanguage): Features {
  const found = collector();
  let last = 0;
  for (const [i, token] of tokens.entries()) {
    if (token.kind === 'name' && tokens[i - 1]?.kind === 'name') continue;
    const hash = negated(token.kind === 'name' ? NAME : fnv(token.text), scopes[i]);
    found.add(hash, i);
    if (last) found.add(mix(last, hash), i);
    if (token.kind === 'word' && token.text.length > 3)
      found.add(negated(stemOf(token.accented, token.text, language).hash, scopes[i]), i);
    last = hash;
  }
  return found.done();
}

/** Features in the order in which they are found, each once. */
function collector() {
  const seen = new Set<number>();
  const at: number[] = [];
  return {
    add: (hash: number, token: number): void => {
      const size = seen.size;
      seen.add(hash);
      if (seen.size > size) at.push(token);
    },
    done: (): Features => ({ hashes: Uint32Array.from(seen), at: Uint32Array.from(at) }),
  };
}

const negated = (hash: number, scope: number | undefined): number => (scope ? mix(hash, SALT.negated) : hash);

/** For every token 1 where it stands in the scope of a negation. */
function scopesOf(tokens: readonly Token[], language: ModelLanguage): Uint8Array {
  const { ends } = rules[language];
  const scopes = new Uint8Array(tokens.length);
  let scope = 0;
  for (const [i, token] of tokens.entries()) {
    const stops = token.kind === 'pause' || ends.has(token.text);
    scopes[i] = scope > 0 && !stops ? 1 : 0;
    scope = stops ? 0 : Math.max(0, scope - 1);
    if (negates(tokens, i, language)) scope = SCOPE;
  }
  return scopes;
}

/** A negator that is not part of a harmless phrase; French "plus" negates only after "ne". */
function negates(tokens: readonly Token[], i: number, language: ModelLanguage): boolean {
  const { negators, harmless } = rules[language];
  const word = tokens[i]?.text ?? '';
  if (!negators.has(word)) return false;
  if (word === 'plus') return tokens.slice(Math.max(0, i - 5), i).some(({ text }) => text === 'ne');
  return !harmless.some((phrase) => phrase.every((part, k) => tokens[i + k]?.text === part));
}

interface Stem {
  readonly hash: number;
  readonly letters: readonly number[];
}

function stemOf(accented: string, text: string, language: ModelLanguage): Stem {
  const kept = stems[language];
  const known = kept.get(accented);
  if (known !== undefined) return known;
  if (kept.size >= KEPT_STEMS) kept.clear();
  const stem =
    text.length > LONGEST_WORD
      ? text.slice(0, LONGEST_WORD)
      : (stemmers[language].stem(accented.slice(0, LONGEST_STEMMED)) ?? text);
  const found = { hash: mix(fnv(stem), SALT.stem), letters: letterRuns(text.slice(0, LONGEST_WORD)) };
  if (accented.length <= LONGEST_STEMMED) kept.set(accented, found);
  return found;
}

function letterRuns(word: string): readonly number[] {
  if (word.length <= LETTERS) return [];
  const marked = `<${word}>`;
  return Array.from({ length: marked.length - LETTERS + 1 }, (_, i) =>
    mix(fnv(marked.slice(i, i + LETTERS)), SALT.letters),
  );
}

/** FNV-1a. */
function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

const NAME = fnv('<name>');

function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ (b >>> 15) ^ (b << 9), 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash + b, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
