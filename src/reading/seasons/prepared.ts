import type { NameHit } from '../../domain/catalogue.ts';
import { type PassageNames, titlesIn } from './binding.ts';
import { type Expression, findExpressions } from './find.ts';
import { fold } from './fold.ts';
import { type Grammar, grammarOf } from './grammar.ts';
import type { SeasonInput, SeasonPassage } from './input.ts';
import { type Observed, observe } from './named-features.ts';

/** A sentence is read up to here, in characters; what is longer is no sentence. */
const LONGEST_PASSAGE = 4000;

/** One passage, ready to be read. */
export interface Prepared {
  readonly at: number;
  readonly grammar: Grammar;
  readonly names: PassageNames;
  readonly observed: Observed;
  /** What may name a season in it. */
  readonly found: readonly Expression[];
}

/** The name matches of each passage, found in one walk over both sorted lists. */
function hitsByPassage(input: SeasonInput): readonly (readonly NameHit[])[] {
  let next = 0;
  return input.passages.map((passage) => {
    while ((input.hits[next]?.end ?? Infinity) <= passage.start) next++;
    const own: NameHit[] = [];
    for (let i = next; (input.hits[i]?.start ?? Infinity) < passage.end; i++) {
      const hit = input.hits[i];
      if (hit !== undefined && hit.start >= passage.start && hit.end <= passage.end) own.push(hit);
    }
    return own;
  });
}

function namesOf(
  input: SeasonInput,
  passage: SeasonPassage,
  hits: readonly NameHit[],
  ownWords: ReadonlySet<string>,
): PassageNames {
  const text = input.text.slice(passage.start, Math.min(passage.end, passage.start + LONGEST_PASSAGE));
  const names = hits.map((hit) => ({ start: hit.start - passage.start, end: hit.end - passage.start }));
  return { text, folded: fold(text), titles: titlesIn(hits, passage.start, input.show), names, ownWords };
}

/** More expressions than this in one text is no prose; what comes after them is not searched. */
const MOST_IN_TEXT = 4000;

/** Makes the passages of a document ready to be read; `main` is the grammar where a passage's language has none. */
export function prepare(input: SeasonInput, main: Grammar, ownWords: ReadonlySet<string>): readonly Prepared[] {
  const hits = hitsByPassage(input);
  let sum = 0;
  return input.passages.map((passage, at) => {
    const grammar = passage.language === 'und' ? main : (grammarOf(passage.language) ?? main);
    const names = namesOf(input, passage, hits[at] ?? [], ownWords);
    const found = sum < MOST_IN_TEXT ? findExpressions(names.folded, grammar) : [];
    sum += found.length;
    return { at, grammar, names, observed: observe(names.folded, grammar), found };
  });
}

/** The season that the words of a text name most often outright, the first one of several; null when none. */
export function mainSeason(passages: readonly Prepared[]): number | null {
  const counts = new Map<number, number>();
  const named = passages.flatMap(({ found }) => found.filter(({ rule }) => !rule.bare && rule.reads === 'numbers'));
  for (const number of named.flatMap(({ numbers }) => numbers)) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
