import dutch from 'natural/lib/natural/sentiment/Dutch/pattern-sentiment-nl.json' with { type: 'json' };
import german from 'natural/lib/natural/sentiment/German/pattern-sentiment-de.json' with { type: 'json' };
import italian from 'natural/lib/natural/sentiment/Italian/pattern-sentiment-it.json' with { type: 'json' };
import portuguese from 'natural/lib/natural/sentiment/Portuguese/afinnShortSortedPortuguese.json' with { type: 'json' };
import spanish from 'natural/lib/natural/sentiment/Spanish/senticon_es.json' with { type: 'json' };
import stemmerDe from 'natural/lib/natural/stemmers/porter_stemmer_de.js';
import stemmerEs from 'natural/lib/natural/stemmers/porter_stemmer_es.js';
import stemmerIt from 'natural/lib/natural/stemmers/porter_stemmer_it.js';
import stemmerNl from 'natural/lib/natural/stemmers/porter_stemmer_nl.js';
import stemmerPt from 'natural/lib/natural/stemmers/porter_stemmer_pt.js';
import critics from './critics.json' with { type: 'json' };
import { indexPhrases, type Phrases } from './rules.ts';
import type { LexiconLanguage } from './tokens.ts';

/** What a word says: its polarity in [−1, 1], and whether it is a word of critics or one of the general list. */
export interface Entry {
  readonly value: number;
  readonly critical: boolean;
}

/** The vocabulary that critics use: words apart by spaces, and phrases. `ignored` words tell of the story or the trade. */
export interface Critics {
  readonly good: string;
  readonly bad: string;
  readonly ignored: string;
  readonly goodPhrases: readonly string[];
  readonly badPhrases: readonly string[];
}

/** What the words of a language say. */
export interface Words {
  /** Null for a word that says nothing, or only something about the story. */
  readonly lookup: (word: string) => Entry | null;
  readonly good: Phrases;
  readonly bad: Phrases;
}

/** AFINN's values go from −5 to 5. */
const AFINN = 5;
/** Stems are kept because words recur; the store is emptied when it is full, and long strings are no words. */
const KEPT = 50_000;
const LONGEST_WORD = 30;
const SHORTEST_STEM = 4;

const stemmers = { es: stemmerEs, de: stemmerDe, it: stemmerIt, pt: stemmerPt, nl: stemmerNl } as const;

type Listed = readonly (readonly [string, number])[];
const general: Readonly<Record<LexiconLanguage, () => Listed>> = {
  es: () => Object.entries(spanish).map(([word, { pol }]) => [word, Number(pol)]),
  de: () =>
    Object.entries(german).flatMap(([word, { polarity, sense }]) =>
      [word, ...sense.split(',')].map((form) => [form, Number(polarity)] as const),
    ),
  it: () => Object.entries(italian).map(([word, { polarity }]) => [word, Number(polarity)]),
  pt: () => Object.entries(portuguese).map(([word, value]) => [word, value / AFINN]),
  nl: () => Object.entries(dutch).map(([word, { polarity }]) => [word, Number(polarity)]),
};

const built = new Map<LexiconLanguage, Words>();

/** The words of a language, indexed when first asked for and then kept. */
export function wordsOf(language: LexiconLanguage): Words {
  const known = built.get(language) ?? indexWords(language, critics[language]);
  built.set(language, known);
  return known;
}

/** A word's stem, which its inflections share; the word itself where so little is left that others share it too ("sólido", "solo"). */
export function stemOf(word: string, language: LexiconLanguage): string {
  const stem = stemmers[language].stem(word) ?? word;
  return stem.length < SHORTEST_STEM || word.length < SHORTEST_STEM ? word : stem;
}

/** Critics' words go before the general list; in both, a word as it is written goes before its stem. */
export function indexWords(language: LexiconLanguage, own: Critics): Words {
  const listed = general[language]().map(([word, value]): [string, Entry] => [
    word.normalize('NFC').toLowerCase(),
    { value: Math.max(-1, Math.min(1, value || 0)), critical: false },
  ]);
  const steps = [entriesOf(own), listed].map((words) => ({ words: new Map(words), stems: stemmed(words, language) }));
  const kept = new Map<string, Entry | null>();
  const find = (word: string): Entry | null => {
    const stem = stemOf(word, language);
    const entry = steps.map(({ words, stems }) => words.get(word) ?? stems.get(stem)).find((each) => each);
    return entry?.value ? entry : null;
  };
  const lookup = (word: string): Entry | null => {
    if (word.length > LONGEST_WORD) return null;
    const known = kept.get(word);
    if (known !== undefined) return known;
    if (kept.size >= KEPT) kept.clear();
    const found = find(word);
    kept.set(word, found);
    return found;
  };
  return {
    lookup,
    good: indexPhrases(own.goodPhrases, 1, language),
    bad: indexPhrases(own.badPhrases, -1, language),
  };
}

function entriesOf({ good, bad, ignored }: Critics): [string, Entry][] {
  const valued = (words: string, value: number): [string, Entry][] =>
    words
      .split(' ')
      .filter(Boolean)
      .map((word) => [word, { value, critical: true }]);
  return [...valued(good, 1), ...valued(bad, -1), ...valued(ignored, 0)];
}

/** Stems with the mean of their words; a stem whose words contradict each other says nothing. */
function stemmed(words: readonly (readonly [string, Entry])[], language: LexiconLanguage): Map<string, Entry> {
  const groups = new Map<string, Entry[]>();
  for (const [word, entry] of words) {
    const key = stemOf(word, language);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return new Map([...groups].map(([key, entries]) => [key, meanOf(entries)]));
}

function meanOf(entries: readonly Entry[]): Entry {
  const values = entries.map(({ value }) => value);
  const divided = Math.min(...values) < 0 && Math.max(...values) > 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { value: divided ? 0 : mean, critical: entries[0]?.critical ?? false };
}
