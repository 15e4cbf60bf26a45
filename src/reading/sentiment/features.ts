import english from 'natural/lib/natural/stemmers/porter_stemmer.js';
import french from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';
import negation from './negation.json' with { type: 'json' };
import { type ModelLanguage, type Token, tokenise } from './tokens.ts';

/** Words after a negator that are read as their negated selves. */
const SCOPE = 4;
/** Salts that keep apart what shares its letters: negated words, stems. */
const NEGATED = 0x9e37;
const STEM = 0x57e3;
/** Stems are kept because words recur; the store is emptied when it is full, and long strings are no words. */
const KEPT_STEMS = 50_000;
const LONGEST_WORD = 30;

const stemmers = { fr: french, en: english } as const;
const stems: Readonly<Record<ModelLanguage, Map<string, string>>> = { fr: new Map(), en: new Map() };
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const rulesOf = (language: ModelLanguage) => ({
  negators: words(negation[language].negators),
  ends: words(negation[language].ends),
  harmless: negation[language].harmless.map((phrase) => phrase.split(' ')),
});
const rules = { fr: rulesOf('fr'), en: rulesOf('en') } as const;

/** Hashed features of a text, 32 bits each, without repeats. */
export interface Features {
  /** Words, stems and neighbouring pairs: what polarity is read from. */
  readonly words: Uint32Array;
  /** The same with the shape of the text: what an opinion is told from a fact by. */
  readonly shaped: Uint32Array;
}

/**
 * The features of a text. A word in the scope of a negation is replaced by its negated self, in pairs as well;
 * proper names count as one word.
 */
export function features(text: string, language: ModelLanguage): Features {
  const tokens = tokenise(text, language);
  const found = wordFeatures(tokens, language);
  const words = Uint32Array.from(found);
  for (const trait of shape(text, tokens)) found.add(fnv(trait));
  return { words, shaped: Uint32Array.from(found) };
}

function wordFeatures(tokens: readonly Token[], language: ModelLanguage): Set<number> {
  const { ends } = rules[language];
  const found = new Set<number>();
  let [last, scope] = [0, 0];
  for (const [i, token] of tokens.entries()) {
    if (token.kind === 'name' && tokens[i - 1]?.kind === 'name') continue;
    const stops = token.kind === 'pause' || ends.has(token.text);
    const salted = (hash: number): number => (scope > 0 && !stops ? mix(hash, NEGATED) : hash);
    const hash = salted(fnv(token.kind === 'name' ? '<name>' : token.text));
    found.add(hash);
    if (last) found.add(mix(last, hash));
    if (token.kind === 'word' && token.text.length > 3)
      found.add(salted(mix(fnv(stem(token.accented, language)), STEM)));
    scope = stops ? 0 : Math.max(0, scope - 1);
    if (negates(tokens, i, language)) scope = SCOPE;
    last = hash;
  }
  return found;
}

/** A negator that is not part of a harmless phrase; French "plus" negates only after "ne". */
function negates(tokens: readonly Token[], i: number, language: ModelLanguage): boolean {
  const { negators, harmless } = rules[language];
  const word = tokens[i]?.text ?? '';
  if (!negators.has(word)) return false;
  if (word === 'plus') return tokens.slice(Math.max(0, i - 5), i).some(({ text }) => text === 'ne');
  return !harmless.some((phrase) => phrase.every((part, k) => tokens[i + k]?.text === part));
}

/** Length, share of names, numbers, quotation marks, how it ends: what tells a fact from an opinion beside its words. */
function shape(text: string, tokens: readonly Token[]): readonly string[] {
  const spoken = tokens.filter(({ kind }) => kind !== 'pause');
  const names = spoken.filter(({ kind }) => kind === 'name').length;
  const numbers = spoken.filter(({ text: word }) => /^[#\d]/u.test(word)).length;
  return [
    `§length ${Math.min(8, Math.floor(Math.log2(spoken.length + 1) * 1.5))}`,
    `§names ${Math.min(5, Math.floor((10 * names) / Math.max(1, spoken.length)))}`,
    `§numbers ${Math.min(3, numbers)}`,
    ...(/["«»“”]/u.test(text) ? ['§quotes'] : []),
    ...(text.includes('!') ? ['§exclaims'] : []),
    ...(asks(text) ? ['§asks'] : []),
  ];
}

/** True when a text ends as a question. */
export const asks = (text: string): boolean => /\?["»”)]?\s?["»”)]?\.?$/u.test(text.slice(-8).trim());

function stem(word: string, language: ModelLanguage): string {
  if (word.length > LONGEST_WORD) return word.slice(0, LONGEST_WORD);
  const kept = stems[language];
  const known = kept.get(word);
  if (known !== undefined) return known;
  if (kept.size >= KEPT_STEMS) kept.clear();
  const found = stemmers[language].stem(word) ?? word;
  kept.set(word, found);
  return found;
}

/** FNV-1a. */
function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ (b >>> 15) ^ (b << 9), 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash + b, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
