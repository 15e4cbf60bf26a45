import { starters } from './words.ts';

const OPENERS = /^[\s«»“”„"'‘’([¿¡*_—–-]*/u;

/** What follows a stop, without the quotation marks, brackets and dashes at its head. */
export const bareStart = (next: string): string => next.replace(OPENERS, '');

/** The first word, or nothing where an initial or a number stands. */
export const firstWord = (start: string): string => /^\p{L}+(?![.-]|\p{L})/u.exec(start)?.[0] ?? '';

/** True where a word stands that begins sentences and hardly a name, or the key of a line ("Rating: 4"). */
export const begins = (start: string): boolean => starters.has(firstWord(start)) || /^\p{Lu}\p{L}+\s?:\s/u.test(start);
