import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

let directory: string;
let child: ChildProcess | undefined;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'revue-built-'));
});
afterAll(async () => {
  const ended = new Promise((resolve) => child?.once('exit', resolve) ?? resolve(null));
  child?.kill('SIGTERM');
  await ended;
  rmSync(directory, { recursive: true });
});

// The build once left the style sheet behind, and the built program did not start.
it('starts from the built package, with its style sheet', async () => {
  execFileSync('npm', ['run', '-s', 'build'], { stdio: 'pipe' });
  const { DATABASE_URL: _database, REDIS_URL: _redis, ...env } = process.env;
  const args = ['dist/src/cli.js', 'start', '--port', '0', '--no-demo', '--data', directory];
  const started = spawn(process.execPath, args, { env });
  child = started;
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    for (const stream of [started.stdout, started.stderr]) {
      stream.on('data', (chunk) => {
        said += String(chunk);
        const address = /ready at (\S+)/u.exec(said)?.[1];
        if (address) resolve(address);
      });
    }
    started.once('exit', () => reject(new Error(said)));
  });
  expect((await fetch(`${url}/assets/style.css`)).status).toBe(200);
  expect((await fetch(`${url}/en`)).status).toBe(200);
}, 90_000);
