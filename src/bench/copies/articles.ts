import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { RevueError } from '../../domain/errors.ts';
import type { Article } from './edits.ts';

/** Words below which a text is no article. */
const LEAST = 60;

/** The articles of a `.jsonl` or `.jsonl.gz` file with rows `{text, lang?}`, or of all such files of a directory. Throws `no-data` (fatal). */
export function readArticles(path: string): readonly Article[] {
  const rows = filesOf(path).flatMap(rowsOf);
  const articles = rows
    .filter(({ text }) => typeof text === 'string' && text.split(/\s+/u).length >= LEAST)
    .map(({ text, lang }, number) => ({ number, text: text ?? '', language: lang || 'und' }));
  if (articles.length === 0) throw noData(`${path} holds no articles of ${LEAST} words or more.`);
  return articles;
}

interface Row {
  readonly text?: string | null;
  readonly lang?: string | null;
}

function filesOf(path: string): readonly string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    const names = readdirSync(path).filter((name) => /\.jsonl(?:\.gz)?$/u.test(name));
    return names.toSorted().map((name) => join(path, name));
  } catch (cause) {
    throw noData(`${path} cannot be read; name a file or a directory with --data PATH.`, cause);
  }
}

function rowsOf(file: string): readonly Row[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as Row]));
}

const noData = (message: string, cause?: unknown): RevueError => new RevueError('no-data', message, 'fatal', { cause });
