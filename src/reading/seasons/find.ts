import type { Grammar, Rule } from './grammar.ts';
import { readNumbers } from './numbers.ts';

/** A stretch of a passage that may name seasons; offsets count from the start of the passage. */
export interface Expression {
  readonly start: number;
  readonly end: number;
  readonly rule: Rule;
  readonly numbers: readonly number[];
}

/** More season expressions than this in one sentence is not prose. */
const MOST_EXPRESSIONS = 12;

/** Marks stretches of a passage as taken. */
function takenIn(length: number): { readonly take: (start: number, end: number) => boolean } {
  const marks = new Uint8Array(length);
  return {
    take(start, end) {
      if (marks.subarray(start, end).includes(1)) return false;
      marks.fill(1, start, end);
      return true;
    },
  };
}

function expressionOf(match: RegExpExecArray, rule: Rule, grammar: Grammar): Expression {
  const start = match.index + (match[0].length - match[0].trimStart().length);
  const groups = match.slice(1).filter((group) => group !== undefined);
  const numbers = rule.reads === 'year' ? groups.map(Number) : readNumbers(groups.join(' , '), grammar);
  return { start, end: match.index + match[0].trimEnd().length, rule, numbers };
}

/** All stretches of a folded passage that may name seasons, traps left out, in the order of the text. */
export function findExpressions(folded: string, grammar: Grammar): readonly Expression[] {
  if (!grammar.hint.test(folded)) return [];
  const taken = takenIn(folded.length);
  for (const trap of grammar.traps) {
    for (const match of folded.matchAll(trap)) taken.take(match.index, match.index + match[0].length);
  }
  const found: Expression[] = [];
  const hasNoun = grammar.noun.test(folded);
  for (const rule of grammar.rules) {
    if (rule.noun && !hasNoun) continue;
    for (const match of folded.matchAll(rule.pattern)) {
      if (found.length >= MOST_EXPRESSIONS) break;
      const expression = expressionOf(match, rule, grammar);
      if (expression.end > expression.start && taken.take(expression.start, expression.end)) found.push(expression);
    }
  }
  const sure = found.filter(({ rule }) => !rule.fallback);
  return (sure.length > 0 ? sure : found).sort((a, b) => a.start - b.start);
}
