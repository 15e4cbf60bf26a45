import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { revue } from '../support/cli.ts';

const news = { lang: 'fr', kind: 'news', title: null, sentences: [{ text: 'Le tournage commence.', tone: 'neutral' }] };

describe('revue bench tone', () => {
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'revue-tone-'));
    for (const name of ['press', 'tone']) mkdirSync(join(directory, name));
    writeFileSync(join(directory, 'press', 'author-01.jsonl'), `${JSON.stringify(news)}\n`);
    writeFileSync(join(directory, 'tone', 'fr-01.tsv'), '# review | Le phare\n+\tUne saison magnifique.\n');
    writeFileSync(join(directory, 'tone', 'aside.fr.tsv'), '# review | Le phare\n-\tUn final raté.\n0\tIl pleut.\n');
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it('times press documents, those kept aside too, and prints one JSON value', async () => {
    const run = await revue(['bench', 'tone', '--data', directory, '--json']);
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(run.stdout)).toEqual({
      languages: {
        fr: {
          documents: 3,
          sentences: 4,
          micros: expect.any(Number),
          natural: expect.any(Number),
          timesNatural: expect.any(Number),
        },
      },
      loadMs: expect.any(Number),
    });
  });

  it('has no data in a directory of something else', async () => {
    const run = await revue(['bench', 'tone', '--data', join(directory, 'press')]);
    expect(run.stderr).toContain('[no-data]');
    expect(run.stdout).toBe('');
    expect(run.status).not.toBe(0);
  });
});
