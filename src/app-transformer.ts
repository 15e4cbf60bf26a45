import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, isAbsolute, join, resolve } from 'node:path';
import type { Config } from './config.ts';
import { RevueError } from './domain/errors.ts';
import { type Calibration, parseCalibration, uncalibrated } from './reading/sentiment/transformer/calibration.ts';
import { loadClassifier, type ModelPlace } from './reading/sentiment/transformer/library.ts';
import { createTransformer, type Transformer } from './reading/sentiment/transformer/transformer.ts';

/** The transformer that the user chose: TONE_MODEL and TONE_CALIBRATION. */
export interface ToneChoice {
  /** A directory, or a name at the hub. */
  readonly model: string;
  /** A calibration file; null: `calibration.json` in the directory, if there is one. */
  readonly calibration: string | null;
}

/** The choice that a configuration holds; null: the models that ship. */
export const toneChoice = ({ TONE_MODEL, TONE_CALIBRATION }: Config): ToneChoice | null =>
  TONE_MODEL === null ? null : { model: TONE_MODEL, calibration: TONE_CALIBRATION };

/**
 * What a thread may take for one page. A transformer of twelve layers takes 50 ms a sentence, and the words of its tokenizer
 * up to 450 MB of heap. Without one: enough for the largest page that decoding accepts.
 */
export const threadLimits = (tone: ToneChoice | null): { readonly limitMs: number; readonly heapMb: number } =>
  tone === null ? { limitMs: 10_000, heapMb: 512 } : { limitMs: 300_000, heapMb: 1_536 };

/** Files of weights and what the package calls their precision; the first one that is there is read. */
const WEIGHTS = [
  { file: 'onnx/model.onnx', dtype: 'fp32' },
  { file: 'onnx/model_quantized.onnx', dtype: 'q8' },
] as const;
const OTHER_FILES = ['config.json', 'tokenizer.json', 'tokenizer_config.json'] as const;
const CALIBRATION = 'calibration.json';

/**
 * Loads a text classifier as a reader of tone; takes seconds and as much memory as its weights. A directory is read without
 * any network. Throws RevueError (fatal): `tone-package-missing`, `tone-package-broken`, `tone-model-missing`,
 * `tone-model-broken`, `tone-labels-unknown`, `tone-calibration-missing`, `tone-calibration-invalid`.
 */
export async function loadTransformer(choice: ToneChoice): Promise<Transformer> {
  const place = placeOf(choice.model);
  const calibration = calibrationOf(choice, place);
  return await createTransformer(place.name, await loadClassifier(place), calibration);
}

/** What readings call a model: the last part of a directory, or its whole name at the hub. */
export const nameOfModel = (model: string): string => (isDirectory(model) ? basename(resolve(model)) : model);

function placeOf(model: string): ModelPlace {
  const name = nameOfModel(model);
  if (!isDirectory(model)) {
    if (isAbsolute(model) || model.startsWith('.')) throw missing(`There is no directory ${model} with a tone model.`);
    return { name, directory: null, dtype: 'fp32' };
  }
  const directory = resolve(model);
  const weights = WEIGHTS.find(({ file }) => existsSync(join(directory, file)));
  const lacks = OTHER_FILES.filter((file) => !existsSync(join(directory, file)));
  if (weights && lacks.length === 0) return { name, directory, dtype: weights.dtype };
  const wanted = [...lacks, ...(weights ? [] : [WEIGHTS.map(({ file }) => file).join(' or ')])];
  throw missing(`${model} holds no tone model: it lacks ${wanted.join(', ')}.`);
}

function calibrationOf({ calibration }: ToneChoice, { directory }: ModelPlace): Calibration {
  const beside = directory === null ? null : join(directory, CALIBRATION);
  const file = calibration ?? (beside !== null && existsSync(beside) ? beside : null);
  if (file === null) return uncalibrated;
  if (existsSync(file)) return parseCalibration(readFileSync(file, 'utf8'), file);
  throw new RevueError('tone-calibration-missing', `There is no file ${file} with a calibration.`, 'fatal');
}

/** Asked for first, because `statSync` throws where a part of the path is a file. */
const isDirectory = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

const missing = (sentence: string): RevueError => new RevueError('tone-model-missing', sentence, 'fatal');
