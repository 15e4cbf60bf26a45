import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFeed } from '../../../src/acquire/feed.ts';
import { createFetcher } from '../../../src/acquire/fetch.ts';
import { type Newsroom, startNewsroom } from '../../../src/acquire/newsroom.ts';
import { createRobotsGate } from '../../../src/acquire/robots-gate.ts';
import { failure } from './servers.ts';

const HOST = 'ponant.example';
const FEED = `<rss version="2.0"><channel><title>Le Ponant</title><item><title>Espions</title><link>http://${HOST}/2015/été.html</link></item></channel></rss>`;
const OUTLET = {
  name: 'Le Ponant',
  country: 'FR',
  language: 'fr',
  kind: 'press',
  pages: [
    { path: '/2015/été.html', file: 'ete.html', type: 'text/html; charset=iso-8859-1' },
    { path: '/article.php?id=2', file: 'two.html', type: 'text/html' },
    { path: '/feed.xml', file: 'feed.xml', type: 'application/rss+xml' },
    { path: '/robots.txt', file: 'robots.txt', type: 'text/plain' },
  ],
  sources: [{ kind: 'feed', url: `http://${HOST}/feed.xml` }],
};

let directory: string;
let newsroom: Newsroom;
/** A folder with one outlet. */
const folderWith = async (outlet: unknown) => {
  const folder = await mkdtemp(join(tmpdir(), 'newsroom-'));
  await mkdir(join(folder, HOST));
  const write = (name: string, content: string | Buffer) => writeFile(join(folder, HOST, name), content);
  await write('outlet.json', typeof outlet === 'string' ? outlet : JSON.stringify(outlet));
  await write('ete.html', Buffer.from('<p>L\xe9gende</p>', 'latin1'));
  await write('two.html', '<p>2</p>');
  await write('feed.xml', FEED);
  await write('robots.txt', 'User-agent: *\nDisallow: /private');
  await write('secret.txt', 'SECRET');
  await writeFile(join(folder, 'outside.txt'), 'SECRET');
  return folder;
};
/** A request as written, without any client tidying its path. */
const raw = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; body: string; etag: string | undefined; allow: string | undefined }>(
    (resolve, reject) => {
      const { address, port } = newsroom.origin;
      const outgoing = request({ host: address, port, path, method, headers, agent: false }, (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => {
          body += chunk.toString('utf8');
        });
        response.on('end', () => {
          resolve({
            status: response.statusCode ?? 0,
            body,
            etag: response.headers.etag,
            allow: response.headers.allow,
          });
        });
      });
      outgoing.on('error', reject).end();
    },
  );

beforeAll(async () => {
  directory = await folderWith(OUTLET);
  newsroom = await startNewsroom(directory);
});
afterAll(async () => {
  await newsroom.close();
  await rm(directory, { recursive: true });
});

