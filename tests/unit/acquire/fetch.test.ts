import type { IncomingHttpHeaders } from 'node:http';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { retryAfterMs } from '../../../src/acquire/failures.ts';
import { createFetcher, type Fetcher } from '../../../src/acquire/fetch.ts';
import { failure, serve, type TestServer } from './servers.ts';

const PAGE = '<p>La saison 2 tient ses promesses, et même davantage.</p>'.repeat(20);
const ENCODED: Readonly<Record<string, Buffer>> = {
  gzip: gzipSync(PAGE),
  'x-gzip': gzipSync(PAGE),
  GZIP: gzipSync(PAGE),
  br: brotliCompressSync(PAGE),
  deflate: deflateSync(PAGE),
  'deflate-raw': deflateRawSync(PAGE),
  'gzip, br': brotliCompressSync(gzipSync(PAGE)),
  identity: Buffer.from(PAGE),
};

let server: TestServer;
let fetcher: Fetcher;
let seen: { host: string; url: string; headers: IncomingHttpHeaders }[] = [];
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

beforeAll(async () => {
  server = await serve((request, response) => {
    const url = new URL(request.url ?? '', 'http://x.example');
    const query = url.searchParams;
    seen.push({ host: request.headers.host ?? '', url: request.url ?? '', headers: request.headers });
    const status = query.get('status');
    const encoding = query.get('encoding');
    if (status !== null) {
      const retryAfter = query.get('after');
      response.writeHead(Number(status), retryAfter === null ? {} : { 'retry-after': retryAfter }).end('an error page');
    } else if (encoding !== null) {
      response.writeHead(200, { 'content-encoding': encoding.replace('-raw', '') }).end(ENCODED[encoding]);
    } else if (query.has('to')) {
      const left = Number(query.get('times') ?? 1) - 1;
      const next = left > 0 ? `/?times=${left}&by=${query.get('by')}&to=${query.get('to')}` : (query.get('to') ?? '');
      response.writeHead(Number(query.get('by') ?? 302), { location: next }).end('moved');
    } else if (url.pathname === '/loop') {
      response.writeHead(302, { location: '/loop' }).end();
    } else if (url.pathname === '/nowhere') {
      response.writeHead(302).end();
    } else if (request.headers['if-none-match'] === '"v1"' || request.headers['if-modified-since'] !== undefined) {
      response.writeHead(304, { etag: '"v1"' }).end();
    } else {
      const headers = { 'content-type': 'text/html; charset=utf-8', etag: '"v1"', 'set-cookie': 'a=b', server: 'x' };
      response.writeHead(200, headers).end(PAGE);
    }
  });
  fetcher = createFetcher({ userAgent: 'Revue-Test/1.0 (+https://revue.test)', allow: server.origin, totalMs: 5000 });
});
afterAll(async () => {
  await fetcher.close();
  await server.close();
});

