import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Run, revue } from '../support/cli.ts';

const GOOD = 'Une série magnifique, portée par des acteurs excellents.';
const BAD = 'Un scénario ennuyeux et des dialogues ridicules.';
const FACT = 'La série est diffusée le lundi à 20 h 55.';

describe('revue evaluate sentiment', () => {
  let directory: string;
  const file = (name: string, rows: readonly unknown[]): string => {
    const path = join(directory, name);
    const text = rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n');
    writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text);
    return path;
  };
  const evaluate = (path: string, ...more: readonly string[]): Promise<Run> =>
    revue(['evaluate', 'sentiment', '--data', path, ...more]);
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'revue-evaluate-'));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  function expectRefusal(run: Run, code: string): void {
    expect(run.stderr).toContain(`[${code}]`);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.stdout).toBe('');
    expect(run.status).not.toBe(0);
  }

  it('measures a file of two sides two ways, in a language that it is told', async () => {
    const path = file('sides.jsonl', [
      { t: GOOD, y: 1 },
      { t: BAD, y: 0 },
    ]);
    const run = await evaluate(path, '--language', 'fr', '--json');
    expect(run.stderr).toBe('');
    expect(JSON.parse(run.stdout)).toMatchObject({
      n: 2,
      texts: 2,
      numbering: 'sides',
      classes: ['positive', 'negative'],
      accuracy: { value: 1 },
      neutralRecall: null,
      languages: { fr: 2 },
      confusion: { positive: { positive: 1 }, negative: { negative: 1 } },
      badLines: { count: 0, first: [] },
    });
  });

  it('measures three ways, sets mixed apart, detects languages and counts those without a reader, in a gzip too', async () => {
    const path = file('three.jsonl.gz', [
      { text: `${GOOD} ${GOOD}`, label: 'Positive', kind: 'review' },
      { text: FACT, label: 'neutral', kind: 'news', lang: 'fr-FR' },
      { text: 'Superbe image, scénario décevant.', label: 'mixed', lang: 'fr' },
      { text: 'Dizi bu akşam saat sekizde ekranda olacak.', label: 'neutral', lang: 'tr' },
    ]);
    const { stdout } = await evaluate(path, '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      n: 2,
      texts: 4,
      mixedApart: 1,
      unread: { tr: 1 },
      languages: { fr: 2 },
      classes: ['positive', 'negative', 'neutral'],
      neutralRecall: 1,
    });
  });

  it('lets a text of several sentences be neutral where it need not take a side', async () => {
    const path = file('several.jsonl', [
      { text: `${FACT} La saison 2 compte dix épisodes.`, label: 'neutral', lang: 'fr' },
      { text: `${BAD} ${BAD}`, label: 'negative', lang: 'fr' },
      { text: `${GOOD} ${GOOD}`, label: 'positive', lang: 'fr', kind: 'audience' },
    ]);
    const { stdout } = await evaluate(path, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ n: 3, neutralRecall: 1, accuracy: { value: 1 } });
  });

  it('reads press documents sentence by sentence', async () => {
    const { stdout } = await evaluate('fixtures/gold/press/author-10.jsonl', '--json');
    const { n, mixedApart, texts, neutralRecall, macroF1 } = JSON.parse(stdout);
    expect(n + mixedApart).toBe(texts);
    expect(n).toBeGreaterThan(400);
    expect(neutralRecall).toBeGreaterThan(0.8);
    expect(macroF1.low).toBeLessThan(macroF1.value);
  });

  it('tells people the same: figures, intervals, both tables', async () => {
    const path = file('people.jsonl', [
      { text: GOOD, label: '+', lang: 'fr' },
      { text: BAD, label: '-', lang: 'fr' },
      { text: FACT, label: '0', lang: 'fr' },
    ]);
    const { stdout } = await evaluate(path);
    expect(stdout).toMatch(/^Texts judged +3 of 3, three ways$/mu);
    expect(stdout).toMatch(/^Labels +-1 is negative, 0 neutral, 1 positive$/mu);
    expect(stdout).toMatch(/^Accuracy +[\d.]+ % \(95 % interval [\d.]+ % to [\d.]+ %\)$/mu);
    expect(stdout).toMatch(/^class +n +precision +recall +F1$/mu);
    expect(stdout).toMatch(/^confidence +n +claimed +right$/mu);
  });

  it('tells bad lines with their number and code, and counts nothing of them', async () => {
    const path = file('bad.jsonl', [
      { text: GOOD, label: 'positive', lang: 'fr' },
      'not JSON',
      '',
      { text: BAD, label: 'five stars', lang: 'fr' },
      { lang: 'fr', sentences: [{ text: BAD, tone: 'negative' }, { tone: 'negative' }] },
    ]);
    const run = await evaluate(path, '--json');
    expect(run.status).toBe(0);
    expect(run.stderr.trim().split('\n')).toEqual([
      'revue: Line 2: The line is not JSON. [line-invalid]',
      expect.stringMatching(/^revue: Line 4: The line has the label "five stars", .* \[label-unknown\]$/u),
      'revue: Line 5: Sentence 2 has no text under "text" or "t". [text-missing]',
    ]);
    expect(JSON.parse(run.stdout)).toMatchObject({ n: 1, texts: 1, badLines: { count: 3 } });
  });

  it('keeps a line whose text holds a separator of lines', async () => {
    const path = file('separator.jsonl', [`{"text":"${GOOD}\u2028","label":"positive","lang":"fr"}`]);
    expect(JSON.parse((await evaluate(path, '--json')).stdout)).toMatchObject({ n: 1 });
  });

  it.each([
    ['nothing usable', 'empty.jsonl', ['{"text":"Un."}'], 'nothing-labelled'],
    [
      'labels that contradict each other',
      'unclear.jsonl',
      [
        { t: GOOD, y: -1 },
        { t: BAD, y: 2 },
      ],
      'labels-unclear',
    ],
    ['no language with a reader', 'turkish.jsonl', [{ t: 'Güzel.', y: 1, lang: 'tr' }], 'nothing-judged'],
  ])('refuses a file with %s', async (_what, name, rows, code) => {
    expectRefusal(await evaluate(file(name, rows)), code);
  });

  it('refuses a file that is not there, a gzip that is cut, a language that is none, and no file at all', async () => {
    const cut = join(directory, 'cut.jsonl.gz');
    writeFileSync(cut, gzipSync(JSON.stringify({ t: GOOD, y: 1 })).subarray(0, 30));
    expectRefusal(await evaluate(join(directory, 'nothing.jsonl')), 'file-missing');
    expectRefusal(await evaluate(cut), 'file-unreadable');
    expectRefusal(await evaluate(cut, '--language', '?!'), 'usage');
    expectRefusal(await revue(['evaluate', 'sentiment']), 'usage');
    expectRefusal(await revue(['evaluate', 'tone', '--data', cut]), 'usage');
  });
});
