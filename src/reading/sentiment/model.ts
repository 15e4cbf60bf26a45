import { RevueError } from '../../domain/errors.ts';
import type { ModelLanguage } from './tokens.ts';

/** A linear model over hashed features: weights of one byte each. */
export interface LinearModel {
  /** The model has `2 ** bits` weights; a feature's place is its lowest bits. */
  readonly bits: number;
  readonly weights: Int8Array;
  /** What one unit of a stored weight is worth. */
  readonly scale: number;
  readonly bias: number;
}

/** What a document is: reviews are opinions until shown otherwise, news are facts until shown otherwise. */
export type Register = 'news' | 'review';

/** A small logistic model over named values: p = σ(Σ weight · value + bias). */
export interface Combination {
  readonly weights: readonly number[];
  readonly bias: number;
}

/** How the scores of the linear models become calibrated probabilities. Fitted on authors that those scores had not seen. */
export interface Fit {
  /** Over the opinion score, the strength of the polarity in [0, 1], and 1 in a review. */
  readonly opinion: Combination;
  /** Over the sum of both polarity scores. */
  readonly polarity: Combination;
  /** Over what `contrastOf` measures. */
  readonly mixed: Combination;
  /** The probability from which a sentence is an opinion, by register, and from which an opinion is mixed. */
  readonly opinionFrom: Readonly<Record<Register, number>>;
  readonly mixedFrom: number;
}

/** The linear models of one language. */
export interface Scorers {
  /** Is it an opinion? */
  readonly opinion: LinearModel;
  /** Is the opinion good? Learned from sentences of the press. */
  readonly press: LinearModel;
  /** Is the opinion good? Learned from reviews by the public. */
  readonly reviews: LinearModel;
}

/** What one language is read with. */
export interface ToneModel extends Scorers {
  readonly language: ModelLanguage;
  readonly fit: Fit;
}

const parts = ['opinion', 'press', 'reviews'] as const;
type Header = Omit<LinearModel, 'weights'>;
type FileHeader = Readonly<Record<(typeof parts)[number], Header>> & Pick<ToneModel, 'language' | 'fit'>;

/** One line of JSON, then the weights of the three linear models, a byte each. */
export function writeModel(model: ToneModel): Uint8Array {
  const headers = parts.map((part) => {
    const { bits, scale, bias } = model[part];
    return [part, { bits, scale, bias }] as const;
  });
  const header = { language: model.language, ...Object.fromEntries(headers), fit: model.fit };
  const line = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
  const bytes = new Uint8Array(line.length + parts.reduce((sum, part) => sum + model[part].weights.length, 0));
  bytes.set(line);
  let at = line.length;
  for (const part of parts) {
    bytes.set(Uint8Array.from(model[part].weights), at);
    at += model[part].weights.length;
  }
  return bytes;
}

/** Reads what `writeModel` wrote; throws `broken-model` for bytes of another size or kind. */
export function readModel(bytes: Uint8Array): ToneModel {
  const end = bytes.indexOf(10);
  const header = headerOf(bytes.subarray(0, Math.max(0, end)));
  let at = end + 1;
  const read = (part: (typeof parts)[number]): LinearModel => {
    // A copy: a Buffer's slice would share its memory, and its place in it.
    const weights = Int8Array.from(bytes.subarray(at, at + 2 ** header[part].bits));
    at += 2 ** header[part].bits;
    return { ...header[part], weights };
  };
  const model = {
    language: header.language,
    opinion: read('opinion'),
    press: read('press'),
    reviews: read('reviews'),
    fit: header.fit,
  };
  if (at !== bytes.length) throw broken();
  return model;
}

function headerOf(line: Uint8Array): FileHeader {
  try {
    const header = JSON.parse(new TextDecoder().decode(line)) as Partial<FileHeader>;
    if (header.fit && parts.every((part) => header[part])) return header as FileHeader;
  } catch {
    // Not JSON: told below.
  }
  throw broken();
}

const broken = (): RevueError =>
  new RevueError('broken-model', 'A model of tone does not hold what its first line says; train it again.', 'fatal');

/** The uncalibrated score: weights added up, divided by the root of their number so that length does not count twice. */
export function rawScore({ bits, weights, scale, bias }: LinearModel, found: Uint32Array): number {
  const mask = 2 ** bits - 1;
  let sum = 0;
  for (const feature of found) sum += weights[feature & mask] ?? 0;
  return (sum * scale) / Math.sqrt(Math.max(1, found.length)) + bias;
}

/** A probability from values, in the order of the combination's weights. */
export const combine = ({ weights, bias }: Combination, values: readonly number[]): number =>
  sigmoid(weights.reduce((sum, weight, i) => sum + weight * (values[i] ?? 0), bias));

/** The logistic function. */
export const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
