import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFetcher, type Fetcher } from '../../../src/acquire/fetch.ts';
import { createRobotsGate } from '../../../src/acquire/robots-gate.ts';
import { serve, type TestServer } from './servers.ts';

const HOUR = 3600 * 1000;
let server: TestServer;
let fetcher: Fetcher;
let status = 200;
let body: string | Buffer = '';
let asked: string[] = [];

beforeAll(async () => {
  server = await serve((request, response) => {
    asked.push(`${request.headers.host}${request.url}`);
    if (status === 0) request.socket.destroy();
    else if (status === 302) response.writeHead(302, { location: `${request.url}x` }).end();
    else if (status === 301 && request.headers.host === 'a.example') {
      response.writeHead(301, { location: 'http://b.example/robots.txt' }).end();
    } else response.writeHead(status === 301 ? 200 : status).end(body);
  });
  fetcher = createFetcher({ userAgent: 'Revue/1.0', allow: server.origin, totalMs: 3000 });
});
afterAll(async () => {
  await fetcher.close();
  await server.close();
});
beforeEach(() => {
  [status, body, asked] = [200, 'User-agent: *\nDisallow: /private\nCrawl-delay: 7', []];
});

describe('createRobotsGate', () => {
  it('answers by the rules of the site', async () => {
    const gate = createRobotsGate(fetcher, 'Revue/1.0');
    expect(await gate.allowed('http://a.example/public')).toBe(true);
    expect(await gate.allowed('http://a.example/private/x')).toBe(false);
    expect(await gate.verdict('http://a.example/public')).toEqual({
      allowed: true,
      unreachable: false,
      delaySeconds: 7,
    });
    expect(asked).toEqual(['a.example/robots.txt']);
  });
  it('spells the URL as it would be requested', async () => {
    body = 'User-agent: *\nDisallow: /été';
    expect(await createRobotsGate(fetcher, 'Revue').allowed('http://a.example/été/1')).toBe(false);
  });
  it.each([400, 401, 403, 404, 410, 429, 451])('takes %i for "no rules"', async (code) => {
    status = code;
    expect(await createRobotsGate(fetcher, 'Revue').allowed('http://a.example/private')).toBe(true);
  });
  it.each([500, 503, 599, 0])('takes %i for "nothing is allowed", and soon asks again', async (code) => {
    let now = 0;
    const gate = createRobotsGate(fetcher, 'Revue', () => now);
    status = code;
    expect(await gate.verdict('http://a.example/public')).toMatchObject({ allowed: false, unreachable: true });
    status = 200;
    now = 400;
    expect(await gate.allowed('http://a.example/public')).toBe(false);
    now = 600;
    expect(await gate.allowed('http://a.example/public')).toBe(true);
  });
  it('leaves a site that stays away alone for longer and longer, to ten minutes', async () => {
    let now = 0;
    const gate = createRobotsGate(fetcher, 'Revue', () => now);
    status = 503;
    const rests: number[] = [];
    let last = 0;
    for (; now < 2 * HOUR; now += 250) {
      const before = asked.length;
      await gate.allowed('http://a.example/public');
      if (asked.length > before && now > 0) rests.push(now - last);
      if (asked.length > before) last = now;
    }
    expect(rests.slice(0, 4)).toEqual([500, 1_000, 2_000, 4_000]);
    expect(Math.max(...rests)).toBe(600_000);
  });
  it('takes a refused address for "nothing is allowed"', async () => {
    expect(await createRobotsGate(fetcher, 'Revue').allowed('http://127.0.0.1/')).toBe(false);
  });
  it('follows redirects, and takes too many of them for "no rules"', async () => {
    status = 301;
    expect(await createRobotsGate(fetcher, 'Revue').allowed('http://a.example/private')).toBe(false);
    expect(asked).toEqual(['a.example/robots.txt', 'b.example/robots.txt']);
    status = 302;
    expect(await createRobotsGate(fetcher, 'Revue').allowed('http://a.example/private')).toBe(true);
    expect(asked).toHaveLength(8);
  });
  it('asks each site once a day, also when many ask at once', async () => {
    let now = 0;
    const gate = createRobotsGate(fetcher, 'Revue', () => now);
    await Promise.all(Array.from({ length: 20 }, (_, i) => gate.allowed(`http://a.example/${i}`)));
    await gate.allowed('http://b.example/');
    expect(asked).toEqual(['a.example/robots.txt', 'b.example/robots.txt']);
    now = 23.9 * HOUR;
    await gate.allowed('http://a.example/');
    expect(asked).toHaveLength(2);
    body = 'User-agent: *\nDisallow: /';
    now = 24.1 * HOUR;
    expect(await gate.allowed('http://a.example/')).toBe(false);
    expect(asked).toHaveLength(3);
  });
  it('reads the first 512 KiB of an endless file', async () => {
    const filler = `# ${'x'.repeat(97)}\n`;
    body = `User-agent: *\n${filler.repeat(5150)}Disallow: /early\n${filler.repeat(5000)}Disallow: /late\n`;
    expect(body.indexOf('/early')).toBeGreaterThan(500 * 1024);
    const gate = createRobotsGate(fetcher, 'Revue');
    expect(await gate.allowed('http://a.example/early')).toBe(false);
    expect(await gate.allowed('http://a.example/late')).toBe(true);
  });
});
