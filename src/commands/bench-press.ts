import type { ToneDocument } from '../bench/tone/tone.ts';
import { RevueError } from '../domain/errors.ts';
import type { ModelLanguage } from '../reading/sentiment/tokens.ts';
import { asideDocuments, pressDocuments } from '../training/sentiment/corpus.ts';

/** The documents of the labelled press in a directory, as `fixtures/gold` is: those to learn from and those kept aside. Throws `no-data` (fatal). */
export function pressOf(directory: string): Readonly<Record<ModelLanguage, readonly ToneDocument[]>> {
  const of = (language: ModelLanguage): readonly ToneDocument[] => [
    ...pressDocuments(directory, language),
    ...asideDocuments(directory, language),
  ];
  try {
    return { fr: of('fr'), en: of('en') };
  } catch (cause) {
    const message = `${directory} cannot be read as labelled press; name a directory that holds press/*.jsonl and tone/*.tsv.`;
    throw new RevueError('no-data', message, 'fatal', { cause });
  }
}