describe('fetch', () => {
  it('returns the page with what is worth keeping of its headers', async () => {
    const page = await fetcher.fetch('http://ponant.example/2015/espions.html?page=1#top');
    expect(page).toMatchObject({
      url: 'http://ponant.example/2015/espions.html?page=1#top',
      finalUrl: 'http://ponant.example/2015/espions.html?page=1',
      status: 200,
      contentType: 'text/html; charset=utf-8',
      notModified: false,
      permanentRedirect: false,
    });
    expect(text(page.bytes)).toBe(PAGE);
    expect(Object.keys(page.headers).toSorted()).toEqual(['content-type', 'date', 'etag']);
    expect(seen.at(-1)).toMatchObject({ host: 'ponant.example', url: '/2015/espions.html?page=1' });
  });
  it('says who asks and carries neither cookies nor credentials', async () => {
    await fetcher.fetch('http://ponant.example/a', { accept: 'application/rss+xml' });
    await fetcher.fetch('http://ponant.example/b');
    const headers = seen.at(-1)?.headers ?? {};
    expect(headers['user-agent']).toBe('Revue-Test/1.0 (+https://revue.test)');
    expect(Object.keys(headers).toSorted()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
    expect(seen.at(-2)?.headers.accept).toBe('application/rss+xml');
  });
  it.each(Object.keys(ENCODED))('undoes the content encoding %s', async (encoding) => {
    const page = await fetcher.fetch(`http://ponant.example/?encoding=${encoding}`);
    expect(text(page.bytes)).toBe(PAGE);
  });
  it('asks conditionally and reports that nothing changed', async () => {
    const byTag = await fetcher.fetch('http://ponant.example/a', { etag: '"v1"', lastModified: 'whatever' });
    expect(byTag).toMatchObject({ status: 304, notModified: true });
    expect(byTag.bytes).toHaveLength(0);
    expect(seen.at(-1)?.headers['if-modified-since']).toBeUndefined();
    const since = 'Wed, 21 Oct 2015 07:28:00 GMT';
    const byDate = await fetcher.fetch('http://ponant.example/a', { etag: null, lastModified: since });
    expect(byDate.notModified).toBe(true);
    expect(seen.at(-1)?.headers['if-modified-since']).toBe(since);
  });
  it('does not believe a 304 that it did not ask for', async () => {
    const error = await failure(fetcher.fetch('http://ponant.example/?status=304'));
    expect(error).toMatchObject({ code: 'http-refused', disposition: 'quarantine' });
  });
});

describe('redirects', () => {
  it.each([301, 302, 303, 307, 308])('are followed: %i', async (status) => {
    const page = await fetcher.fetch(`http://ponant.example/?by=${status}&to=/there%23part`);
    expect(page.finalUrl).toBe('http://ponant.example/there');
    expect(page.permanentRedirect).toBe(status === 301 || status === 308);
  });
  it('are permanent only when every one of them is', async () => {
    const mixed = encodeURIComponent('/?by=302&to=/end');
    expect((await fetcher.fetch('http://a.example/?by=308&times=4&to=/end')).permanentRedirect).toBe(true);
    expect((await fetcher.fetch(`http://a.example/?by=301&to=${mixed}`)).permanentRedirect).toBe(false);
  });
  it('are followed five times and not a sixth', async () => {
    expect((await fetcher.fetch('http://a.example/?by=302&times=5&to=/end')).finalUrl).toBe('http://a.example/end');
    const before = server.hits();
    const error = await failure(fetcher.fetch('http://a.example/?by=302&times=6&to=/end'));
    expect(error).toMatchObject({ code: 'too-many-redirects', disposition: 'quarantine' });
    expect(server.hits() - before).toBe(6);
    expect((await failure(fetcher.fetch('http://a.example/loop'))).code).toBe('too-many-redirects');
  });
  it('without a place to go are no page', async () => {
    expect((await failure(fetcher.fetch('http://a.example/nowhere'))).code).toBe('http-refused');
    expect((await failure(fetcher.fetch('http://a.example/?to=http://['))).code).toBe('url-invalid');
    expect((await failure(fetcher.fetch('http://a.example/?to=ftp://b.example/'))).code).toBe('url-invalid');
    expect((await failure(fetcher.fetch('http://a.example/?to=http://u:p@b.example/'))).code).toBe('url-invalid');
  });
  it('to another host carry no validators along', async () => {
    await fetcher.fetch('http://a.example/?to=http://b.example/end', { etag: '"v1"' });
    expect(seen.at(-2)?.headers['if-none-match']).toBe('"v1"');
    expect(seen.at(-1)).toMatchObject({ host: 'b.example', url: '/end' });
    expect(seen.at(-1)?.headers['if-none-match']).toBeUndefined();
    const same = await fetcher.fetch('http://a.example/?to=http://a.example/end', { etag: '"v1"' });
    expect(same.notModified).toBe(true);
  });
});

describe('error answers', () => {
  it.each([408, 500, 502, 503, 504, 522, 524])('%i is tried again', async (status) => {
    const error = await failure(fetcher.fetch(`http://a.example/?status=${status}`));
    expect(error).toMatchObject({ code: 'server-error', disposition: 'retry' });
    expect(error.message).toMatch(new RegExp(`^http://a\\.example/\\?status=${status} .*\\.$`));
  });
  it.each([404, 410])('%i is gone', async (status) => {
    const error = await failure(fetcher.fetch(`http://a.example/?status=${status}`));
    expect(error).toMatchObject({ code: 'gone', disposition: 'quarantine' });
  });
  it.each([400, 401, 403, 418, 451, 501, 505])('%i is set aside', async (status) => {
    const error = await failure(fetcher.fetch(`http://a.example/?status=${status}`));
    expect(error).toMatchObject({ code: 'http-refused', disposition: 'quarantine', retryAfterMs: null });
  });
  it.each([
    ['7', 7000],
    ['999999', 86_400_000],
    ['nonsense', 30_000],
  ])('429 waits as long as Retry-After says: %s', async (after, wait) => {
    const error = await failure(fetcher.fetch(`http://a.example/?status=429&after=${after}`));
    expect(error).toMatchObject({ code: 'throttled', disposition: 'throttle', retryAfterMs: wait });
  });
  it('are pages when the caller wants any status', async () => {
    const page = await fetcher.fetch('http://a.example/?status=503', { anyStatus: true });
    expect([page.status, text(page.bytes)]).toEqual([503, 'an error page']);
  });
  it('name the URL that was asked for', async () => {
    for (const url of ['http://a.example/?status=404', 'http://a.example/loop', 'http://127.0.0.1/x', 'nothing']) {
      expect((await failure(fetcher.fetch(url))).message).toContain(url);
    }
  });
});

describe('retryAfterMs', () => {
  const now = Date.UTC(2020, 3, 6, 12);
  it.each([
    ['0', 0],
    ['120', 120_000],
    [' 5 ', 5000],
    ['86401', 86_400_000],
    ['Mon, 06 Apr 2020 12:00:30 GMT', 30_000],
    ['Monday, 06-Apr-20 12:01:00 GMT', 60_000],
    ['Mon, 06 Apr 2020 11:00:00 GMT', 0],
    ['Fri, 06 Apr 2040 12:00:00 GMT', 86_400_000],
    ['-5', null],
    ['1.5', null],
    ['', null],
    ['soon', null],
    [undefined, null],
  ])('%s', (header, wait) => {
    expect(retryAfterMs(header, now)).toBe(wait);
  });
});
