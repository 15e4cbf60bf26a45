import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Run, revue } from '../support/cli.ts';

describe('bad input', () => {
  let directory: string;
  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(directory, name);
    writeFileSync(path, content);
    return path;
  };
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'revue-bad-'));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  /** One paragraph on stderr with the code, nothing on stdout, a status that is not zero, no stack trace. */
  function expectRefusal(run: Run, code: string): void {
    expect(run.stderr).toContain(`[${code}]`);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.stderr).not.toMatch(/\bat .+:\d+:\d+/u);
    expect(run.stdout).toBe('');
    expect(run.status).not.toBe(0);
  }

  it('an empty file', async () => {
    expectRefusal(await revue(['read', file('empty.html', '')]), 'empty-page');
  });

  it('a PDF', async () => {
    expectRefusal(
      await revue(['read', file('press.pdf', '%PDF-1.7\n%\u00E2\u00E3\n1 0 obj\n<<>>\nendobj\n')]),
      'not-text',
    );
  });

  it('a file of 50 MB', async () => {
    expectRefusal(await revue(['read', file('large.html', Buffer.alloc(50 * 1024 * 1024, 'a'))]), 'page-too-large');
  });

  it('a file that is not there', async () => {
    expectRefusal(await revue(['read', join(directory, 'nothing.html')]), 'file-missing');
  });

  it('an unknown show', async () => {
    expectRefusal(await revue(['read', '-', '--show', 'no-such-show'], { input: 'Une critique.' }), 'show-unknown');
  });

  it('a date that is none', async () => {
    expectRefusal(await revue(['read', '-', '--published', 'yesterday'], { input: 'Une critique.' }), 'date-invalid');
  });

  it('an address inside the network', async () => {
    expectRefusal(await revue(['read', 'http://127.0.0.1:9/page']), 'address-refused');
  });

  it('an invalid environment, with all its faults', async () => {
    const run = await revue(['doctor'], { environment: { PORT: 'x', LOG_LEVEL: 'loud' } });
    expect(run.status).not.toBe(0);
    expect(`${run.stdout}${run.stderr}`).toMatch(/PORT.*LOG_LEVEL/su);
  });

  it('a database that does not answer', async () => {
    const run = await revue(['timeline', 'le-bureau-des-legendes'], {
      environment: { DATABASE_URL: 'postgres://127.0.0.1:9/none' },
    });
    expectRefusal(run, 'database-unreachable');
  });

  it('an unknown option, an unknown command', async () => {
    expectRefusal(await revue(['read', '--colour']), 'usage');
    expectRefusal(await revue(['reed', 'x']), 'usage');
  });

  it('reads invalid UTF-8 as the older encoding that it is', async () => {
    const latin = Buffer.from(
      'Une s\xE9rie d\x92espionnage remarquable, la saison 2 du Bureau des l\xE9gendes.',
      'latin1',
    );
    const run = await revue(['read', file('latin.txt', latin), '--json']);
    expect(run.status).toBe(0);
    expect(JSON.parse(run.stdout).documents[0].text).toContain('série d’espionnage');
  });

  it('leaves nothing half stored of an address that cannot be reached', async () => {
    const data = join(directory, 'data');
    expectRefusal(await revue(['add', 'http://nowhere.invalid/article', '--data', data]), 'robots-unreachable');
    const doctor = await revue(['doctor', '--data', data]);
    expect(doctor.stdout).toContain('0 pages, 0 documents');
  });

  it('answers a bad line of JSONL with its error and goes on', async () => {
    const lines = [
      '{"id":1,"text":"La saison 2 du Bureau des légendes est superbe."}',
      'not json',
      '{"id":3}',
      '{"id":4,"text":"Fin."}',
    ];
    const run = await revue(['read', '--jsonl'], { input: lines.join('\n') });
    const answers = run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id }) => id)).toEqual([1, null, 3, 4]);
    expect(answers.map(({ error }) => error?.code ?? 'read')).toEqual(['read', 'line-invalid', 'line-invalid', 'read']);
    expect(run.status).toBe(0);
  });
});
