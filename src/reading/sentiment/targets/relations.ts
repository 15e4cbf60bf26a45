import { holds, type Marked } from './marked.ts';
import { lengthAt } from './rules.ts';

/**
 * What decides the tone of a target where its own words say nothing: `same` nothing else does, `better` and `worse`
 * a comparison does, `opposite` the words of another do, turned round, `none` it is only named to compare with.
 */
export type Turn = 'same' | 'better' | 'worse' | 'opposite' | 'none';

/** A comparison with a target: what it says of the one that is compared, and of the target. */
export interface Relation {
  readonly first: Turn;
  readonly second: Turn;
  /** The words that compare, `from` … `to` (excluded); with the comparison they have said what they say. */
  readonly from: number;
  readonly to: number;
  /** The first word of what both have alike ("as | sharp as the first"), -1 when nothing. */
  readonly alike: number;
  /** True when the words about the first are about the target too: "like the first, the second …". */
  readonly likens: boolean;
}

/** So many words may stand between a comparison and what it compares with. */
const REACH = 8;
/** So many words may stand between "more" and "than". */
const DEGREE_REACH = 6;
/** A negation turns a comparison that begins within so many words. */
const NEGATION_REACH = 4;

/** The comparison with the target whose first word is at `at`, null when there is none. */
export function relationAt(marked: Marked, at: number): Relation | null {
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    if (marked.words[i]?.pause || marked.named[i] !== -1) return null;
    const found = phraseAt(marked, i, at) ?? degreeAt(marked, i);
    if (found) return found;
  }
  return null;
}

const PHRASES = [
  { name: 'opposers', first: 'same', second: 'opposite', negated: null },
  { name: 'likeners', first: 'same', second: 'same', negated: null },
  { name: 'savedBy', first: 'same', second: 'better', negated: null },
  { name: 'sunkBy', first: 'worse', second: 'worse', negated: null },
  { name: 'above', first: 'better', second: 'worse', negated: { first: 'worse', second: 'better' } },
  { name: 'below', first: 'worse', second: 'better', negated: null },
  { name: 'level', first: 'better', second: 'better', negated: { first: 'worse', second: 'better' } },
] as const;

/** "A match for", "unlike", "let down by": a phrase that compares. */
function phraseAt(marked: Marked, from: number, at: number): Relation | null {
  for (const { name, first, second, negated } of PHRASES) {
    const to = from + lengthAt(marked.words, from, marked.rules[name]);
    if (to === from || to > at) continue;
    const turned = negated && holds(marked, from - NEGATION_REACH, from, 'negators');
    return { ...(turned ? negated : { first, second }), from, to, alike: -1, likens: name === 'likeners' };
  }
  return null;
}

const DEGREES = [
  { name: 'lessThan', first: 'worse', second: 'better' },
  { name: 'worseThan', first: 'worse', second: 'none' },
  { name: 'betterThan', first: 'better', second: 'worse' },
  { name: 'equalTo', first: 'same', second: 'same' },
  { name: 'moreThan', first: 'same', second: 'none' },
] as const;

/** "Less … than", "as … as": the degree stands before the word that joins it to the target. */
function degreeAt(marked: Marked, joint: number): Relation | null {
  const { words } = marked;
  if (lengthAt(words, joint, marked.rules.than) === 0) return null;
  for (let from = joint - 1; from >= Math.max(0, joint - DEGREE_REACH) && !words[from]?.pause; from--) {
    const degree = DEGREES.find(({ name }) => lengthAt(words, from, marked.rules[name]) > 0);
    if (!degree) continue;
    const { name, first, second } = degree;
    const to = joint + 1;
    if (name !== 'equalTo')
      return { first, second, from: name === 'moreThan' ? joint : from, to, alike: -1, likens: false };
    const negated = holds(marked, from - NEGATION_REACH, from, 'negators');
    return negated
      ? { first: 'worse', second: 'better', from, to, alike: -1, likens: false }
      : { first, second, from: joint, to, alike: from, likens: false };
  }
  return null;
}
