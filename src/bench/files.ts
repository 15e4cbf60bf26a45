import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { RevueError } from '../domain/errors.ts';

/** A file by itself, or the files of a directory in the order of their names. Throws `no-data` (fatal) for what cannot be read. */
export function filesAt(path: string): readonly string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path)
      .toSorted()
      .map((name) => join(path, name));
  } catch (cause) {
    const message = `${path} cannot be read; name a file or a directory with --data PATH.`;
    throw new RevueError('no-data', message, 'fatal', { cause });
  }
}
