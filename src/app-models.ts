import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { RevueError } from './domain/errors.ts';
import { readWeights } from './domain/weights.ts';
import { type NameModels, readNameModel } from './reading/entities/tagger/model.ts';
import { type BlockModel, readBlockModel } from './reading/extract/scoring/scorer.ts';
import { readByteGrams } from './reading/language/byte-grams.ts';
import { loadSubwordReader } from './reading/language/subwords.ts';
import type { LanguageModels } from './reading/language/vote.ts';
import { RELEVANCE_ANSWERS, type RelevanceModel } from './reading/relevance/judge.ts';
import { SEASON_ANSWERS, type SeasonModel } from './reading/seasons/judge.ts';
import { readPressModel, readReviewModel } from './reading/sentiment/model.ts';
import type { ToneModels } from './reading/sentiment/trained.ts';

/** Loads `tone.press.<language>.bin` and `tone.reviews.<language>.bin` from a directory; languages without both have no trained tone. Throws `broken-model` (fatal). */
export function loadToneModels(directory: string): ToneModels {
  const found = (['fr', 'en'] as const).flatMap((language) => {
    const [press, reviews] = ['press', 'reviews'].map((kind) => join(directory, `tone.${kind}.${language}.bin`));
    if (!press || !reviews || !existsSync(press) || !existsSync(reviews)) return [];
    const model = { press: readPressModel(readFileSync(press)), review: readReviewModel(readFileSync(reviews)) };
    return [[language, model] as const];
  });
  return Object.fromEntries(found);
}

/** Loads `names.<language>.bin` (brotli) from a directory; languages without a file have no unknown names. Throws `bad-model` (fatal). */
export function loadNameModels(directory: string): NameModels {
  const found = (['fr', 'en'] as const).flatMap((language) => {
    const path = join(directory, `names.${language}.bin`);
    return existsSync(path) ? [[language, readNameModel(unpacked(path))] as const] : [];
  });
  return Object.fromEntries(found);
}

function unpacked(path: string): Uint8Array {
  try {
    return brotliDecompressSync(readFileSync(path));
  } catch (cause) {
    throw new RevueError('bad-model', `${path} cannot be unpacked; train it again.`, 'fatal', { cause });
  }
}

/** Loads the models that score blocks of pages, `extraction.<name>.bin`. Throws `bad-model` (fatal), also when there are none. */
export function loadBlockModels(directory: string): readonly BlockModel[] {
  const names = readdirSync(directory).filter((name) => /^extraction\..+\.bin$/u.test(name));
  if (names.length === 0) {
    throw new RevueError('bad-model', `${directory} holds no model of block scores (extraction.*.bin).`, 'fatal');
  }
  return names.sort().map((name) => readBlockModel(readFileSync(join(directory, name))));
}

/** Loads what tells languages: `language.grams.bin` and fastText's model from its package. Throws `bad-model` (fatal). */
export async function loadLanguageModels(directory: string): Promise<LanguageModels> {
  const byteGrams = readByteGrams(readFileSync(join(directory, 'language.grams.bin')));
  return { byteGrams, subwords: await loadSubwordReader() };
}

/** Loads what tells whether a passage speaks of a season, `seasons.tsv`. Throws `bad-model` (fatal). */
export const loadSeasonModel = (directory: string): SeasonModel =>
  readWeights(readFileSync(join(directory, 'seasons.tsv'), 'utf8'), 'seasons', SEASON_ANSWERS);

/** Loads what tells whether a document is about a show, `relevance.tsv`. Throws `bad-model` (fatal). */
export const loadRelevanceModel = (directory: string): RelevanceModel =>
  readWeights(readFileSync(join(directory, 'relevance.tsv'), 'utf8'), 'relevance', RELEVANCE_ANSWERS);
