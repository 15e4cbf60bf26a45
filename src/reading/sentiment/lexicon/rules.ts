import data from './rules.json' with { type: 'json' };
import { type LexiconLanguage, type Token, tokenise } from './tokens.ts';

/** Phrases by their first word, each with what it means. */
export type Phrases = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly value: number }[]>;

/** How a language negates, turns and stresses. */
export interface Rules {
  readonly negators: ReadonlySet<string>;
  /** "Not only", "best friend": phrases that neither negate nor judge; their value is 0. */
  readonly empty: Phrases;
  /** True where a negator at the end of its clause negates what stands before it ("überzeugt nicht"). */
  readonly negatesBack: boolean;
  /** Words at which a negation ends. */
  readonly ends: ReadonlySet<string>;
  /** What follows these words counts more, what stands before them less. */
  readonly but: ReadonlySet<string>;
  /** What follows these phrases counts less, up to the next pause. */
  readonly though: Phrases;
  readonly more: ReadonlySet<string>;
  readonly less: ReadonlySet<string>;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const built = new Map<LexiconLanguage, Rules>();

/** The rules of a language, made when first asked for and then kept. */
export function rulesOf(language: LexiconLanguage): Rules {
  const known = built.get(language) ?? build(language);
  built.set(language, known);
  return known;
}

function build(language: LexiconLanguage): Rules {
  const { negators, empty, negatesBack, ends, but, though, more, less } = data[language];
  return {
    negators: set(negators),
    empty: indexPhrases(empty, 0, language),
    negatesBack,
    ends: set(ends),
    but: set(but),
    though: indexPhrases(though, 0, language),
    more: set(more),
    less: set(less),
  };
}

/** Phrases of one meaning, by their first word. */
export function indexPhrases(list: readonly string[], value: number, language: LexiconLanguage): Phrases {
  const found = new Map<string, { words: readonly string[]; value: number }[]>();
  for (const phrase of list) {
    const words = tokenise(phrase, language).map(({ text }) => text);
    const first = words[0] ?? '';
    found.set(first, [...(found.get(first) ?? []), { words, value }]);
  }
  return found;
}

/** The longest phrase that begins at a token: its length in tokens and its value. Null when there is none. */
export function phraseAt(
  phrases: Phrases,
  tokens: readonly Token[],
  at: number,
): { readonly length: number; readonly value: number } | null {
  const matching = (phrases.get(tokens[at]?.text ?? '') ?? []).filter(({ words }) =>
    words.every((word, i) => tokens[at + i]?.text === word),
  );
  const longest = matching.reduce((length, { words }) => Math.max(length, words.length), 0);
  const value = matching.find(({ words }) => words.length === longest)?.value;
  return value === undefined ? null : { length: longest, value };
}
