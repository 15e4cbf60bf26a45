import type { Readable, Writable } from 'node:stream';
import { threadLimits, toneChoice } from '../app-transformer.ts';
import { readConfig } from '../config.ts';
import { isRevueError } from '../domain/errors.ts';
import { createThreadPool, type ThreadPool, threadFile } from '../thread-pool.ts';
import type { LineThreadData } from './line-thread.ts';

/** Longer lines hold pages beyond what decoding accepts; they are answered without being kept. */
const LONGEST = 64 * 1024 * 1024;
/** A thread reads one line while the next one is taken in; more would only fill memory. */
const AHEAD = 2;
const NEWLINE = 10;
const HEAD = 1_000;

/**
 * A line in, a line out, in order; a bad line answers with its error and never stops the others. `catalogue` is a file or
 * folder of shows to know beside those that ship.
 */
export async function readLines(input: Readable, output: Writable, catalogue: string | null = null): Promise<void> {
  const file = threadFile('line-thread', import.meta.url);
  const tone = toneChoice(readConfig());
  const pool = createThreadPool<Uint8Array, string>({
    file,
    data: { catalogue, tone } satisfies LineThreadData,
    threads: 1,
    ...threadLimits(tone),
    frugal: true,
  });
  const waiting: Promise<string>[] = [];
  const writeFirst = async (): Promise<void> => {
    const answer = await waiting.shift();
    if (!output.write(`${answer}\n`)) await new Promise((done) => output.once('drain', done));
  };
  for await (const line of linesOf(input)) {
    waiting.push(answerTo(line, pool));
    if (waiting.length >= AHEAD) await writeFirst();
  }
  while (waiting.length > 0) await writeFirst();
  await pool.close();
}

async function answerTo(line: Uint8Array<ArrayBuffer> | null, pool: ThreadPool<Uint8Array, string>): Promise<string> {
  const longest = `${LONGEST / 1024 / 1024} MB`;
  if (line === null) return errorLine(null, 'line-too-long', `The line is longer than ${longest}; no page is.`);
  const id = idOf(line);
  try {
    return await pool.run(line, 'The page', [line.buffer]);
  } catch (error) {
    if (!isRevueError(error)) throw error;
    return errorLine(id, error.code, error.message);
  }
}

const errorLine = (id: unknown, code: string, message: string): string =>
  JSON.stringify({ id, error: { code, message } });

/** The id of a line, for the case that its thread dies: looked for at its head only, where ids stand. */
function idOf(line: Uint8Array): unknown {
  const head = new TextDecoder().decode(line.subarray(0, HEAD));
  const found = /"id"\s{0,9}:\s{0,9}("(?:[^"\\]|\\.){0,400}"|-?\d{1,20})/u.exec(head)?.[1];
  try {
    return JSON.parse(found ?? 'null');
  } catch {
    return null;
  }
}

/** The lines that hold anything, as bytes: the text of a large page must not pass through this thread's heap. Null stands for one that is too long. */
async function* linesOf(input: Readable): AsyncGenerator<Uint8Array<ArrayBuffer> | null> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const take = (): Uint8Array<ArrayBuffer> | null => {
    const line = length > LONGEST ? null : joined(parts, length);
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of input as AsyncIterable<Uint8Array>) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      parts.push(chunk.subarray(from, at));
      length += at - from;
      from = at + 1;
      const line = take();
      if (line === null || !isBlank(line)) yield line;
    }
    length += chunk.length - from;
    if (length <= LONGEST) parts.push(chunk.subarray(from));
    else parts = [];
  }
  const last = take();
  if (last === null || !isBlank(last)) yield last;
}

/** In memory of its own, which can be handed over. */
function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const isBlank = (line: Uint8Array): boolean => line.every((byte) => byte === 32 || byte === 9 || byte === 13);
