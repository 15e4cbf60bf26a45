import { type ByteGrams, byByteGrams } from './byte-grams.ts';
import relatives from './relatives.json' with { type: 'json' };
import type { Guess, SubwordReader } from './subwords.ts';
import { byTrigrams } from './trigrams.ts';

/** What the voters need: loaded once a thread. */
export interface LanguageModels {
  readonly byteGrams: ByteGrams;
  readonly subwords: SubwordReader;
}

/** What a text's voters say. */
export interface Vote {
  /** Null when they do not agree. */
  readonly winner: Guess | null;
  /** Every language that a voter named. */
  readonly named: readonly string[];
}

/** French and English are what is counted, and every detector takes too much for them: two voters must be surer there. */
const WATCHED: ReadonlySet<string> = new Set(['fr', 'en']);
const SURE = 0.5;
const CERTAINTY = { all: 0.99, two: 0.9 } as const;
/** Languages that detectors name differently or cannot keep apart: Norwegian, Serbo-Croatian, Malay. */
const oneOf: Readonly<Record<string, string>> = relatives;

/**
 * The language that most of three voters name: parts of words (fastText), runs of bytes (ELD), trigrams (franc). French and English need all three,
 * or a fastText that is sure. franc, the slow one, is asked only where its vote can change the outcome.
 */
export function vote(text: string, { byteGrams, subwords }: LanguageModels): Vote {
  const guess = subwords(text);
  const first = guess && common(guess.language);
  const second = common(byByteGrams(text, byteGrams));
  const isSure = (guess?.certainty ?? 0) >= SURE;
  if (first !== null && first === second && (isSure || !WATCHED.has(first)))
    return { winner: { language: first, certainty: isSure ? CERTAINTY.all : CERTAINTY.two }, named: [first] };
  const third = common(byTrigrams(text));
  const named = [first, second, third].flatMap((each) => each ?? []);
  const most = named.find((language, i) => named.indexOf(language) !== i);
  if (most === undefined) return { winner: null, named };
  const all = named.filter((language) => language === most).length === 3;
  if (WATCHED.has(most) && !all && !(first === most && isSure)) return { winner: null, named };
  return { winner: { language: most, certainty: all ? CERTAINTY.all : CERTAINTY.two }, named };
}

function common(language: string | null): string | null {
  return language === null ? null : (oneOf[language] ?? language);
}
