import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { RevueError } from '../../domain/errors.ts';
import { filesAt } from '../files.ts';
import type { Article } from './edits.ts';

/** Words below which a text is no article. */
const LEAST = 60;

/** The articles of a `.jsonl` or `.jsonl.gz` file with rows `{text, lang?}`, or of all such files of a directory. Throws `no-data` (fatal). */
export function readArticles(path: string): readonly Article[] {
  const rows = filesAt(path)
    .filter((file) => /\.jsonl(?:\.gz)?$/u.test(file))
    .flatMap(rowsOf);
  const articles = rows
    .filter(({ text }) => typeof text === 'string' && text.split(/\s+/u).length >= LEAST)
    .map(({ text, lang }, number) => ({ number, text: text ?? '', language: lang || 'und' }));
  if (articles.length === 0)
    throw new RevueError('no-data', `${path} holds no articles of ${LEAST} words or more.`, 'fatal');
  return articles;
}

interface Row {
  readonly text?: string | null;
  readonly lang?: string | null;
}

function rowsOf(file: string): readonly Row[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as Row]));
}
