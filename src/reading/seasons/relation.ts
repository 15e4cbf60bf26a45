import type { Expression } from './find.ts';
import type { Grammar } from './grammar.ts';

/** How far before an expression a cue may stand, in characters. */
const REACH = 60;

/** What the relation of an own season depends on. */
export interface RelationContext {
  readonly folded: string;
  readonly seasons: readonly number[];
  /** The season that the document speaks of, as far as known here. */
  readonly focus: number | null;
  /** The focus is the document's own season: from its page or title. */
  readonly owned: boolean;
  /** The passage names other seasons, too. */
  readonly others: boolean;
}

/** `about`, or `background` when the season is only compared with, recalled or a point in time. */
export function relationOf(at: Expression, context: RelationContext, grammar: Grammar): 'about' | 'background' {
  const { folded, seasons, focus, owned, others } = context;
  if (at.rule.relation !== undefined) return at.rule.relation;
  const before = folded.slice(Math.max(0, at.start - REACH), at.start);
  const after = folded.slice(at.end, at.end + 30);
  const isFocus = focus !== null && seasons.includes(focus);
  if (grammar.comparisonBefore.test(before) && !(owned && isFocus)) return 'background';
  if (at.rule.reads === 'earlier') return 'background';
  const past = focus !== null && seasons.every((season) => season < focus);
  if (grammar.pointBefore.test(before) && (others || (past && owned) || at.step === 'ellipsis')) {
    if (!isFocus || (others && !owned)) return 'background';
  }
  if (at.step === 'expression' && !(owned && isFocus)) {
    if (!isFocus && grammar.pointAfter.test(after)) return 'background';
    if (grammar.endOf.test(before) && grammar.tale.test(folded) && !isFocus) return 'background';
  }
  if (past && owned && (grammar.past.test(folded) || grammar.earlierStory.test(folded))) return 'background';
  return 'about';
}
