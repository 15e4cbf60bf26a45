import type { GrammarSource } from './grammar-sources.ts';

/** What stands for a season in a rule: the words themselves, or a place that one of them fills. */
const NOUN = /saison|season|series|\{piece|\{sure|temporada|staffel|stagione/;
const INNERMOST = /\((?:\?:|\?!|\?=|\?<!)?([^()]*)\)(\?|\{0)?/;

/** True when each alternative has a word for a season. */
const inEach = (pattern: string): boolean => pattern.split('|').every((part) => NOUN.test(part));

/**
 * True when nothing can match a rule that has no word for a season: most passages have none, and need not be searched by
 * it. Brackets are worked off from the innermost: one counts when it cannot be left out and each of its alternatives counts.
 */
export function needsNoun(match: string): boolean {
  let rest = match;
  for (let found = INNERMOST.exec(rest); found !== null; found = INNERMOST.exec(rest)) {
    const [whole, inner = '', optional] = found;
    const counts = optional === undefined && !/^\(\?[!=<]/.test(whole) && inEach(inner);
    rest = rest.replace(whole, () => (counts ? 'saison' : ''));
  }
  return inEach(rest);
}

/** A pattern of all words for a season that the rules of a grammar know; their plurals begin alike. */
export const nounsOf = ({ words }: GrammarSource): string =>
  [
    'saison',
    'season',
    'series',
    'temporada',
    'staffel',
    'stagion',
    ...['piece', 'pieces', 'sure', 'other'].flatMap((key) => words[key] ?? []),
  ].join('|');
