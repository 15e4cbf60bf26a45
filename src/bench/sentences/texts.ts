import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { RevueError } from '../../domain/errors.ts';
import { filesAt } from '../files.ts';
import { parseTreebank, type TreebankDocument } from './treebank.ts';

/** A file of a treebank; the language is in its name: `fr_pud-ud-test.conllu`. */
export interface Treebank {
  readonly name: string;
  readonly language: string;
  readonly documents: readonly TreebankDocument[];
}

/** A file of cases: a language, a tab, the sentences between ` | `; a row of it is one text. */
export interface CaseFile {
  readonly name: string;
  readonly cases: readonly { readonly language: string; readonly sentences: readonly string[] }[];
}

/** What a file or directory holds. */
export interface MarkedSentences {
  readonly treebanks: readonly Treebank[];
  readonly caseFiles: readonly CaseFile[];
}

/** Reads `.conllu` and `.tsv` files. Throws `no-data` (fatal). */
export function readMarkedSentences(path: string): MarkedSentences {
  const files = filesAt(path);
  const treebanks = files
    .filter((file) => file.endsWith('.conllu'))
    .map((file) => {
      const name = basename(file);
      const language = /^[a-z]{2,3}(?=[_.-])/u.exec(name)?.[0] ?? 'und';
      return { name, language, documents: parseTreebank(readFileSync(file, 'utf8'), language) };
    });
  const caseFiles = files.filter((file) => file.endsWith('.tsv')).map(readCases);
  const documents = treebanks.flatMap((treebank) => treebank.documents);
  if (documents.length + caseFiles.flatMap(({ cases }) => cases).length > 0) return { treebanks, caseFiles };
  throw new RevueError('no-data', `${path} holds no treebanks (*.conllu) or cases (*.tsv).`, 'fatal');
}

function readCases(file: string): CaseFile {
  const rows = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const cases = rows.flatMap((row) => {
    const [language, marked] = row.replace(/\r$/u, '').split('\t');
    return language === undefined || marked === undefined ? [] : [{ language, sentences: marked.split(' | ') }];
  });
  return { name: basename(file), cases };
}
