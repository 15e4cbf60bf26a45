import { setTimeout as rest } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFetcher, type Fetcher } from '../../src/acquire/fetch.ts';
import { createRobotsGate } from '../../src/acquire/robots-gate.ts';
import { serve, type TestServer } from '../unit/acquire/servers.ts';

let asked = 0;
let server: TestServer;
let fetcher: Fetcher;

beforeAll(async () => {
  server = await serve((request, response) => {
    asked += 1;
    if (asked === 1) request.socket.destroy();
    else response.end('User-agent: *\nDisallow: /private');
  });
  fetcher = createFetcher({ userAgent: 'Revue/1.0', allow: server.origin, totalMs: 3000 });
});
afterAll(async () => {
  await fetcher.close();
  await server.close();
});

// On a busy machine one request for robots.txt was lost; the answer was kept for ten minutes, and all pages of the site were put aside.
it('robots.txt is asked for again before the pages of the site are given up', async () => {
  const gate = createRobotsGate(fetcher, 'Revue/1.0');
  expect(await gate.verdict('http://a.example/page')).toMatchObject({ allowed: false, unreachable: true });
  await rest(600);
  expect(await gate.verdict('http://a.example/page')).toMatchObject({ allowed: true, unreachable: false });
});
