import { readFileSync } from 'node:fs';
import { RevueError } from '../../domain/errors.ts';
import { filesAt } from '../files.ts';

/** A text whose language is known; `hints` are what its page declared. */
export interface LabelledText {
  readonly text: string;
  /** BCP 47. */
  readonly lang: string;
  readonly hints?: readonly string[];
}

/** A document of several languages: each sentence with its own. */
export interface MixedDocument {
  readonly kind: string;
  readonly doc: string;
  readonly sents: readonly (readonly [text: string, language: string])[];
}

/** What a file or directory holds: `.jsonl` has a labelled text a line, `.json` a list of mixed documents. */
export interface LabelledLanguages {
  readonly texts: readonly LabelledText[];
  readonly documents: readonly MixedDocument[];
}

/** Reads labelled texts. Throws `no-data` (fatal). */
export function readLabelledLanguages(path: string): LabelledLanguages {
  const files = filesAt(path);
  const linesOf = (file: string): readonly string[] => readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const parsed = {
    texts: files
      .filter((file) => file.endsWith('.jsonl'))
      .flatMap(linesOf)
      .map((line) => JSON.parse(line) as LabelledText),
    documents: files
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as readonly MixedDocument[]),
  };
  if (parsed.texts.length + parsed.documents.length > 0) return parsed;
  throw new RevueError('no-data', `${path} holds no labelled texts (*.jsonl) or mixed documents (*.json).`, 'fatal');
}
