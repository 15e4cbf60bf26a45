import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RevueError } from './domain/errors.ts';
import { type BlockModel, readBlockModel } from './reading/extract/scoring/scorer.ts';
import { readByteGrams } from './reading/language/byte-grams.ts';
import { loadSubwordReader } from './reading/language/subwords.ts';
import type { LanguageModels } from './reading/language/vote.ts';
import { readModel } from './reading/sentiment/model.ts';
import type { SentimentModels } from './reading/sentiment/sentiment.ts';

/** Loads `sentiment.<language>.bin` from a directory; languages without a file have no tone. */
export function loadSentimentModels(directory: string): SentimentModels {
  const found = (['fr', 'en'] as const).flatMap((language) => {
    const path = join(directory, `sentiment.${language}.bin`);
    return existsSync(path) ? [[language, readModel(readFileSync(path))] as const] : [];
  });
  return Object.fromEntries(found);
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
