import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { createThreadPool } from '../../src/thread-pool.ts';

const LIMIT_MS = 1_000;

// On a busy machine a second thread took longer to load its models than a page may take, and good pages were put aside.
const module = `
  import { parentPort } from 'node:worker_threads';
  await new Promise((done) => setTimeout(done, ${2 * LIMIT_MS}));
  export default async ({ number, task }) => {
    parentPort.postMessage({ begun: number });
    await new Promise((done) => setTimeout(done, task));
    return { answer: task };
  };`;

describe('a thread that takes long to start', () => {
  const directory = mkdtempSync(join(tmpdir(), 'revue-thread-'));
  const file = join(directory, 'thread.mjs');
  writeFileSync(file, module);
  const pool = createThreadPool<number, number>({
    file: pathToFileURL(file),
    data: null,
    threads: 2,
    limitMs: LIMIT_MS,
    heapMb: 64,
    frugal: false,
  });
  afterAll(async () => {
    await pool.close();
    rmSync(directory, { recursive: true });
  });

  it('costs no page its place, neither the first nor those that wait behind it', async () => {
    const tasks = Array.from({ length: 12 }, (_, index) => 300 + index);
    expect(await Promise.all(tasks.map((task) => pool.run(task, 'The page')))).toEqual(tasks);
  });

  it('still ends a page that takes too long once it is begun', async () => {
    await expect(pool.run(20 * LIMIT_MS, 'The page')).rejects.toMatchObject({ code: 'page-too-slow' });
  });
});
