import { describe, expect, it } from 'vitest';
import { type Run, revue } from '../support/cli.ts';

const PAGE = 'fixtures/newsroom/ecrans-hebdo.example/2017-05-19-troisieme-saison-du-bureau-l-art-de-l-at.html';
const REVIEWS = 'fixtures/newsroom/couchjury.example/series-4.html';
const TEXT = ['La saison 3 du Bureau des légendes est plus lente que la deuxième.', 'La saison des prix approche.'];
const GIVEN = ['--show', 'le-bureau-des-legendes', '--published', '2017-06-01'];

const ofText = (...args: readonly string[]): Promise<Run> =>
  revue(['explain', '-', ...GIVEN, ...args], { input: TEXT.join('\n') });

function expectRefusal(run: Run, code: string): void {
  expect(run.stderr).toContain(`[${code}]`);
  expect(run.stderr.trim().split('\n')).toHaveLength(1);
  expect(run.stdout).toBe('');
  expect(run.status).not.toBe(0);
}

describe('revue explain', () => {
  it('lists the passages with their numbers and seasons', async () => {
    const run = await ofText();
    expect(run.stderr).toBe('');
    expect(run.stdout).toMatch(/^ +1 {2}.*season 3.*: La saison 3 du Bureau/mu);
    expect(run.stdout).toMatch(/^ +2 {2}.*: La saison des prix/mu);
  });

  it('tells why a passage has its seasons, step by step', async () => {
    const { stdout } = await revue(['explain', PAGE, '--passage', '10']);
    const headings = stdout.split('\n').filter((line) => /^\p{Lu}/u.test(line));
    expect(headings[0]).toMatch(/^Passage 10 of \d+ of “/u);
    expect(headings.slice(1, 4)).toEqual(['The document', 'Before this passage', 'Its words']);
    expect(headings.at(-1)).toBe('Concluded');
    expect(stdout).toContain('It is about Le Bureau des légendes: ');
    expect(stdout).toContain('22 May 2017');
    expect(stdout).toMatch(/Verdict: it only touches on the season\./u);
  });

  it('tells the words that were passed over', async () => {
    expect((await ofText('--passage', '2')).stdout).toContain('saison des prix”: passed over');
  });

  it('chooses among the reviews of a page', async () => {
    const { stdout } = await revue(['explain', REVIEWS, '--document', '6', '--passage', '1']);
    expect(stdout).toContain('“Not as strong as series two');
    expect(stdout).toContain('The page files it under season 4.');
  });

  it('prints one JSON value that agrees with reading', async () => {
    const [told, read] = await Promise.all([
      ofText('--passage', '1', '--json'),
      revue(['read', '-', ...GIVEN, '--json'], { input: TEXT.join('\n') }),
    ]);
    const { passage, text, attributions, answers, sections } = JSON.parse(told.stdout);
    const [first] = JSON.parse(read.stdout).documents[0].passages;
    expect({ passage, text, attributions }).toEqual({ passage: 1, text: TEXT[0], attributions: first.attributions });
    expect(sections.at(-1).heading).toBe('Concluded');
    const shares = answers.map(({ belief }: { belief: Record<string, number> }) =>
      Object.values(belief).reduce((sum, share) => sum + share, 0),
    );
    expect(shares.length).toBeGreaterThan(0);
    for (const share of shares) expect(share).toBeCloseTo(1);
    const list = JSON.parse((await ofText('--json')).stdout);
    expect(list[0].passages.map((each: { passage: number }) => each.passage)).toEqual([1, 2]);
  });

  it('refuses what is not there, with a code', async () => {
    expectRefusal(await ofText('--passage', '9'), 'passage-unknown');
    expectRefusal(await ofText('--document', '2'), 'document-unknown');
  });

  it('refuses a command that is none', async () => {
    expectRefusal(await ofText('--passage', '0'), 'usage');
    expectRefusal(await revue(['explain']), 'usage');
    expectRefusal(await revue(['explain', 'nothing.html']), 'file-missing');
  });
});
