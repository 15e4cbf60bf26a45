import { longestAt, type Marked, stands } from './marked.ts';
import type { Rules } from './rules.ts';
import type { Pause } from './words.ts';

/** What opens a piece of a sentence, and so whom its words may belong to. */
export type Opener =
  | 'stop'
  | 'turn'
  | 'front'
  | 'opposer'
  | 'relative'
  | 'and'
  | 'comma'
  | 'aside'
  | 'resume'
  | 'object';

/** Where a piece begins, by number of word. */
export interface Cut {
  readonly at: number;
  readonly opener: Opener;
}

const OPENED_BY: Readonly<Record<Pause, Opener>> = {
  comma: 'comma',
  open: 'aside',
  close: 'resume',
  dash: 'stop',
  stop: 'stop',
};
/** "Where" and "when" turn a sentence only if a target comes within so many words. */
const SOON = 6;

/** Where the pieces of a sentence begin; never inside a target. */
export function cutsOf(marked: Marked): readonly Cut[] {
  const { words, named } = marked;
  const cuts: Cut[] = [];
  let pause: Opener | null = 'stop';
  let free = 0;
  words.forEach((word, at) => {
    const inside = at > 0 && named[at] !== -1 && named[at] === named[at - 1];
    if (inside || at < free || (word.pause === 'comma' && isInNoun(marked, at))) return;
    if (word.pause) {
      pause = pause && word.pause === 'comma' ? pause : OPENED_BY[word.pause];
      return;
    }
    const found = openerAt(marked, at, pause);
    if (found) cuts.push({ at: cuts.length === 0 ? 0 : at, opener: found.opener });
    free = at + (found?.length ?? 0);
    pause = null;
  });
  return cuts;
}

interface Found {
  readonly opener: Opener;
  readonly length: number;
}

function openerAt(marked: Marked, at: number, pause: Opener | null): Found | null {
  const found = (opener: Opener, name: keyof Rules): Found | null => {
    const length = longestAt(marked, at, [name]);
    return length > 0 ? { opener, length } : null;
  };
  const paused = pause ? { opener: pause, length: 0 } : null;
  const begins = pause === 'stop' || pause === 'aside';
  return (
    found('opposer', 'opposers') ??
    (begins ? found('front', 'fronts') : null) ??
    found('turn', 'turns') ??
    (pause ? found('turn', 'adverbs') : null) ??
    (isNamedSoon(marked, at) ? found('turn', 'softTurns') : null) ??
    (pause ? found('front', 'fronts') : null) ??
    (pause === 'stop' ? null : found('relative', 'relatives')) ??
    (pause === 'comma' ? null : paused) ??
    found('and', 'ands') ??
    paused
  );
}

function isNamedSoon({ words, named }: Marked, at: number): boolean {
  for (let i = at; i < at + SOON && words[i] && !words[i]?.pause; i++) if (named[i] !== -1) return true;
  return false;
}

/** "The patient, humane first season": a comma between adjectives of one noun cuts nothing. */
function isInNoun(marked: Marked, comma: number): boolean {
  const { words, named } = marked;
  if ((named[comma + 2] ?? -1) === -1 && (named[comma + 3] ?? -1) === -1) return false;
  const plain = (at: number): boolean =>
    words[at] !== undefined && !words[at]?.pause && named[at] === -1 && !stands(marked, at, 'prepositions');
  const adjective = (at: number): boolean => plain(at) && !stands(marked, at, 'determiners');
  const article = (at: number): boolean => plain(at) && stands(marked, at, 'determiners');
  const after = adjective(comma + 1) && ((named[comma + 2] ?? -1) !== -1 || adjective(comma + 2));
  return after && adjective(comma - 1) && (article(comma - 2) || (adjective(comma - 2) && article(comma - 3)));
}
