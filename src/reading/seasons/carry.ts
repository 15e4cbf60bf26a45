import type { Attribution } from '../../domain/reading.ts';
import { isLikeness, type PassageNames } from './binding.ts';
import type { Grammar } from './grammar.ts';

/** So many sentences in a row may live on one that named its season. */
const LONGEST_CHAIN = 3;

/** What one sentence hands on to the next. */
export interface Thread {
  /** The one season that it was clearly about, null when there was none or several. */
  readonly topic: Attribution | null;
  /** How many sentences it has been carried already. */
  readonly length: number;
}

/** Nothing to carry. */
export const NO_THREAD: Thread = { topic: null, length: 0 };

/** The thread that a sentence with these attributions of its own starts. */
export function threadFrom(attributions: readonly Attribution[]): Thread {
  const about = attributions.filter((attribution) => attribution.relation === 'about');
  const [topic, ...rest] = about.length > 0 ? about : attributions;
  return topic === undefined || topic.relation === 'other-show' || rest.length > 0 ? NO_THREAD : { topic, length: 0 };
}

/** True when a passage speaks of another show than `show`, other than to liken. */
export function speaksOfAnother(names: PassageNames, show: string | null, grammar: Grammar): boolean {
  const others = names.titles.filter((title) => title.show !== show && !isLikeness(names.folded, title, grammar));
  return others.length > 0 && !names.titles.some((title) => title.show === show);
}

/** The season that a sentence without one takes from the sentence before, when it goes on about it. */
export function carried(names: PassageNames, thread: Thread, grammar: Grammar): Attribution | null {
  if (thread.topic === null || thread.length >= LONGEST_CHAIN) return null;
  if (!grammar.continuation.test(names.folded) || speaksOfAnother(names, thread.topic.show, grammar)) return null;
  return { ...thread.topic, basis: 'carried', evidence: '' };
}
