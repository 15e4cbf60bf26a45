import { nameTypes } from './model.ts';
import { isBracket, type Prepared } from './sentence.ts';
import type { Span } from './spans.ts';

const PERSON = nameTypes.indexOf('person');
const CHARACTER = nameTypes.indexOf('character');
/** What the other pairs of a document say at most, in log odds. */
const MOST = 4;

/**
 * Of two names, one behind the other in brackets, one is a person and one a character, and a document keeps one order:
 * "Actor (Character)" or "Character (Actor)". Sets the scores of each pair by both its names and the other pairs.
 */
export function agreePairs({ tokens }: Prepared, spans: readonly Span[], scores: readonly Float64Array[]): void {
  const pairs = spans.flatMap((span, i): readonly (readonly [Float64Array, Float64Array])[] => {
    const before = spans[i - 1];
    const isPair = before?.passage === span.passage && before.to === span.from - 1;
    if (!isPair || !isBracket(tokens.words[span.from - 1] ?? 0)) return [];
    const [first, second] = [scores[i - 1], scores[i]];
    return first && second && isPersonal(first) && isPersonal(second) ? [[first, second]] : [];
  });
  const orders = pairs.map(([first, second]) => (leaning(first) - leaning(second)) / 2);
  const sum = orders.reduce((total, order) => total + order, 0);
  pairs.forEach(([first, second], i) => {
    const own = orders[i] ?? 0;
    const order = own + Math.max(-MOST, Math.min(MOST, sum - own)) / 2;
    lean(first, order - leaning(first));
    lean(second, -order - leaning(second));
  });
}

/** A person or character is its likeliest type. */
const isPersonal = (scores: Float64Array): boolean => {
  const best = Math.max(scores[PERSON] ?? 0, scores[CHARACTER] ?? 0);
  return scores.every((score) => score <= best);
};

/** How much rather a character than a person, in log odds. */
const leaning = (scores: Float64Array): number => (scores[CHARACTER] ?? 0) - (scores[PERSON] ?? 0);

function lean(scores: Float64Array, by: number): void {
  scores[CHARACTER] = (scores[CHARACTER] ?? 0) + by / 2;
  scores[PERSON] = (scores[PERSON] ?? 0) - by / 2;
}
