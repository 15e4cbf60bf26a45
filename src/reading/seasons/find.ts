import type { Grammar, Rule } from './grammar.ts';
import { readNumbers } from './numbers.ts';

/** A stretch of a passage that may name seasons; offsets count from the start of the passage. */
export interface Expression {
  readonly start: number;
  readonly end: number;
  readonly rule: Rule;
  readonly numbers: readonly number[];
  readonly step: 'expression' | 'relative' | 'ellipsis';
}

/** What is known around the passage. */
export interface Surroundings {
  /** A passage just before, or the title, speaks of a season. */
  readonly seasonNearby: boolean;
  /** The document has no other passage and no season of its own. */
  readonly alone: boolean;
  /** The season that the document's show is at; "the third" can mean it without a season nearby. */
  readonly current: number | null;
}

/** More season expressions than this in one sentence is not prose. */
const MOST_EXPRESSIONS = 24;

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

/** A later season that is on now is named by its ordinal alone; a first one too rarely. */
function namesCurrent(rule: Rule, around: Surroundings): boolean {
  return rule.reads === 'numbers' && rule.basis === 'ordinal' && around.current !== null && around.current > 1;
}

function allowed(rule: Rule, found: readonly Expression[], around: Surroundings): boolean {
  if (rule.needs === 'nothing-yet') return found.length === 0;
  if (rule.needs === 'lone') return found.length === 0 && around.alone;
  if (rule.needs === 'season-nearby') return found.length > 0 || around.seasonNearby || namesCurrent(rule, around);
  if (rule.needs === 'other-season-here') return found.length > 0;
  return true;
}

/** All season expressions of a folded passage, traps left out, in the order of the text. */
export function findExpressions(folded: string, grammar: Grammar, around: Surroundings): readonly Expression[] {
  if (!grammar.hint.test(folded)) return [];
  const taken = takenIn(folded.length);
  for (const trap of grammar.traps) {
    for (const match of folded.matchAll(trap)) taken.take(match.index, match.index + match[0].length);
  }
  const found: Expression[] = [];
  const run = (step: Expression['step'], rules: readonly Rule[]): void => {
    for (const rule of rules) {
      if (!allowed(rule, found, around)) continue;
      const bare = found.length === 0 && !around.seasonNearby;
      for (const match of folded.matchAll(rule.pattern)) {
        if (found.length >= MOST_EXPRESSIONS) return;
        const start = match.index + (match[0].length - match[0].trimStart().length);
        const end = match.index + match[0].trimEnd().length;
        if (end <= start || !taken.take(start, end)) continue;
        const phrase = match
          .slice(1)
          .filter((group) => group !== undefined)
          .join(' , ');
        const numbers = readNumbers(phrase, grammar);
        if (bare && rule.needs === 'season-nearby' && numbers[0] !== around.current) continue;
        found.push({ start, end, rule, numbers, step });
      }
    }
  };
  run('expression', grammar.expressions);
  run('relative', grammar.relatives);
  run('ellipsis', grammar.ellipses);
  return found.sort((a, b) => a.start - b.start);
}
