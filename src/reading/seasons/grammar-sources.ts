import type { AttributionBasis } from '../../domain/reading.ts';
import any from './grammar/any.json' with { type: 'json' };
import de from './grammar/de.json' with { type: 'json' };
import en from './grammar/en.json' with { type: 'json' };
import es from './grammar/es.json' with { type: 'json' };
import fr from './grammar/fr.json' with { type: 'json' };
import it from './grammar/it.json' with { type: 'json' };

/**
 * What a rule's match stands for. `numbers`: the numbers in it; `span`: from the first to the last of them; `upTo`: 1…n;
 * `lastOf`: the n latest; `lastBefore`: the n before the season spoken of; `everything`: all that were shown; `one`: season 1.
 * The others are relative: see `resolve`.
 */
export type ReadsAs =
  | 'numbers'
  | 'span'
  | 'upTo'
  | 'lastOf'
  | 'lastBefore'
  | 'everything'
  | 'one'
  | 'two'
  | 'current'
  | 'previous'
  | 'earlier'
  | 'earliest'
  | 'next'
  | 'following'
  | 'final'
  | 'last'
  | 'penultimate';

/**
 * A rule as the grammar files write it. `needs`: `nothing-yet` — no expression was found before it in the passage;
 * `lone` — besides, nothing around it is about a season; `season-nearby` — the passage, one just before or the title speaks
 * of a season; `other-season-here` — the passage names another season.
 */
export interface RuleSource {
  readonly match: string;
  readonly reads: ReadsAs;
  readonly basis: AttributionBasis;
  readonly needs?: 'nothing-yet' | 'lone' | 'season-nearby' | 'other-season-here';
  readonly relation?: 'background';
}

/** A grammar file. */
export interface GrammarSource {
  readonly language: string;
  readonly numbers: Readonly<Record<string, number>>;
  readonly ordinals: Readonly<Record<string, number>>;
  readonly separators: { readonly list: readonly string[]; readonly range: readonly string[] };
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** Articles that may stand between a cue and an expression: a pattern. */
  readonly articles?: string;
  readonly hint: readonly string[];
  readonly traps: readonly string[];
  readonly expressions: readonly RuleSource[];
  readonly relatives: readonly RuleSource[];
  readonly ellipses: readonly RuleSource[];
  readonly links: Readonly<Record<'after' | 'before' | 'possessives' | 'likeness', readonly string[]>>;
  readonly cues: Readonly<
    Record<
      'comparisonBefore' | 'pointBefore' | 'pointAfter' | 'endOf' | 'past' | 'tale' | 'earlierStory',
      readonly string[]
    >
  >;
  /** How a sentence begins that goes on about what the one before spoke of. */
  readonly continuations: readonly string[];
}

// TypeScript widens the literals of JSON files, hence the cast; tests/unit/reading/seasons/parts.test.ts checks them.
/** The grammar files, the one for every language first. */
export const GRAMMAR_SOURCES = [any, fr, en, es, de, it] as readonly unknown[] as readonly GrammarSource[];
