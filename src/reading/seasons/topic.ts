import type { Attribution } from '../../domain/reading.ts';
import type { Implied } from './implied-features.ts';

/** What the sentences read so far leave behind for the next. */
export interface Memory {
  /** The seasons of the document's show that the last naming sentence spoke of, the last named one at the end. */
  readonly named: readonly Attribution[];
  /** The season that the text was about last. */
  readonly topic: number | null;
  /** Sentences since a season was named; infinite before the first. */
  readonly sinceNamed: number;
  /** What the passage before was: `named`, `implied` or `none`. */
  readonly last: 'named' | 'implied' | 'none';
}

/** Before the first sentence; a title that names the season counts as the sentence before. */
export const beginning = (titled: boolean): Memory => ({
  named: [],
  topic: null,
  sinceNamed: titled ? 0 : Number.POSITIVE_INFINITY,
  last: 'none',
});

/** The memory after one more sentence: what it named, and what it was found to go on about. */
export function remember(memory: Memory, named: readonly Attribution[], implied: readonly Attribution[]): Memory {
  if (named.length === 0) {
    return { ...memory, sinceNamed: memory.sinceNamed + 1, last: implied.length > 0 ? 'implied' : 'none' };
  }
  const about = named.filter(({ relation }) => relation === 'about');
  return { named, topic: about.at(-1)?.season ?? memory.topic, sinceNamed: 0, last: 'named' };
}

/** So many sentences in a row may live on one that named its season in the background. */
const LONGEST_RECALL = 3;

/**
 * The seasons that a sentence which names none may go on about, likeliest first: the one that was named last, else the
 * document's own, else the one that the text was about. At most two. What was on at the date alone is no reason: a sentence
 * that no words tie to a season has none.
 */
export function impliedBy(memory: Memory, own: number | null, beside: readonly Attribution[]): readonly Implied[] {
  const last = memory.named.at(-1);
  const age = memory.sinceNamed + 1;
  const found: Omit<Implied, 'second'>[] = [];
  const rest = { age, beside: beside.length > 0 };
  if (last !== undefined && (last.relation === 'about' || age <= LONGEST_RECALL)) {
    found.push({
      season: last.season,
      relation: last.relation === 'about' ? 'about' : 'background',
      source: 'text',
      ...rest,
    });
  }
  if (own !== null) found.push({ season: own, relation: 'about', source: 'page', ...rest });
  else if (memory.topic !== null) found.push({ season: memory.topic, relation: 'about', source: 'text', ...rest });
  const distinct = found.filter(
    ({ season }, i) =>
      found.findIndex((each) => each.season === season) === i && !beside.some((each) => each.season === season),
  );
  return distinct.slice(0, 2).map((each, i) => ({ ...each, second: i > 0 }));
}
