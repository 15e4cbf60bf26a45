import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArticles } from '../../../../src/bench/copies/articles.ts';
import { benchCopies } from '../../../../src/bench/copies/copies.ts';
import { edit, editKinds } from '../../../../src/bench/copies/edits.ts';
import { lookUpTimes } from '../../../../src/bench/copies/look-up.ts';
import { findCandidates } from '../../../../src/database/queries/stories/find-candidates.ts';
import { createRandom } from '../../../../src/domain/random.ts';
import { freshEmbedded } from '../../../support/database.ts';

const random = createRandom(3);
const word = (): string =>
  Array.from({ length: 2 + random.below(7) }, () => 'abdeilmnorstu'[random.below(13)]).join('');
const sentence = (): string => `${Array.from({ length: 8 + random.below(12) }, word).join(' ')}.`;
const rows = Array.from({ length: 24 }, (_, i) => ({
  text: Array.from({ length: 12 }, sentence).join(' '),
  lang: i % 2 === 0 ? 'fr' : 'en',
}));
const lines = (of: readonly object[]): string => of.map((row) => `${JSON.stringify(row)}\n`).join('');

describe('the bench of copies', () => {
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'revue-copies-'));
    writeFileSync(join(directory, 'a.jsonl'), lines([...rows.slice(0, 12), { text: 'Trop court.' }]));
    writeFileSync(join(directory, 'b.jsonl.gz'), gzipSync(lines(rows.slice(12))));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it('reads the articles of a directory, without what is too short', () => {
    expect(readArticles(directory)).toHaveLength(24);
    expect(readArticles(join(directory, 'b.jsonl.gz'))[0]).toMatchObject({ number: 0, language: 'fr' });
    expect(() => readArticles(join(directory, 'none'))).toThrow('--data PATH');
  });

  it('makes the same edits at every run, of the size that they say', () => {
    const articles = readArticles(directory);
    const [article, ...others] = articles;
    if (!article) throw new Error('no article');
    const made = (kind: (typeof editKinds)[number]): string => edit(article, kind, others, createRandom(5)).text;
    for (const kind of editKinds) expect(made(kind)).toBe(made(kind));
    const words = (text: string): number => text.split(/\s+/u).length;
    expect(words(made('first half'))).toBe(Math.floor(words(article.text) / 2));
    expect(made('round-up')).toContain(article.text);
    expect(made('quotation')).toContain(article.text.split(' ').slice(10, 50).join(' '));
  });

  it('finds copies and no quotations with what the store compares by', () => {
    const figures = benchCopies(directory);
    expect(figures).toMatchObject({ articles: 24, texts: 288, precision: 1, joinedQuotations: 0 });
    expect(figures.recall['edited 40 %']?.['all']).toBeGreaterThan(0.95);
    expect(figures.recall['first quarter']).toEqual({ all: 1, en: 1, fr: 1 });
  });

  it('times the store’s own look-up and leaves nothing behind', async () => {
    const database = await freshEmbedded();
    const times = await lookUpTimes(database, 500, (sql, prints) => findCandidates(sql, '0', prints), 20);
    expect(times).toMatchObject({ documents: 500, found: 1 });
    expect((await database.query("SELECT FROM pg_namespace WHERE nspname = 'revue_bench'")).rowCount).toBe(0);
    await database.close();
  });
});
