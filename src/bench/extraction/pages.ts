import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { RevueError } from '../../domain/errors.ts';

/** A page with what a reader found in it; `null` where nobody looked. */
export interface LabelledPage {
  readonly id: string;
  /** The set that it belongs to: the name of its file. */
  readonly set: string;
  readonly url: string | null;
  readonly text: string | null;
  readonly title: string | null;
  /** Names, in any order. */
  readonly authors: readonly string[] | null;
  /** ISO 8601 day. */
  readonly date: string | null;
  readonly language: string | null;
  /** `article` where the set does not tell pages apart. */
  readonly type: string;
  /** Sentences that the text must hold and must not hold. */
  readonly holds: readonly string[];
  readonly lacks: readonly string[];
  readonly bytes: () => Uint8Array;
}

interface Row {
  readonly id: string;
  readonly file: string;
  readonly url?: string | null;
  readonly text?: string | null;
  readonly title?: string | null;
  readonly author?: string | readonly string[] | null;
  readonly date?: string | null;
  readonly lang?: string | null;
  readonly type?: string | null;
  readonly with?: readonly string[] | null;
  readonly without?: readonly string[] | null;
}

/** All sets of a directory: `<set>.jsonl.gz` with a row a page, `<set>.tar` with the gzipped pages. Throws `no-data` (fatal). */
export function readLabelledPages(directory: string): readonly LabelledPage[] {
  let names: readonly string[];
  try {
    names = readdirSync(directory)
      .filter((name) => name.endsWith('.jsonl.gz'))
      .sort();
  } catch (cause) {
    throw new RevueError('no-data', `${directory} cannot be read; name a directory with --data DIR.`, 'fatal', {
      cause,
    });
  }
  if (names.length === 0)
    throw new RevueError('no-data', `${directory} holds no labelled pages (*.jsonl.gz).`, 'fatal');
  return names.flatMap((name) => readSet(directory, name.replace(/\.jsonl\.gz$/u, '')));
}

function readSet(directory: string, set: string): readonly LabelledPage[] {
  const files = filesOf(join(directory, `${set}.tar`));
  const lines = gunzipSync(readFileSync(join(directory, `${set}.jsonl.gz`)))
    .toString()
    .trim()
    .split('\n');
  return lines.flatMap((line) => {
    const row = JSON.parse(line) as Row;
    const file = files.get(row.file);
    return file ? [pageOf(set, row, file)] : [];
  });
}

function pageOf(set: string, row: Row, file: Stored): LabelledPage {
  return {
    id: row.id,
    set,
    url: row.url ?? null,
    text: row.text ?? null,
    title: row.title || null,
    authors: typeof row.author === 'string' ? [row.author] : row.author && row.author.length > 0 ? row.author : null,
    date: row.date?.slice(0, 10) ?? null,
    language: row.lang ?? null,
    type: row.type ?? 'article',
    holds: row.with ?? [],
    lacks: row.without ?? [],
    bytes: () => gunzipSync(read(file)),
  };
}

const BLOCK = 512;

/** Where a file lies in its archive; read when it is asked for, because a set is larger than all that extraction needs. */
interface Stored {
  readonly archive: string;
  readonly at: number;
  readonly size: number;
}

/** The files of a tar archive by their names without folders. */
function filesOf(archive: string): ReadonlyMap<string, Stored> {
  const files = new Map<string, Stored>();
  const end = statSync(archive).size;
  for (let at = 0; at + BLOCK <= end; ) {
    const header = Buffer.from(read({ archive, at, size: BLOCK }));
    if (header[0] === 0) break;
    const text = (from: number, to: number): string => header.toString('latin1', from, to).replace(/\0.*$/su, '');
    const size = Number.parseInt(text(124, 136), 8) || 0;
    files.set(text(0, 100).split('/').at(-1) ?? '', { archive, at: at + BLOCK, size });
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

function read({ archive, at, size }: Stored): Uint8Array {
  const bytes = new Uint8Array(size);
  const file = openSync(archive, 'r');
  try {
    readSync(file, bytes, 0, size, at);
  } finally {
    closeSync(file);
  }
  return bytes;
}
