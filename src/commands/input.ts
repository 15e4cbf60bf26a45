import { open, stat } from 'node:fs/promises';
import { RevueError } from '../domain/errors.ts';

/** Larger files are refused before they are read. */
const MAX_BYTES = 10 * 1024 * 1024;

const tooLarge = (name: string, most = MAX_BYTES): RevueError =>
  new RevueError(
    'page-too-large',
    `${name} is larger than ${most / 1024 / 1024} MiB, the most that is read.`,
    'quarantine',
  );

/** The bytes of a file of at most `most` bytes. Throws `file-missing`, `file-unreadable` or `page-too-large`. */
export async function readFileBytes(path: string, most = MAX_BYTES): Promise<Uint8Array> {
  let size: number;
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new RevueError('file-unreadable', `${path} is no file.`, 'quarantine');
    size = found.size;
  } catch (cause) {
    if (cause instanceof RevueError) throw cause;
    throw new RevueError('file-missing', `There is no file ${path}.`, 'quarantine', { cause });
  }
  if (size > most) throw tooLarge(path, most);
  try {
    const file = await open(path);
    try {
      return new Uint8Array(await file.readFile());
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw new RevueError('file-unreadable', `${path} cannot be read.`, 'quarantine', { cause });
  }
}

/** All of standard input. Throws `page-too-large`. */
export async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk as Buffer);
    size += bytes.length;
    if (size > MAX_BYTES) throw tooLarge('Standard input');
    chunks.push(bytes);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** True for what is to be fetched rather than opened. */
export const isUrl = (text: string): boolean => /^https?:\/\//iu.test(text);

/** The content type that a file's name tells; null when the bytes must tell. */
export function contentTypeOf(path: string): string | null {
  if (/\.(?:html?|xhtml)$/iu.test(path)) return 'text/html';
  return /\.(?:txt|md)$/iu.test(path) ? 'text/plain' : null;
}
