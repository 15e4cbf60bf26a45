import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { coverageCells, wholeCut } from '../../src/coverage/cells.ts';
import { getDocument } from '../../src/coverage/document.ts';
import { findEvidence } from '../../src/coverage/evidence.ts';
import { countExcluded } from '../../src/coverage/excluded.ts';
import { wholeCoverage } from '../../src/coverage/filter.ts';
import { searchCoverage } from '../../src/coverage/search.ts';
import { timeline } from '../../src/coverage/timeline.ts';
import type { Database } from '../../src/database/database.ts';
import { importPage } from '../../src/database/queries/import-page.ts';
import { storeReading } from '../../src/database/queries/store-reading.ts';
import type { Reading } from '../../src/domain/reading.ts';
import { freshEmbedded } from '../support/database.ts';
import { documentOf, readingOf } from '../support/reading.ts';

const SHOW = 'le-bureau-des-legendes';
const wire =
  'La quatrième saison sera diffusée à partir du 22 octobre, annonce la chaîne. Dix épisodes inédits ont été tournés entre Paris et Moscou. ' +
  'La production précise que le tournage a duré six mois et que deux réalisateurs se sont relayés.';

describe('the store', () => {
  let database: Database;
  beforeAll(async () => {
    database = await freshEmbedded();
  });
  afterAll(() => database.close());
  beforeEach(() => database.query('TRUNCATE page, outlet RESTART IDENTITY CASCADE'));

  async function store(reading: Reading): Promise<string> {
    const url = reading.url ?? '';
    const id = await importPage(database, { url, given: {}, contentType: 'text/html', bytes: new Uint8Array([1]) });
    await database.transaction((sql) => storeReading(sql, id, reading));
    return id;
  }
  const cells = (filter = wholeCoverage(SHOW)) => coverageCells(database, filter, wholeCut);
  const documentIds = async () =>
    (await database.query<{ id: string }>('SELECT id FROM document ORDER BY id')).rows.map(({ id }) => id);

  it('adds up the passages about a season', async () => {
    await store(
      readingOf('http://a.example/1', [
        documentOf([
          { text: 'La saison 1 est superbe.', season: 1, score: 0.8 },
          { text: 'Dix épisodes.', season: 1 },
        ]),
      ]),
    );
    expect(await cells()).toMatchObject([
      { season: 1, language: 'fr', documents: 1, passages: 2, tones: [800], positive: 1, neutral: 1 },
    ]);
  });

  it('replaces what an earlier reading of the page said, and keeps the document’s id', async () => {
    const url = 'http://a.example/1';
    await store(
      readingOf(url, [
        documentOf([{ text: 'La saison 1.', season: 1, score: 0.5 }]),
        documentOf([{ text: 'Autre avis.', season: 1 }]),
      ]),
    );
    const [first] = await documentIds();
    await store(readingOf(url, [documentOf([{ text: 'La saison 2.', season: 2, score: -0.5 }])]));
    expect(await documentIds()).toEqual([first]);
    expect(await cells()).toMatchObject([{ season: 2, documents: 1, tones: [-500] }]);
  });

  it('stores nothing when half of a reading cannot be stored', async () => {
    const broken = documentOf([{ text: 'La saison 1.', season: 1 }], { kind: null as never });
    await expect(
      store(readingOf('http://a.example/1', [documentOf([{ text: 'Un avis.', season: 1 }]), broken])),
    ).rejects.toThrow();
    expect(await documentIds()).toEqual([]);
  });

  it('keeps the documents of a canonical page once, in either order of arrival', async () => {
    const document = documentOf([{ text: 'La saison 3 tient ses promesses.', season: 3, score: 0.6 }]);
    const canonicalUrl = 'http://a.example/article';
    const page = readingOf(canonicalUrl, [document], { canonicalUrl });
    const amp = readingOf('http://a.example/amp/article', [document], { canonicalUrl });
    for (const order of [
      [page, amp],
      [amp, page],
    ]) {
      await database.query('TRUNCATE page RESTART IDENTITY CASCADE');
      for (const each of order) await store(each);
      expect(await cells()).toMatchObject([{ season: 3, documents: 1 }]);
      const { rows } = await database.query('SELECT url FROM page WHERE twin_of IS NULL');
      expect(rows).toEqual([{ url: canonicalUrl }]);
    }
  });

  it('hears wire copy as one voice, and counts it as often as it was printed', async () => {
    const sentences = (headline: string) => [{ text: headline }, { text: wire, season: 4, score: 0.4 }];
    await store(readingOf('http://a.example/1', [documentOf(sentences('Le retour des espions'))]));
    await store(readingOf('http://b.example/1', [documentOf(sentences('Octobre pour les clandestins'))]));
    expect(await cells()).toMatchObject([{ season: 4, documents: 2, stories: 1, outlets: 2, tones: [400] }]);
    expect(await countExcluded(database, { show: SHOW })).toMatchObject({ copies: 1 });
  });

  it('does not count reference pages and undated documents, and says so', async () => {
    await store(
      readingOf('http://a.example/1', [documentOf([{ text: 'La saison 1.', season: 1 }], { kind: 'reference' })]),
    );
    await store(
      readingOf('http://a.example/2', [
        documentOf([{ text: 'La saison 1, sans date.', season: 1 }], { published: null }),
      ]),
    );
    expect(await cells()).toEqual([]);
    expect(await countExcluded(database, { show: SHOW })).toMatchObject({ reference: 1, undated: 1 });
  });

  it('draws empty weeks as zeros and states no tone below five stories', async () => {
    const dates = ['2015-04-28', '2015-05-12'];
    for (const [i, date] of dates.entries()) {
      const published = { date, precision: 'day', basis: 'meta' } as const;
      await store(
        readingOf(`http://a.example/${i}`, [
          documentOf([{ text: `Saison 1, avis numéro ${i}.`, season: 1, score: 0.5 }], { published }),
        ]),
      );
    }
    const premieres = new Map([[1, '2015-04-27']]);
    const { series } = await timeline(database, wholeCoverage(SHOW), { ...wholeCut, interval: 'week', premieres });
    expect(series[0]?.data.map(({ week, documents }) => [week, documents])).toEqual([
      [0, 1],
      [1, 0],
      [2, 1],
    ]);
    expect(series[0]?.total).toMatchObject({ documents: 2, sentiment: null });
  });

  it('keeps what a tone rests on, and a reported opinion beside the writer’s own', async () => {
    const sentences = [{ text: 'La saison 2 ? « Un chef-d’œuvre », dit-on.', season: 2, reported: 0.75 }];
    await store(
      readingOf('http://a.example/1', [
        documentOf([...sentences, { text: 'La saison 2 ennuie.', season: 2, score: -0.5, basis: 'lexicon' }], {
          sentiment: { label: 'negative', score: -0.5, confidence: 0.6, basis: 'transformer' },
        }),
      ]),
    );
    const own = { label: 'negative', score: -0.5, confidence: 1, basis: 'lexicon' };
    const none = { label: 'neutral', score: 0, confidence: 1, basis: 'model' };
    const reported = { label: 'positive', score: 0.75, confidence: 0.9, basis: 'model' };
    const found = await findEvidence(database, wholeCoverage(SHOW), { order: 'strongest', limit: 10, offset: 0 });
    expect(found.map(({ sentiment, reported }) => ({ sentiment, reported }))).toEqual([
      { sentiment: own, reported: null },
      { sentiment: none, reported },
    ]);
    const [id] = await documentIds();
    const document = await getDocument(database, id ?? '');
    expect(document?.sentiment).toEqual({ label: 'negative', score: -0.5, confidence: 0.6, basis: 'transformer' });
    expect(document?.attributions).toMatchObject([
      { sentiment: none, reported },
      { sentiment: own, reported: null },
    ]);
    const listed = await searchCoverage(database, wholeCoverage(SHOW), { query: null, limit: 10, offset: 0 });
    expect(listed).toMatchObject([{ sentiment: { basis: 'transformer' } }]);
  });

  it('lets no reported opinion into the tone of a season, and says how many there are', async () => {
    const url = 'http://a.example/1';
    const said = { text: 'La saison 1, « superbe » selon la chaîne.', season: 1 };
    const judged = { text: 'La saison 1 déçoit.', season: 1, score: -0.6 };
    await store(readingOf(url, [documentOf([said, judged])]));
    const before = await cells();
    await store(readingOf(url, [documentOf([{ ...said, reported: 0.95 }, judged])]));
    expect(await cells()).toEqual(before);
    expect(before).toMatchObject([{ tones: [-600], positive: 0, negative: 1, neutral: 1 }]);
    expect(await countExcluded(database, { show: SHOW })).toMatchObject({ reported: 1 });
  });

  it('leads from a figure to its sentences, strongest first', async () => {
    const sentences = [
      { text: 'La saison 2 séduit.', season: 2, score: 0.3 },
      { text: 'La saison 2 est un désastre.', season: 2, score: -0.9 },
    ];
    await store(readingOf('http://a.example/1', [documentOf(sentences)]));
    const found = await findEvidence(database, wholeCoverage(SHOW), { order: 'strongest', limit: 10, offset: 0 });
    expect(found.map(({ quotation }) => quotation)).toEqual(['La saison 2 est un désastre.', 'La saison 2 séduit.']);
  });
});
