import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildServer } from '../../src/api/server.ts';
import { loadPublishedFigures } from '../../src/app-figures.ts';
import { parseShow } from '../../src/catalogue/format.ts';
import { dashboard } from '../../src/dashboard/dashboard.ts';
import type { Database } from '../../src/database/database.ts';
import { storeShow } from '../../src/database/queries/catalogue.ts';
import { importPage } from '../../src/database/queries/import-page.ts';
import { storeReading } from '../../src/database/queries/store-reading.ts';
import { freshEmbedded } from '../support/database.ts';
import { documentOf, readingOf } from '../support/reading.ts';

const figures = loadPublishedFigures('models');

describe('the HTTP API', () => {
  let database: Database;
  let app: FastifyInstance;

  beforeAll(async () => {
    database = await freshEmbedded();
    await storeShow(
      database,
      parseShow(readFileSync('fixtures/catalogue/le-bureau-des-legendes.yaml', 'utf8'), 'show'),
    );
    const url = 'http://journal.example/1';
    const id = await importPage(database, { url, given: {}, contentType: 'text/html', bytes: new Uint8Array([1]) });
    const reading = readingOf(url, [
      documentOf([
        { text: 'La saison 1 <script>alert(1)</script> est superbe.', season: 1, score: 0.8, basis: 'lexicon' },
        { text: 'La chaîne, elle, regrette la saison 1.', season: 1, reported: -0.4 },
      ]),
    ]);
    await database.transaction((sql) => storeReading(sql, id, reading));
    const ready = () => Promise.resolve(true);
    app = await buildServer({
      sql: database,
      version: '0',
      figures,
      level: 'silent',
      ready,
      dashboard: dashboard({ sql: database, demoUrl: null, figures }),
    });
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  const get = (url: string) => app.inject({ method: 'GET', url });

  it('gives the timeline with its premiere-aligned weeks and its evidence', async () => {
    const answer = await get('/v1/shows/le-bureau-des-legendes/timeline?align=premiere:FR');
    expect(answer.statusCode).toBe(200);
    const [series] = answer.json<{
      series: { season: number; lang: string; data: { week: number }[]; total: { evidence: string } }[];
    }>().series;
    expect(series).toMatchObject({ season: 1, lang: 'fr', data: [{ week: 1, documents: 1 }] });
    expect((await get(series?.total.evidence ?? '')).json()).toMatchObject([
      { season: 1, published: '2015-05-04' },
      { season: 1, published: '2015-05-04' },
    ]);
  });

  it('gives a document with its story and all else that is stored of it', async () => {
    const answer = await get('/v1/documents/1');
    const lead = { id: '1', outlet: 'journal.example', url: 'http://journal.example/1', published: '2015-05-04' };
    expect(answer.json()).toMatchObject({
      id: '1',
      story: { lead, copies: [] },
      shows: [{ show: 'le-bureau-des-legendes', relevance: 'about' }],
      attributions: [
        { season: 1, sentiment: { label: 'positive', score: 0.8, basis: 'lexicon' }, reported: null },
        { season: 1, sentiment: { label: 'neutral' }, reported: { label: 'negative', score: -0.4, basis: 'model' } },
      ],
    });
  });

  it('says of every sentence what its tone rests on, and which opinion it only reports', async () => {
    const quoted = {
      season: 1,
      relation: 'about',
      language: 'fr',
      published: '2015-05-04',
      url: 'http://journal.example/1',
    };
    expect((await get('/v1/evidence?show=le-bureau-des-legendes')).json()).toMatchObject([
      { ...quoted, sentiment: { label: 'positive', score: 0.8, basis: 'lexicon' }, reported: null },
      { ...quoted, sentiment: { basis: 'model' }, reported: { label: 'negative', score: -0.4, confidence: 0.9 } },
    ]);
    expect((await get('/v1/coverage?show=le-bureau-des-legendes')).json()).toMatchObject([
      { id: '1', seasons: [1], sentiment: null },
    ]);
    for (const [page, texts] of [
      ['/en/shows/le-bureau-des-legendes', ['(word list)', 'reports blame']],
      ['/fr/documents/1', ['(liste de mots)', 'rapporte un blâme']],
    ] as const) {
      const html = (await get(page)).body;
      for (const text of texts) expect(html).toContain(text);
    }
  });

  it('gives the figures of tone as they are published', async () => {
    expect((await get('/v1/method')).json()).toEqual(JSON.parse(readFileSync('models/tone-figures.json', 'utf8')));
  });

  it.each([
    ['/v1/shows/nothing', 404, 'not-found'],
    ['/v1/documents/999', 404, 'not-found'],
    ['/v1/nothing', 404, 'not-found'],
    ['/v1/shows/le-bureau-des-legendes/timeline?colour=red', 400, 'request-invalid'],
    ['/v1/shows/le-bureau-des-legendes/timeline?start=tomorrow', 400, 'request-invalid'],
    ['/v1/shows/le-bureau-des-legendes/timeline?tz=Mars/Base', 400, 'request-invalid'],
    ['/v1/evidence?show=le-bureau-des-legendes&limit=100000', 400, 'request-invalid'],
  ])('answers %s with problem+json', async (url, status, code) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ status, code, type: 'about:blank' });
  });

  it('names the parameter that it does not know', async () => {
    expect((await get('/v1/coverage?show=x&colour=red')).json().detail).toContain('"colour"');
  });

  it('describes every route in OpenAPI 3.1, and for people', async () => {
    const { openapi, paths } = (await get('/v1/openapi.json')).json<{
      openapi: string;
      paths: Record<string, unknown>;
    }>();
    expect(openapi).toMatch(/^3\.1/u);
    for (const path of [
      '/v1/shows',
      '/v1/shows/{show}/seasons',
      '/v1/shows/{show}/timeline',
      '/v1/coverage',
      '/v1/documents/{id}',
      '/v1/evidence',
      '/v1/method',
    ]) {
      expect(Object.keys(paths)).toContain(path);
    }
    expect(JSON.stringify(paths['/v1/documents/{id}'])).toContain('"story"');
    for (const path of ['/v1/documents/{id}', '/v1/evidence'])
      expect(JSON.stringify(paths[path])).toMatch(/"basis".*"lexicon".*"reported"/u);
    expect(JSON.stringify(paths['/v1/coverage'])).toContain('"transformer"');
    expect((await get('/docs')).body).toContain('/v1/shows/{show}/timeline');
  });

  it('never lets a page’s text become mark-up', async () => {
    const html = (await get('/en/shows/le-bureau-des-legendes')).body;
    expect(html).not.toContain('<script>alert(1)');
    expect(html).toContain('&lt;script>alert(1)');
    expect((await get('/en')).headers['content-security-policy']).toContain("default-src 'self'");
  });

  it('is healthy and ready', async () => {
    expect((await get('/healthz')).json()).toEqual({ status: 'ok' });
    expect((await get('/readyz')).json()).toEqual({ status: 'ready' });
  });
});
