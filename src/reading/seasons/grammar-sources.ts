import type { AttributionBasis } from '../../domain/reading.ts';
import any from './grammar/any.json' with { type: 'json' };
import de from './grammar/de.json' with { type: 'json' };
import en from './grammar/en.json' with { type: 'json' };
import es from './grammar/es.json' with { type: 'json' };
import fr from './grammar/fr.json' with { type: 'json' };
import it from './grammar/it.json' with { type: 'json' };

/**
 * What a rule's match stands for. `numbers`: the numbers in it; `span`: from the first to the last of them; `upTo`: 1…n;
 * `lastOf`: the n latest; `lastBefore`: the n before the season spoken of; `nextOf`: the n to come; `followingOf`: the n
 * after those named beside it; `fromOn`: from n to the latest; `everything`: all that were shown; `one`: season 1; `year`:
 * the season shown in that year. The others are relative: see `resolve`.
 */
export type ReadsAs =
  | 'numbers'
  | 'span'
  | 'upTo'
  | 'lastOf'
  | 'lastBefore'
  | 'nextOf'
  | 'followingOf'
  | 'fromOn'
  | 'everything'
  | 'one'
  | 'two'
  | 'year'
  | 'lastYear'
  | 'topic'
  | 'current'
  | 'previous'
  | 'beforeLast'
  | 'earlier'
  | 'earliest'
  | 'next'
  | 'following'
  | 'final'
  | 'last'
  | 'penultimate';

/**
 * A rule as the grammar files write it. `bare`: its words name no season by themselves ("the fourth", "six episodes");
 * `fallback`: they only tell of episodes or of a broadcast ("on Sunday", "is back") and count where nothing else may name
 * a season.
 */
export interface RuleSource {
  /** What kind of expression it is, in plain words. */
  readonly name: string;
  readonly match: string;
  readonly reads: ReadsAs;
  readonly basis: AttributionBasis;
  readonly bare?: true;
  readonly fallback?: true;
}

/** The groups of words that say how a sentence speaks of a season. */
export type CueName =
  | 'pluperfect'
  | 'past'
  | 'future'
  | 'recall'
  | 'comparison'
  | 'episode'
  | 'here'
  | 'time'
  | 'contrast';

/** A grammar file. Rules stand in the order in which they claim their words. */
export interface GrammarSource {
  readonly language: string;
  readonly numbers: Readonly<Record<string, number>>;
  readonly ordinals: Readonly<Record<string, number>>;
  readonly separators: { readonly list: readonly string[]; readonly range: readonly string[] };
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly hint: readonly string[];
  readonly traps: readonly string[];
  readonly rules: readonly RuleSource[];
  readonly links: Readonly<Record<'after' | 'before' | 'possessives' | 'likeness' | 'derived', readonly string[]>>;
  readonly cues: Readonly<Record<CueName, readonly string[]>>;
}

// TypeScript widens the literals of JSON files, hence the cast; tests/unit/reading/seasons/parts.test.ts checks them.
/** The grammar files, the one for every language first. */
export const GRAMMAR_SOURCES = [any, fr, en, es, de, it] as readonly unknown[] as readonly GrammarSource[];
