import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getDocument } from '../../src/coverage/document.ts';
import { countExcluded } from '../../src/coverage/excluded.ts';
import type { Database } from '../../src/database/database.ts';
import { overEmbedded } from '../../src/database/embedded.ts';
import { migrate } from '../../src/database/migrate.ts';
import { deletePage } from '../../src/database/queries/delete-page.ts';
import { importPage } from '../../src/database/queries/import-page.ts';
import { storeReading } from '../../src/database/queries/store-reading.ts';
import { findCandidates } from '../../src/database/queries/stories/find-candidates.ts';
import type { Document, OutletKind, Reading } from '../../src/domain/reading.ts';
import { fingerprint } from '../../src/reading/fingerprint/fingerprint.ts';
import { freshEmbedded, freshServer } from '../support/database.ts';
import { documentOf, readingOf } from '../support/reading.ts';
import { sayTested, services } from '../support/services.ts';

const syllables = [
  'ba',
  'ro',
  'ti',
  'lume',
  'car',
  'vien',
  'dou',
  'pes',
  'mal',
  'gri',
  'son',
  'té',
  'fal',
  'quin',
  'or',
  'bel',
];

/** So many words that no other number gives. */
function words(number: number, count: number): readonly string[] {
  let state = number * 7919 + 17;
  const next = (most: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % most;
  };
  const syllable = (): string => syllables[next(syllables.length)] ?? '';
  return Array.from({ length: count }, () => Array.from({ length: 1 + next(3) }, syllable).join(''));
}
const text = (...parts: readonly (readonly string[])[]): string => parts.flat().join(' ');

/** A page with one document, or several. */
interface Printed {
  readonly url: string;
  readonly texts: readonly string[];
  readonly published?: string | null;
  readonly kind?: OutletKind | null;
  readonly canonicalUrl?: string;
}

const documentFrom = (body: string, published: string | null): Document =>
  documentOf([{ text: body }], {
    published: published === null ? null : { date: published, precision: 'day', basis: 'meta' },
  });

function readingFrom({ url, texts, published = '2018-10-01', kind = 'press', canonicalUrl }: Printed): Reading {
  const domain = new URL(url).hostname;
  return readingOf(
    url,
    texts.map((body) => documentFrom(body, published)),
    { canonicalUrl: canonicalUrl ?? null, outlet: { domain, name: domain, country: 'FR', language: 'fr', kind } },
  );
}

async function store(database: Database, printed: Printed): Promise<string> {
  const page = { url: printed.url, given: {}, contentType: 'text/html', bytes: new Uint8Array([1]) };
  const id = await importPage(database, page);
  await database.transaction((sql) => storeReading(sql, id, readingFrom(printed)));
  return id;
}

/** Every document with its lead, both as URL and ordinal. */
async function stories(database: Database): Promise<Readonly<Record<string, string>>> {
  const { rows } = await database.query<{ document: string; lead: string }>(
    `SELECT g.url || '#' || d.ordinal AS document, lg.url || '#' || l.ordinal AS lead
     FROM document d JOIN page g ON g.id = d.page_id JOIN document l ON l.id = d.story JOIN page lg ON lg.id = l.page_id
     ORDER BY document`,
  );
  return Object.fromEntries(rows.map(({ document, lead }) => [document, lead]));
}

const one = words(1, 160);
const two = words(2, 120);
/** Every tenth word is another one. */
const edited = one.map((word, i) => (i % 10 === 4 ? `autre${i}` : word));
const a = { url: 'http://a.example/1', texts: [text(one)] };
const b = { url: 'http://b.example/1', texts: [text(words(9, 15), one)] };

const modes = [
  { name: 'embedded', tested: true, open: freshEmbedded },
  {
    name: 'PostgreSQL',
    tested: sayTested('stories on PostgreSQL', services.databaseUrl !== null, 'DATABASE_URL'),
    open: async () => (await freshServer(services.databaseUrl ?? '')).database,
  },
];

