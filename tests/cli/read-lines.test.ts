import { describe, expect, it } from 'vitest';
import { revue } from '../support/cli.ts';

interface Answer {
  readonly id: unknown;
  readonly reading?: { readonly documents: readonly { readonly text: string }[] };
  readonly error?: { readonly code: string; readonly message: string };
}

async function answersTo(input: string): Promise<readonly Answer[]> {
  const run = await revue(['read', '--jsonl'], { input });
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
  expect(run.stdout.endsWith('\n') || run.stdout === '').toBe(true);
  return run.stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Answer);
}

const line = (id: unknown, page: object): string => JSON.stringify({ id, ...page });
const short = (ids: readonly unknown[]): string[] => ids.map((id) => line(id, { text: `La saison ${String(id)}.` }));
const outcomes = (answers: readonly Answer[]): readonly string[] =>
  answers.map(({ error, reading }) => error?.code ?? `read ${reading?.documents.length}`);

describe('revue read --jsonl', () => {
  it('answers in order, whatever the size of the lines', async () => {
    const ids = Array.from({ length: 40 }, (_, i) => i);
    const lines = ids.map((id) => {
      const words = `Phrase ${id} de la série. `.repeat(id % 5 === 0 ? 2_000 : 1);
      return line(id, id % 2 === 0 ? { text: words } : { html: `<p>${words}</p>` });
    });
    const answers = await answersTo(`${lines.join('\n')}\n`);
    expect(answers.map(({ id }) => id)).toEqual(ids);
    answers.forEach(({ reading }, i) => {
      expect(reading?.documents[0]?.text).toContain(`Phrase ${i} de la série.`);
    });
  });

  it('gives ids back as they are, and null where there is none', async () => {
    const ids = [7, 'sept', '', null, false, { page: [1, 'é'] }];
    const answers = await answersTo([...short(ids), '{"text":"Sans nom."}'].join('\n'));
    expect(answers.map(({ id }) => id)).toEqual([...ids, null]);
    expect(answers.every(({ reading }) => reading !== undefined)).toBe(true);
  });

  it('reads a last line without its end, lines that end as on Windows, and passes over empty ones', async () => {
    const [first, second, third] = short([1, 2, 3]);
    expect((await answersTo(`\n${first}\r\n\r\n  \n${second}\n\n${third}`)).map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(await answersTo('')).toEqual([]);
  });

  it('answers bad lines with their error, keeps their ids, and goes on', async () => {
    const answers = await answersTo(
      [
        ...short([1]),
        'not json',
        '{"id":3,"text":"cut',
        '[]',
        'null',
        line(6, { text: 'a', html: 'b' }),
        line(7, { text: 'Fin.', show: 'no-such-show' }),
        line(8, { text: 'Fin.', published: 'yesterday' }),
        line(9, { html: 12 }),
        line(10, { text: '' }),
        line(11, { file: '/nowhere/at/all.html' }),
        ...short([12]),
      ].join('\n'),
    );
    expect(answers.map(({ id }) => id)).toEqual([1, null, null, null, null, 6, 7, 8, 9, 10, 11, 12]);
    expect(outcomes(answers)).toEqual([
      'read 1',
      ...Array.from({ length: 5 }, () => 'line-invalid'),
      'show-unknown',
      'date-invalid',
      'line-invalid',
      'empty-page',
      'file-missing',
      'read 1',
    ]);
    const messages = answers.flatMap(({ error }) => error?.message ?? []);
    for (const message of messages) expect(message).not.toMatch(/\n|\bat .+:\d+:\d+/u);
  });

  it('answers hostile lines with their error, and goes on', async () => {
    const answers = await answersTo(
      [
        ...short([1]),
        line('deep', { html: `${'<div>'.repeat(10_000)}Une phrase.${'</div>'.repeat(10_000)}` }),
        line('large', { html: `<p>${'mot '.repeat((11 * 1024 * 1024) / 4)}</p>` }),
        `{"id":"nested","text":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
        line('bytes', { text: `\u0000\uFFFF\uD800 ${'Une phrase. '.repeat(20)}` }),
        ...short([2]),
      ].join('\n'),
    );
    expect(answers.map(({ id }) => id)).toEqual([1, 'deep', 'large', 'nested', 'bytes', 2]);
    expect(outcomes(answers)).toEqual([
      'read 1',
      'page-too-deep',
      'page-too-large',
      'line-invalid',
      'read 1',
      'read 1',
    ]);
  });
});
