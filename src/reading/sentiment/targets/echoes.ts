import { longestAt, type Marked } from './marked.ts';
import type { Piece } from './pieces.ts';

const FILLERS = ['determiners', 'ands', 'turns', 'adverbs', 'numbers', 'prepositions'] as const;

/** "The second less so", "so does the third": what a piece says that only repeats or turns what was said before; null for any other. */
export function echoOf(marked: Marked, { from, to, target }: Piece): 'same' | 'opposite' | null {
  if (target === -1) return null;
  let echo: 'same' | 'opposite' | null = null;
  for (let at = from; at < to; ) {
    const same = longestAt(marked, at, ['echoSame']);
    const opposite = longestAt(marked, at, ['echoOpposite']);
    const silent = marked.named[at] !== -1 || marked.words[at]?.pause || longestAt(marked, at, FILLERS) > 0;
    if (same + opposite > 0 && echo === null) echo = same >= opposite ? 'same' : 'opposite';
    else if (!silent) return null;
    at += Math.max(1, same, opposite);
  }
  return echo;
}
