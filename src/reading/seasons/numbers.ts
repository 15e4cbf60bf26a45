import type { Grammar } from './grammar.ts';

/** No show has more seasons than this; a longer span is not one of seasons. */
const MOST_SEASONS = 60;

/** The whole numbers from `first` to `last`; empty when they run backwards or too far. */
export function span(first: number, last: number): readonly number[] {
  if (last < first || last - first >= MOST_SEASONS) return [];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** The numbers written in a folded phrase: "1, 2 et 3" → 1 2 3, "two through four" → 2 3 4. */
export function readNumbers(phrase: string, grammar: Grammar): readonly number[] {
  const numbers: number[] = [];
  let previousEnd = 0;
  for (const token of phrase.matchAll(grammar.numberToken)) {
    const value =
      /^\d/.test(token[0]) && !grammar.values.has(token[0]) ? Number(token[0]) : grammar.values.get(token[0]);
    if (value === undefined || value === 0) continue;
    const before = numbers.at(-1);
    const ranged = before !== undefined && grammar.rangeWord.test(phrase.slice(previousEnd, token.index));
    numbers.push(...(ranged && value > before ? span(before + 1, value) : [value]));
    previousEnd = token.index + token[0].length;
  }
  return [...new Set(numbers)];
}
