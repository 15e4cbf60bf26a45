import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Progress } from '../../src/coverage/progress.ts';
import { revue } from '../support/cli.ts';

const { DATABASE_URL: _database, REDIS_URL: _redis, ...environment } = process.env;

describe('revue start', () => {
  let directory: string;
  let children: ChildProcess[];
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'revue-start-'));
    children = [];
  });
  afterEach(async () => {
    for (const child of children) await ended(child, 'SIGKILL');
    rmSync(directory, { recursive: true });
  });

  /** Starts Revue on a free port in a process of its own; resolves to its address. */
  function start(...args: readonly string[]): Promise<{ readonly child: ChildProcess; readonly url: string }> {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'src/cli.ts', 'start', '--port', '0', '--data', directory, ...args],
      { env: environment },
    );
    children.push(child);
    return new Promise((resolve, reject) => {
      let said = '';
      child.stderr.on('data', (chunk) => {
        said += String(chunk);
      });
      child.stdout.on('data', (chunk) => {
        said += String(chunk);
        const url = /ready at (\S+)/u.exec(said)?.[1];
        if (url) resolve({ child, url });
      });
      child.once('exit', () => reject(new Error(said)));
    });
  }

  function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
    if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
    return new Promise((resolve) => {
      child.once('exit', (code) => resolve(code));
      child.kill(signal);
    });
  }

  const progressAt = async (url: string): Promise<Progress> =>
    (await (await fetch(`${url}/v1/progress`)).json()) as Progress;
  const isDone = ({ pages, waiting, fetched, unpolled }: Progress): boolean =>
    pages > 0 && waiting + fetched + unpolled === 0;

  it('refuses a second process on the same data, and says what to do', async () => {
    await start('--no-demo');
    const second = await revue(['start', '--port', '0', '--data', directory]);
    expect(second.status).not.toBe(0);
    expect(second.stderr).toMatch(/in use by process \d+\. Stop that process, choose another directory/u);
  }, 60_000);

  it('ends cleanly when asked to', async () => {
    const { child } = await start('--no-demo');
    expect(await ended(child, 'SIGTERM')).toBe(0);
  }, 60_000);

  it('goes on after kill -9 in the middle of the demo: nothing lost, nothing doubled', async () => {
    const first = await start();
    await expect
      .poll(async () => (await progressAt(first.url)).documents, { timeout: 60_000, interval: 100 })
      .toBeGreaterThan(5);
    await ended(first.child, 'SIGKILL');
    const second = await start();
    await expect.poll(async () => isDone(await progressAt(second.url)), { timeout: 110_000, interval: 500 }).toBe(true);
    const interrupted = await progressAt(second.url);
    await ended(second.child, 'SIGTERM');
    rmSync(directory, { recursive: true });
    const whole = await start();
    await expect.poll(async () => isDone(await progressAt(whole.url)), { timeout: 110_000, interval: 500 }).toBe(true);
    expect(interrupted).toEqual(await progressAt(whole.url));
  }, 240_000);
});
