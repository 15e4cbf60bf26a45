import { RevueError } from '../../domain/errors.ts';
import type { Combination } from './combination.ts';
import type { Scorers } from './evidence.ts';
import type { LinearModel } from './linear.ts';
import type { Network } from './network.ts';
import type { ModelLanguage } from './tokens.ts';

/** The classes of a sentence, in the order of the network's outputs. */
export const TONES = ['negative', 'neutral', 'positive', 'mixed'] as const;

/** How scores become tones. All of it is fitted on authors that the scorers behind it had not seen. */
export interface PressFit {
  /** Over what `evidenceOf` gives; outputs in the order of TONES. */
  readonly network: Network;
  /** Factors on the probabilities before one is chosen, in the order of TONES: rare tones would else hardly be named. */
  readonly leans: readonly number[];
  /** Over what `reportValues` gives, and from which probability on a sentence reports. */
  readonly reported: Combination;
  readonly reportedFrom: number;
}

/** What sentences of one language are read with. */
export interface PressModel extends Omit<Scorers, 'reviews'> {
  readonly language: ModelLanguage;
  readonly fit: PressFit;
}

/** What whole reviews of one language are read with. */
export interface ReviewModel {
  readonly language: ModelLanguage;
  readonly reviews: LinearModel;
  /** Over what `reviewValues` gives: the probability that a review is good. */
  readonly fit: Combination;
}

/** Both models of one language. */
export interface ToneModel {
  readonly press: PressModel;
  readonly review: ReviewModel;
}

const PRESS_PARTS = ['opinion', 'press', 'reports'] as const;
const REVIEW_PARTS = ['reviews'] as const;

/** One line of JSON, then the weights of the linear models, a byte each. */
export const writePressModel = (model: PressModel): Uint8Array =>
  packed({ language: model.language, fit: model.fit }, PRESS_PARTS, model);

/** As `writePressModel` writes. */
export const writeReviewModel = (model: ReviewModel): Uint8Array =>
  packed({ language: model.language, fit: model.fit }, REVIEW_PARTS, model);

/** Reads what `writePressModel` wrote; throws `broken-model` (fatal) for bytes of another size or kind. */
export const readPressModel = (bytes: Uint8Array): PressModel => unpacked(bytes, PRESS_PARTS) as unknown as PressModel;

/** Reads what `writeReviewModel` wrote; throws as `readPressModel`. */
export const readReviewModel = (bytes: Uint8Array): ReviewModel =>
  unpacked(bytes, REVIEW_PARTS) as unknown as ReviewModel;

type Headers = Readonly<Record<string, Omit<LinearModel, 'weights'>>>;

function packed<Part extends string>(
  facts: object,
  parts: readonly Part[],
  models: Readonly<Record<Part, LinearModel>>,
): Uint8Array {
  const headers = Object.fromEntries(
    parts.map((part) => {
      const { bits, scale, bias } = models[part];
      return [part, { bits, scale, bias }] as const;
    }),
  );
  const line = new TextEncoder().encode(`${JSON.stringify({ ...facts, parts: headers })}\n`);
  const bytes = new Uint8Array(line.length + parts.reduce((sum, part) => sum + models[part].weights.length, 0));
  bytes.set(line);
  let at = line.length;
  for (const part of parts) {
    bytes.set(Uint8Array.from(models[part].weights), at);
    at += models[part].weights.length;
  }
  return bytes;
}

function unpacked(bytes: Uint8Array, parts: readonly string[]): object {
  const end = bytes.indexOf(10);
  const { parts: headers, ...facts } = headerOf(bytes.subarray(0, Math.max(0, end)), parts);
  let at = end + 1;
  const models = parts.map((part) => {
    const header = headers[part] as Omit<LinearModel, 'weights'>;
    // A copy: a Buffer's slice would share its memory, and its place in it.
    const weights = Int8Array.from(bytes.subarray(at, at + 2 ** header.bits));
    at += 2 ** header.bits;
    return [part, { ...header, weights }] as const;
  });
  if (at !== bytes.length) throw broken();
  return { ...facts, ...Object.fromEntries(models) };
}

function headerOf(line: Uint8Array, parts: readonly string[]): { readonly parts: Headers } {
  try {
    const header = JSON.parse(new TextDecoder().decode(line)) as { readonly parts?: Headers; readonly fit?: unknown };
    const { parts: headers } = header;
    if (header.fit && headers && parts.every((part) => headers[part])) return { ...header, parts: headers };
  } catch {
    // Not JSON: told below.
  }
  throw broken();
}

const broken = (): RevueError =>
  new RevueError('broken-model', 'A model of tone does not hold what its first line says; train it again.', 'fatal');
