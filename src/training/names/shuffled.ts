import { randomFrom, shuffle } from '../../domain/random.ts';

/** A copy in an order that a seed fixes. */
export function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const copy = [...items];
  shuffle(copy, randomFrom(seed));
  return copy;
}
