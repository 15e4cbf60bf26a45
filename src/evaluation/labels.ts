import { RevueError } from '../domain/errors.ts';
import type { SentimentLabel } from '../domain/reading.ts';
import data from './labels.json' with { type: 'json' };

/** A label as a file writes it, in one spelling: `positive`, `pos`, `+`, `0` … */
export type RawLabel = string;

/** How a file numbers its labels: not at all, 0/1 as sides, −1/0/1 around neutral, or 0/1/2 with neutral in the middle. */
export type Numbering = keyof typeof data.meanings;

/** What the labels of a whole file mean. */
export interface LabelScheme {
  readonly numbering: Numbering;
  /** 2 where every label takes a side. */
  readonly classes: 2 | 3;
  /** The tone that a label of the file stands for. */
  readonly toneOf: (label: RawLabel) => SentimentLabel;
}

const { words, signs, booleans, numbers } = data;
const named = { ...words, ...signs, ...booleans } as Readonly<Record<string, SentimentLabel>>;
const known = new Set([...Object.keys(named), ...numbers]);

/** The labels that are understood, for messages. */
export const knownLabels: readonly RawLabel[] = [...known];

/** A value of a file as a label; null for one that is none. */
export function rawLabelOf(value: unknown): RawLabel | null {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null;
  const text = String(value).trim().toLowerCase().replace(/^\+1$/u, '1').replace(/^−1$/u, '-1');
  return known.has(text) ? text : null;
}

/**
 * Decides over all labels of a file what its numbers mean. Throws `labels-unclear` (fatal) where they could mean several things:
 * −1 beside 2, or 0 or 1 alone beside words.
 */
export function schemeOf(labels: ReadonlySet<RawLabel>): LabelScheme {
  const numbering = numberingOf(labels);
  const meanings = { ...named, ...data.meanings[numbering] } as Readonly<Record<string, SentimentLabel>>;
  const toneOf = (label: RawLabel): SentimentLabel => {
    const tone = meanings[label];
    if (tone === undefined) throw unclear(`"${label}" has no meaning among them`);
    return tone;
  };
  const tones = new Set([...labels].map(toneOf));
  return { numbering, classes: tones.has('neutral') || tones.has('mixed') ? 3 : 2, toneOf };
}

function numberingOf(labels: ReadonlySet<RawLabel>): Numbering {
  const has = (...some: readonly RawLabel[]): boolean => some.some((label) => labels.has(label));
  if (has('-1') && has('2')) throw unclear('-1 and 2 stand side by side');
  if (has('2')) return 'three';
  if (has('-1') || (has('0', '1') && has(...Object.keys(signs)))) return 'signed';
  if (!has('0', '1')) return 'words';
  if (has(...Object.keys(words))) throw unclear('0 or 1 stands beside words such as "positive"');
  return 'sides';
}

const unclear = (why: string): RevueError =>
  new RevueError('labels-unclear', `It is unclear what the labels of the file mean: ${why}.`, 'fatal');
