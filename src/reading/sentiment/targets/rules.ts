import type { ModelLanguage } from '../tokens.ts';
import data from './rules.json' with { type: 'json' };
import { type Word, wordsOf } from './words.ts';

/** Phrases by their first word, longest first. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

/** The rules of a language: what cuts a sentence, what compares, what only joins. */
export type Rules = Readonly<Record<keyof (typeof data)['fr'], Phrases>>;

function compile(list: readonly string[], language: ModelLanguage): Phrases {
  const phrases = new Map<string, (readonly string[])[]>();
  for (const each of list) {
    const words = wordsOf(each, language).map(({ text }) => text);
    const first = words[0] ?? '';
    phrases.set(
      first,
      [...(phrases.get(first) ?? []), words].sort((a, b) => b.length - a.length),
    );
  }
  return phrases;
}

const rulesOf = (language: ModelLanguage): Rules => {
  const lists: Readonly<Record<string, readonly string[]>> = data[language];
  return Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, compile(list, language)])) as Rules;
};

/** The compiled rules by language. */
export const rules: Readonly<Record<ModelLanguage, Rules>> = { fr: rulesOf('fr'), en: rulesOf('en') };

/** How many words the longest phrase at a word has; 0 when none stands there. */
export function lengthAt(words: readonly Word[], at: number, phrases: Phrases): number {
  const own = phrases.get(words[at]?.text ?? '');
  return own?.find((each) => each.every((word, i) => words[at + i]?.text === word))?.length ?? 0;
}
