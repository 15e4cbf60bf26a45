import { RevueError } from '../../../domain/errors.ts';
import type { SentimentLabel } from '../../../domain/reading.ts';
import table from './labels.json' with { type: 'json' };

/** What one class of a model means: its label here, and its sign in [−1, 1]. */
export interface ToneClass {
  readonly label: SentimentLabel;
  readonly value: number;
}

const meanings = new Map(Object.entries(table as Readonly<Record<string, ToneClass>>));

/**
 * The meaning of every class, in the order of the model's outputs; `id2label` is that of its `config.json`.
 * Throws `tone-labels-unknown` (fatal) when a class has no known name, or when none is positive or none negative.
 */
export function toneClasses(id2label: unknown, model: string): readonly ToneClass[] {
  const names = namesInOrder(id2label);
  const classes = names.flatMap((name) => meanings.get(plain(name)) ?? []);
  const isTone = (['positive', 'negative'] as const).every((side) => classes.some(({ label }) => label === side));
  if (names.length > 0 && classes.length === names.length && isTone) return classes;
  const found = names.length > 0 ? names.map((name) => `"${name}"`).join(', ') : 'none';
  throw new RevueError(
    'tone-labels-unknown',
    `The labels of the tone model ${model} are not understood (${found}); id2label in its config.json must name positive and negative, and may name neutral and mixed, or name "1 star" to "5 stars".`,
    'fatal',
  );
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[_\s-]+/gu, ' ')
    .trim();

/** Empty unless the keys are 0, 1, 2 … and every class has a text for a name. */
function namesInOrder(id2label: unknown): readonly string[] {
  if (typeof id2label !== 'object' || id2label === null) return [];
  const byId = id2label as Readonly<Record<string, unknown>>;
  const names = Object.keys(byId).map((_, id) => byId[String(id)]);
  return names.every((name) => typeof name === 'string') ? names : [];
}
