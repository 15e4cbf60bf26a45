import type { ModelLanguage } from '../tokens.ts';

/** A word or a pause of a sentence with its place; `text` is in lower case, apostrophes straight. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly pause: Pause | null;
}

/** How a sign of punctuation parts a sentence. */
export type Pause = 'comma' | 'open' | 'close' | 'dash' | 'stop';

const LETTERS = String.raw`[\p{L}\p{M}\p{N}]+(?:[-'’][\p{L}\p{M}\p{N}]+)*`;
const PAUSES = String.raw`[,;:!?…()[\]—–]|(?<=\s)-(?=\s)|\.(?=[\s»”"')\]]|$)`;
const ELIDED = String.raw`(?:qu|lorsqu|puisqu|quoiqu|jusqu|[cdjlmnst])['’](?=\p{L}|$)`;
const patterns = {
  fr: new RegExp(`${ELIDED}|${LETTERS}|${PAUSES}`, 'giu'),
  en: new RegExp(`${LETTERS}|${PAUSES}`, 'giu'),
} as const;

/** The words and pauses of a sentence, in order; French elisions ("l'", "qu'") stand alone. */
export function wordsOf(sentence: string, language: ModelLanguage): readonly Word[] {
  const words: Word[] = [];
  for (const { 0: found, index } of sentence.matchAll(patterns[language])) {
    const pause = PAUSE_KINDS.get(found) ?? null;
    words.push({ start: index, end: index + found.length, text: pause ? found : fold(found), pause });
  }
  return words;
}

const fold = (word: string): string => word.toLowerCase().normalize('NFC').replace(/’/gu, "'");

const PAUSE_KINDS: ReadonlyMap<string, Pause> = new Map([
  [',', 'comma'],
  ['(', 'open'],
  ['[', 'open'],
  [')', 'close'],
  [']', 'close'],
  ['—', 'dash'],
  ['–', 'dash'],
  ['-', 'dash'],
  ...[';', ':', '!', '?', '…', '.'].map((sign) => [sign, 'stop'] as const),
]);
