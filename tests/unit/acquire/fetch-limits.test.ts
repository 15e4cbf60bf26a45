import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { brotliCompressSync, constants, createGzip, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFetcher } from '../../../src/acquire/fetch.ts';
import { failure, serve, type TestServer } from './servers.ts';

const MIB = 1024 * 1024;
const zeros = Buffer.alloc(48 * MIB);
const BOMBS: Readonly<Record<string, Buffer>> = {
  gzip: gzipSync(zeros, { level: 1 }),
  br: brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
};

let server: TestServer;
/** Paths whose connection the client has closed. */
const closed = new Map<string, () => void>();
const hungUp = (path: string) => new Promise<void>((resolve) => closed.set(path, resolve));

beforeAll(async () => {
  server = await serve((request, response) => {
    const path = request.url ?? '';
    response.on('close', () => closed.get(path)?.());
    const [, kind = '', detail = ''] = path.split('/');
    if (kind === 'bomb') response.writeHead(200, { 'content-encoding': detail }).end(BOMBS[detail]);
    else if (kind === 'endless') {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write(zeros.subarray(0, 65_536)));
      };
      response.on('drain', more);
      more();
    } else if (kind === 'endless-gzip') {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      const gzip = createGzip({ level: 1 });
      gzip.pipe(response);
      const more = () => {
        while (!response.destroyed && gzip.write(zeros.subarray(0, 65_536)));
      };
      gzip.on('drain', more);
      more();
    } else if (kind === 'drip') {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'), 40);
      response.on('close', () => clearInterval(timer));
    } else if (kind === 'drip-redirect') {
      response.writeHead(302, { location: '/size/1' });
      const timer = setInterval(() => response.write('x'), 40);
      response.on('close', () => clearInterval(timer));
    } else if (kind === 'short') {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('abc');
      setTimeout(() => response.destroy(), 20);
    } else if (kind === 'short-gzip') {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(gzipSync('a page '.repeat(5000)).subarray(0, 40));
    } else if (kind === 'encoded') {
      response.writeHead(200, { 'content-encoding': detail }).end('this is plain text');
    } else if (kind === 'headers') response.writeHead(200, { 'x-a': 'a'.repeat(40_000) }).end('ok');
    else if (kind === 'size') response.writeHead(200).end(zeros.subarray(0, Number(detail)));
    // Everything else never answers.
  });
});
afterAll(() => server.close());

const fetcherWith = (options: { maxBytes?: number; totalMs?: number }) =>
  createFetcher({ userAgent: 'Test/1.0', allow: server.origin, ...options });
const fetchOnce = async (path: string, options: { maxBytes?: number; totalMs?: number }, truncateAt?: number) => {
  const fetcher = fetcherWith(options);
  try {
    return await fetcher.fetch(`http://a.example/${path}`, truncateAt === undefined ? {} : { truncateAt });
  } finally {
    await fetcher.close();
  }
};