describe('the newsroom', () => {
  it('says who is there and how to reach it', () => {
    expect(newsroom.origin).toMatchObject({ suffix: '.example', address: '127.0.0.1' });
    expect(newsroom.url).toBe(`http://127.0.0.1:${newsroom.origin.port}`);
    const outlet = { domain: HOST, name: 'Le Ponant', country: 'FR', language: 'fr', kind: 'press' };
    expect(newsroom.sources).toEqual([{ kind: 'feed', url: `http://${HOST}/feed.xml`, outlet }]);
  });
  it('is polled, asked and read like any site', async () => {
    const fetcher = createFetcher({ userAgent: 'Test/1.0', allow: newsroom.origin });
    const gate = createRobotsGate(fetcher, 'Test/1.0');
    const source = newsroom.sources[0]?.url ?? '';
    const feed = parseFeed(new TextDecoder().decode((await fetcher.fetch(source)).bytes), source);
    const url = feed.items[0]?.url ?? '';
    expect(await gate.allowed(url)).toBe(true);
    expect(await gate.allowed(`http://${HOST}/private/x`)).toBe(false);
    const page = await fetcher.fetch(url);
    expect(page.contentType).toBe('text/html; charset=iso-8859-1');
    expect(Buffer.from(page.bytes).toString('latin1')).toBe('<p>Légende</p>');
    const again = await fetcher.fetch(url, { etag: page.headers['etag'] ?? null });
    expect(again.notModified).toBe(true);
    expect((await failure(fetcher.fetch(`http://${HOST}/nothing`))).code).toBe('gone');
    expect((await failure(fetcher.fetch('http://stranger.example/'))).code).toBe('gone');
    await fetcher.close();
  });
  it('serves by host name and, to a browser, by path', async () => {
    expect(await raw('/article.php?id=2', { host: HOST })).toMatchObject({ status: 200, body: '<p>2</p>' });
    expect(await raw('/article.php?id=2', { host: 'PONANT.example.:80' })).toMatchObject({ status: 200 });
    expect(await raw(`/${HOST}/article.php?id=2`)).toMatchObject({ status: 200, body: '<p>2</p>' });
    expect(await raw(`/${HOST}/feed.xml?utm_source=x`)).toMatchObject({ status: 200, body: FEED });
    expect(await raw('/article.php?id=3', { host: HOST })).toMatchObject({ status: 404 });
  });
  it.each([
    '/',
    `/${HOST}`,
    `/${HOST}/`,
    `/${HOST}/outlet.json`,
    `/${HOST}/secret.txt`,
    `/${HOST}/../outside.txt`,
    `/${HOST}/%2e%2e/outside.txt`,
    `/${HOST}/..%2foutside.txt`,
    `/${HOST}//etc/passwd`,
    `/${HOST}/feed.xml/../secret.txt`,
    '/../../../../etc/passwd',
    '//etc/passwd',
    '/__proto__/constructor',
  ])('serves nothing else: %s', async (path) => {
    expect(await raw(path)).toMatchObject({ status: 404, body: 'Not found.\n' });
    expect(await raw(path.replace(`/${HOST}`, '') || '/', { host: HOST })).toMatchObject({ status: 404 });
  });
  it('answers GET and HEAD only', async () => {
    const { etag } = await raw('/feed.xml', { host: HOST });
    expect(await raw('/feed.xml', { host: HOST }, 'HEAD')).toMatchObject({ status: 200, body: '', etag });
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      expect(await raw('/feed.xml', { host: HOST }, method)).toMatchObject({ status: 405, allow: 'GET, HEAD' });
    }
  });
  it('compares entity tags', async () => {
    const { etag = '' } = await raw('/feed.xml', { host: HOST });
    const ask = async (header: string) => (await raw('/feed.xml', { host: HOST, 'if-none-match': header })).status;
    expect(await Promise.all([etag, `W/${etag}`, `"a", ${etag}`, '*', '"other"'].map(ask))).toEqual([
      304, 304, 304, 304, 200,
    ]);
    expect((await raw('/robots.txt', { host: HOST })).etag).not.toBe(etag);
  });
});

describe('a faulty newsroom', () => {
  const page = (file: string) => ({ ...OUTLET, pages: [{ path: '/x', file, type: 'text/plain' }] });
  it.each<readonly [string, unknown, RegExp]>([
    ['no JSON', '{', /outlet\.json is missing or not JSON/],
    ['a missing name', { ...OUTLET, name: undefined }, /outlet\.json is not an outlet/],
    ['an unknown kind', { ...OUTLET, kind: 'radio' }, /outlet\.json is not an outlet/],
    ['a missing file', page('nothing.html'), /nothing\.html is named in outlet\.json and does not exist/],
    ['a file outside', page('../outside.txt'), /lies outside its folder/],
    ['a link to the outside', page('link.txt'), /lies outside its folder/],
    [
      'a source elsewhere',
      { ...OUTLET, sources: [{ kind: 'feed', url: 'http://other.example/' }] },
      /polls another host/,
    ],
  ])('does not start: %s', async (_, outlet, message) => {
    const folder = await folderWith(outlet);
    await symlink(join(folder, 'outside.txt'), join(folder, HOST, 'link.txt'));
    const error = await failure(startNewsroom(folder));
    expect(error).toMatchObject({ code: 'newsroom-invalid', disposition: 'fatal' });
    expect(error.message).toMatch(message);
    await rm(folder, { recursive: true });
  });
  it('does not start without a folder', async () => {
    expect((await failure(startNewsroom('/nonexistent/newsroom'))).code).toBe('newsroom-invalid');
  });
});