describe.each(modes.filter(({ tested }) => tested))('stories, $name', ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());
  const empty = () => database.query('TRUNCATE page, outlet, common_print RESTART IDENTITY CASCADE');
  beforeEach(empty);
  /** Stores pages in every order of two or three and gives the stories, which must be the same. */
  async function inAnyOrder(...pages: readonly Printed[]): Promise<Readonly<Record<string, string>>> {
    const told = [];
    for (const order of ordersOf(pages)) {
      await empty();
      for (const page of order) await store(database, page);
      told.push(await stories(database));
    }
    for (const each of told) expect(each).toEqual(told[0]);
    return told[0] ?? {};
  }

  it('are led by the earliest document, whichever arrives first', async () => {
    const early = { ...b, published: '2018-09-30' };
    expect(await inAnyOrder(a, early)).toEqual({ [`${a.url}#0`]: `${b.url}#0`, [`${b.url}#0`]: `${b.url}#0` });
  });

  it('are led by the press before the trade and the audience on one day, and by dated documents before undated ones', async () => {
    const trade = { ...a, kind: 'trade' } as const;
    const undated = { url: 'http://0.example/1', texts: a.texts, published: null };
    expect(new Set(Object.values(await inAnyOrder(trade, b, undated)))).toEqual(new Set([`${b.url}#0`]));
  });

  it('follow an outlet whose kind becomes known', async () => {
    await store(database, { ...a, kind: null });
    await store(database, { ...b, kind: 'trade' });
    expect(new Set(Object.values(await stories(database)))).toEqual(new Set([`${b.url}#0`]));
    await store(database, { url: 'http://a.example/2', texts: [text(two)], kind: 'press' });
    expect((await stories(database))[`${b.url}#0`]).toBe(`${a.url}#0`);
  });

  it.each([
    ['a half', text(one.slice(0, 80))],
    ['a quarter', text(one.slice(0, 40))],
    ['an edited text', text(edited)],
    ['a text among others', text(words(5, 150), one, words(6, 150))],
    ['a text in capitals', text(one).toUpperCase()],
  ])('hold %s', async (_, body) => {
    const page = { url: 'http://c.example/1', texts: [body], published: '2018-10-02' };
    expect(await inAnyOrder(a, page)).toMatchObject({ [`${page.url}#0`]: `${a.url}#0` });
  });

  it.each([60, 80, 100, 400])('are not made by a quotation of 40 words in a text of %d words', async (length) => {
    const around = words(7, length - 40);
    const half = around.length / 2;
    const quoting = text(around.slice(0, half), one.slice(60, 100), around.slice(half));
    for (const quoted of [one, one.slice(40, 120)]) {
      const told = await inAnyOrder({ ...a, texts: [text(quoted)] }, { url: 'http://c.example/1', texts: [quoting] });
      expect(new Set(Object.values(told)).size).toBe(2);
    }
  });

  it.each(['2018-09-01', '2018-10-01', '2018-11-01'])(
    'are not merged by a round-up of %s that holds both of their texts',
    async (published) => {
      const other = { url: 'http://z.example/1', texts: [text(two)] };
      const roundUp = { url: 'http://m.example/1', texts: [text(words(3, 30), one, two, words(4, 30))], published };
      const told = await inAnyOrder(a, other, roundUp);
      expect(told[`${a.url}#0`]).not.toBe(told[`${other.url}#0`]);
      expect(told[`${roundUp.url}#0`]).toBe(told[`${a.url}#0`]);
    },
  );

  it('give a wire text of sixty papers one lead', async () => {
    for (let i = 0; i < 60; i++)
      await store(database, { url: `http://p${i}.example/1`, texts: [text(words(100 + i, 12), one)] });
    expect(new Set(Object.values(await stories(database)))).toEqual(new Set(['http://p0.example/1#0']));
  });

  it('find another lead when theirs goes, and are undone with the last copy', async () => {
    const [first, second] = [await store(database, a), await store(database, { ...b, published: '2018-10-02' })];
    await store(database, { url: 'http://c.example/1', texts: a.texts, published: '2018-10-03' });
    await deletePage(database, first);
    expect(new Set(Object.values(await stories(database)))).toEqual(new Set([`${b.url}#0`]));
    await deletePage(database, second);
    expect(await stories(database)).toEqual({ 'http://c.example/1#0': 'http://c.example/1#0' });
    expect((await database.query('SELECT FROM likeness')).rowCount).toBe(0);
  });

  it('are told anew when a page is read with another text, and stay when it is read with the same', async () => {
    await store(database, a);
    await store(database, { ...b, published: '2018-10-02' });
    const ids = async () => (await database.query('SELECT id, story FROM document ORDER BY id')).rows;
    const before = await ids();
    await store(database, a);
    expect(await ids()).toEqual(before);
    await store(database, { ...a, texts: [text(two)] });
    expect(await stories(database)).toEqual({ [`${a.url}#0`]: `${a.url}#0`, [`${b.url}#0`]: `${b.url}#0` });
  });

  it('do not count the twins of a page as copies, in either order', async () => {
    const amp = { url: 'http://a.example/amp/1', texts: a.texts, canonicalUrl: a.url };
    expect(await inAnyOrder(a, amp, { ...b, published: '2018-10-02' })).toEqual({
      [`${a.url}#0`]: `${a.url}#0`,
      [`${b.url}#0`]: `${a.url}#0`,
    });
    expect(await countExcluded(database, { show: 'le-bureau-des-legendes' })).toMatchObject({
      copies: 1,
      duplicates: 1,
    });
  });

  it('hold one review on two pages of a site, and do not join reviews of one page', async () => {
    const reviews = [text(one), text(edited)];
    const told = await inAnyOrder(
      { url: 'http://a.example/reviews', texts: reviews, kind: 'audience' },
      { url: 'http://a.example/title', texts: [text(one)], kind: 'audience' },
    );
    expect(told['http://a.example/title#0']).toBe('http://a.example/reviews#0');
    expect(told['http://a.example/reviews#0']).toBe('http://a.example/reviews#0');
  });

  it('are shown with a document', async () => {
    await store(database, a);
    await store(database, { ...b, published: '2018-10-02' });
    const { rows } = await database.query<{ id: string }>('SELECT id FROM document ORDER BY id');
    for (const { id } of rows) {
      const document = await getDocument(database, id);
      const lead = { id: rows[0]?.id, outlet: 'a.example', url: a.url, published: '2018-10-01', title: text(one) };
      expect(document?.story).toEqual({ lead, copies: [rows[1]?.id] });
    }
  });

  it('are found by what is rare in a text when much of it is common', async () => {
    for (let i = 0; i < 6; i++)
      await store(database, { url: `http://p${i}.example/1`, texts: [text(words(50, 60), words(60 + i, 90))] });
    const look = (body: string, common: number) =>
      database.transaction((sql) => findCandidates(sql, '0', fingerprint(body), common));
    const body = text(words(50, 60), words(62, 90));
    expect(await look(body, 4)).toHaveLength(6);
    expect((await database.query('SELECT FROM common_print')).rowCount).toBeGreaterThan(5);
    expect(await look(body, 4)).toHaveLength(1);
    expect(await look(text(words(50, 60)), 4)).toHaveLength(6);
  });

  it('are the same for any order of arrival and any removals', async () => {
    const pool: readonly Printed[] = [
      a,
      b,
      { url: 'http://c.example/1', texts: [text(one.slice(0, 60))], published: '2018-09-28' },
      { url: 'http://d.example/1', texts: [text(edited), text(two)], kind: 'blog' },
      { url: 'http://e.example/1', texts: [text(two, words(3, 20))], published: null },
      { url: 'http://f.example/1', texts: [text(one, two)], kind: 'trade' },
      { url: 'http://g.example/1', texts: [text(two, words(8, 40), edited)], published: '2018-09-29' },
      { url: 'http://h.example/1', texts: [text(one.slice(100), words(12, 30))] },
      { url: 'http://i.example/1', texts: [text(words(13, 60), one.slice(20, 60))] },
    ];
    const ranked = (pages: readonly Printed[]) =>
      pages.toSorted(
        (x, y) => (x.published === null ? 1 : 0) - (y.published === null ? 1 : 0) || (x.url < y.url ? -1 : 1),
      );
    const arrivals = fc.shuffledSubarray([...pool], { minLength: 3 });
    await fc.assert(
      fc.asyncProperty(arrivals, fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), async (pages, goes) => {
        await empty();
        const ids = [];
        for (const page of pages) ids.push(await store(database, page));
        for (const [i, id] of ids.entries()) if (goes[i]) await deletePage(database, id);
        const told = await stories(database);
        await empty();
        for (const page of ranked(pages.filter((_, i) => !goes[i]))) await store(database, page);
        expect(told).toEqual(await stories(database));
      }),
      { numRuns: 12 },
    );
  });

  it('are the same when copies are stored at the same time', async () => {
    const pages = Array.from({ length: 8 }, (_, i) => ({
      url: `http://p${i}.example/1`,
      texts: [text(words(100 + i, 12), one)],
    }));
    await Promise.all(pages.map((page) => store(database, page)));
    expect(new Set(Object.values(await stories(database)))).toEqual(new Set(['http://p0.example/1#0']));
    await Promise.all([...pages, ...pages].map((page, i) => (i < 8 ? store(database, page) : store(database, a))));
    expect(new Set(Object.values(await stories(database)))).toEqual(new Set([`${a.url}#0`]));
  });
});

describe('the migration to stories', () => {
  it('keeps the stories of an older store, under a lead that is there', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'revue-migrations-'));
    copyFileSync('migrations/0001_store.sql', join(directory, '0001_store.sql'));
    const database = await overEmbedded(await PGlite.create(), async () => rmSync(directory, { recursive: true }));
    await migrate(database, directory);
    await database.query("INSERT INTO page (url) VALUES ('http://a.example/1')");
    await database.query(
      `INSERT INTO document (page_id, ordinal, kind, language, language_confidence, text, fingerprint, story)
       SELECT 1, n, 'news', 'fr', 1, 'Un texte.', '{1,2,3}', story FROM unnest('{99,99,3}'::bigint[]) WITH ORDINALITY AS d (story, n)`,
    );
    expect(await migrate(database, 'migrations')).toContain(2);
    const { rows } = await database.query<{ story: string }>('SELECT story FROM document ORDER BY id');
    expect(rows.map(({ story }) => story)).toEqual(['1', '1', '3']);
    await database.close();
  });
});

function ordersOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, i) => ordersOf(items.filter((_, j) => j !== i)).map((rest) => [item, ...rest]));
}
