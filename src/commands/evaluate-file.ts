import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { RevueError } from '../domain/errors.ts';

/** A longer line holds no text that anybody labelled. Characters. */
const LONGEST = 8 * 1024 * 1024;

/** A line of a file with its number, from 1. `text` is null for one that is too long to be kept. */
export interface NumberedLine {
  readonly number: number;
  readonly text: string | null;
}

/** The lines of a file that hold anything, one at a time; gzip is told by its bytes. Throws `file-missing` or `file-unreadable` (fatal). */
export async function* linesOfFile(path: string): AsyncGenerator<NumberedLine> {
  const bytes = await openBytes(path);
  let number = 0;
  let held = '';
  let length = 0;
  const hold = (part: string): void => {
    length += part.length;
    held = length > LONGEST ? '' : held + part;
  };
  const take = (): NumberedLine => {
    const text = length > LONGEST ? null : held;
    number += 1;
    held = '';
    length = 0;
    return { number, text: number === 1 && text !== null ? text.replace(/^\uFEFF/u, '') : text };
  };
  try {
    // Only line feeds end a line: other separators may stand inside a text of JSON.
    for await (const chunk of bytes as AsyncIterable<string>) {
      const parts = chunk.split('\n');
      for (const part of parts.slice(0, -1)) {
        hold(part);
        const line = take();
        if (!isBlank(line)) yield line;
      }
      hold(parts.at(-1) ?? '');
    }
  } catch (cause) {
    throw new RevueError('file-unreadable', `${path} cannot be read to its end.`, 'fatal', { cause });
  }
  const last = take();
  if (!isBlank(last)) yield last;
}

const isBlank = ({ text }: NumberedLine): boolean => text !== null && text.trim() === '';

async function openBytes(path: string): Promise<Readable> {
  const isPacked = await isGzip(path);
  const bytes = createReadStream(path);
  if (!isPacked) return bytes.setEncoding('utf8');
  const unpacked = createGunzip();
  bytes.on('error', (error) => unpacked.destroy(error));
  return bytes.pipe(unpacked).setEncoding('utf8');
}

async function isGzip(path: string): Promise<boolean> {
  try {
    const file = await open(path);
    try {
      const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
      return buffer[0] === 0x1f && buffer[1] === 0x8b;
    } finally {
      await file.close();
    }
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    if (missing) throw new RevueError('file-missing', `There is no file ${path}.`, 'fatal', { cause });
    throw new RevueError('file-unreadable', `${path} cannot be read.`, 'fatal', { cause });
  }
}