describe('size', () => {
  it('is counted after inflation, to the byte', async () => {
    expect((await fetchOnce('size/1000', { maxBytes: 1000 })).bytes).toHaveLength(1000);
    const error = await failure(fetchOnce('size/1001', { maxBytes: 1000 }));
    expect(error).toMatchObject({ code: 'too-large', disposition: 'quarantine' });
    expect(error.message).toContain('http://a.example/size/1001');
  });
  it.each(['gzip', 'br'])('stops a %s bomb at the default limit without inflating the rest', async (encoding) => {
    const before = process.memoryUsage().rss;
    expect((await failure(fetchOnce(`bomb/${encoding}`, {}))).code).toBe('too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * MIB);
  });
  it.each(['endless/a', 'endless-gzip/a'])('hangs up on an endless body: %s', async (path) => {
    const gone = hungUp(`/${path}`);
    const fetcher = fetcherWith({ maxBytes: MIB, totalMs: 8000 });
    expect((await failure(fetcher.fetch(`http://a.example/${path}`))).code).toBe('too-large');
    await gone;
    await fetcher.close();
  });
  it('can keep the beginning of a longer body instead', async () => {
    expect((await fetchOnce('endless/b', {}, 5000)).bytes).toHaveLength(5000);
    expect((await fetchOnce('bomb/gzip', {}, 5000)).bytes).toHaveLength(5000);
    expect((await fetchOnce('size/10', {}, 5000)).bytes).toHaveLength(10);
  });
  it('holds for headers too', async () => {
    expect(await failure(fetchOnce('headers', {}))).toMatchObject({ code: 'too-large', disposition: 'quarantine' });
  });
});

describe('time', () => {
  it.each(['silent', 'drip/a', 'drip-redirect'])('is limited over head and body together: %s', async (path) => {
    const started = performance.now();
    const error = await failure(fetchOnce(path, { totalMs: 300 }));
    expect(error).toMatchObject({ code: 'timeout', disposition: 'retry' });
    expect(performance.now() - started).toBeLessThan(1500);
  });
  it('lets the server go when it is over', async () => {
    const gone = hungUp('/drip/b');
    const fetcher = fetcherWith({ totalMs: 200 });
    expect((await failure(fetcher.fetch('http://a.example/drip/b'))).code).toBe('timeout');
    await gone;
    await fetcher.close();
  });
  it('is limited while the name is still being looked up', async () => {
    const fetcher = createFetcher({ userAgent: 'Test/1.0', resolve: unanswered, totalMs: 200 });
    const started = performance.now();
    expect((await failure(fetcher.fetch('http://slow-dns.test/'))).code).toBe('timeout');
    expect(performance.now() - started).toBeLessThan(1500);
    await fetcher.close();
  });
  it('spent on dripping hosts is not taken from the others', async () => {
    const fetcher = fetcherWith({ totalMs: 2500 });
    const dripping = Array.from({ length: 30 }, (_, i) => failure(fetcher.fetch(`http://drip${i}.example/drip/c`)));
    const started = performance.now();
    const pages = Array.from({ length: 30 }, (_, i) => fetcher.fetch(`http://good${i}.example/size/100`));
    expect(await Promise.all(pages)).toHaveLength(30);
    expect(performance.now() - started).toBeLessThan(2000);
    const errors = await Promise.all(dripping);
    expect(new Set(errors.map((error) => error.code))).toEqual(new Set(['timeout']));
    await fetcher.close();
  });
});

describe('broken answers', () => {
  it.each([
    ['short', 'network-failed', 'retry'],
    ['short-gzip', 'truncated', 'retry'],
    ['encoded/gzip', 'encoding-invalid', 'quarantine'],
    ['encoded/br', 'encoding-invalid', 'quarantine'],
    ['encoded/deflate', 'encoding-invalid', 'quarantine'],
    ['encoded/zstd', 'encoding-invalid', 'quarantine'],
    ['encoded/gzip,gzip,gzip,gzip', 'encoding-invalid', 'quarantine'],
  ])('%s: %s', async (path, code, disposition) => {
    expect(await failure(fetchOnce(path, { totalMs: 3000 }))).toMatchObject({ code, disposition });
  });
  it('leave the fetcher usable', async () => {
    const fetcher = fetcherWith({ maxBytes: MIB, totalMs: 3000 });
    for (const path of ['encoded/gzip', 'bomb/gzip', 'short', 'encoded/zstd', 'endless/c']) {
      await failure(fetcher.fetch(`http://a.example/${path}`));
    }
    expect((await fetcher.fetch('http://a.example/size/10')).bytes).toHaveLength(10);
    await fetcher.close();
  });
});

const tcp = async (speak: (socket: Socket) => void) => {
  const raw = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    speak(socket);
  });
  await new Promise<void>((resolve) => raw.listen(0, '127.0.0.1', resolve));
  return raw;
};
const errorFrom = async (port: number) => {
  const allow = { suffix: '.example', address: '127.0.0.1', port } as const;
  const fetcher = createFetcher({ userAgent: 'Test/1.0', allow, totalMs: 3000 });
  const error = await failure(fetcher.fetch('http://a.example/x'));
  await fetcher.close();
  return error;
};

const unanswered = () => new Promise<readonly string[]>(() => undefined);
const noSuchName = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }));

describe('the network', () => {
  it.each([
    ['hangs up', (socket: Socket) => socket.destroy()],
    ['speaks something else', (socket: Socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')],
  ])('that %s is tried again', async (_, speak) => {
    const raw = await tcp(speak);
    const error = await errorFrom((raw.address() as AddressInfo).port);
    raw.close();
    expect(error).toMatchObject({ code: 'network-failed', disposition: 'retry' });
    expect(error.message).toContain('http://a.example/x');
  });
  it('that refuses is tried again', async () => {
    const raw = await tcp(() => undefined);
    const { port } = raw.address() as AddressInfo;
    await new Promise((resolve) => raw.close(resolve));
    expect(await errorFrom(port)).toMatchObject({ code: 'network-failed', disposition: 'retry' });
  });
  it('that knows no such name is tried again', async () => {
    const fetcher = createFetcher({ userAgent: 'Test/1.0', resolve: noSuchName });
    const error = await failure(fetcher.fetch('http://nosuch.test/'));
    expect(error).toMatchObject({ code: 'dns-failed', disposition: 'retry' });
    await fetcher.close();
    expect((await failure(fetcher.fetch('http://nosuch.test/'))).disposition).toBe('retry');
  });
});
