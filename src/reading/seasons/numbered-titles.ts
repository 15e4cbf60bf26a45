import type { TitleHit } from './binding.ts';
import type { Expression } from './find.ts';
import type { Grammar, Rule } from './grammar.ts';
import { readNumbers } from './numbers.ts';

/** "Fargo IV", "Le Bureau des légendes 4", not "Fargo 4 millions". A first season is never written so. */
const NUMBER =
  /^"? ([2-9]|1\d|ii|iii|iv|vi|vii|viii|ix)(?![\w%.,€$]|[-/:]\d| ?(?:million|h\b|euros|heures|episodes?|hours|minutes|ans\b|years|seasons|saisons|p\.?m|a\.?m|series|others))/;

const RULE: Rule = {
  name: 'number after the title',
  pattern: NUMBER,
  reads: 'numbers',
  basis: 'explicit',
  bare: false,
  fallback: false,
  noun: false,
};

/** Seasons written as a number right after a title. */
export function numberedTitles(folded: string, titles: readonly TitleHit[], grammar: Grammar): readonly Expression[] {
  return titles.flatMap((title): readonly Expression[] => {
    const match = NUMBER.exec(folded.slice(title.end, title.end + 24));
    if (match === null) return [];
    const numbers = readNumbers(match[1] ?? '', grammar);
    return [{ start: title.start, end: title.end + match[0].length, rule: RULE, numbers }];
  });
}
