import { isIP } from 'node:net';
import { Agent, request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFetcher } from '../../../src/acquire/fetch.ts';
import { createGuardedAgent, type Resolve } from '../../../src/acquire/guard.ts';
import { failure, serve, type TestServer } from './servers.ts';

/** Names that an attacker controls, and what they resolve to. */
const ZONE: Readonly<Record<string, readonly string[]>> = {
  localhost: ['127.0.0.1'],
  'localtest.test': ['::1', '127.0.0.1'],
  'company.127.0.0.1.nip.test': ['127.0.0.1'],
  'mixed.test': ['93.184.216.34', '127.0.0.1'],
  'mapped.test': ['::ffff:127.0.0.1'],
  'ip6-localhost': ['::1'],
  'zero.test': ['0.0.0.0'],
  'metadata.test': ['169.254.169.254'],
};

const resolve: Resolve = async (hostname) => {
  const found = isIP(hostname) ? [hostname] : ZONE[hostname.replace(/\.$/, '').toLowerCase()];
  if (found === undefined) throw Object.assign(new Error(`no ${hostname}`), { code: 'ENOTFOUND' });
  return found;
};

/** Spellings of loopback; `PORT` becomes the victim's. */
const LITERALS = [
  'http://127.0.0.1:PORT',
  'http://0.0.0.0:PORT',
  'http://[::]:PORT/',
  'http://[::1]:PORT/',
  'http://[0000::1]:PORT/',
  'http://[0:0:0:0:0:ffff:127.0.0.1]:PORT',
  'http://[::ffff:127.0.0.1]:PORT',
  'http://[::ffff:7f00:1]:PORT',
  'http://[::127.0.0.1]:PORT',
  'http://[64:ff9b::7f00:1]:PORT',
  'http://127.127.127.127:PORT',
  'http://127.0.1.3:PORT',
  'http://127.0.0.2:PORT',
  'http://0:PORT/',
  'http://127.1:PORT',
  'http://127.0.1:PORT',
  'http://2130706433:PORT/',
  'http://0177.0.0.1:PORT/',
  'http://0x7f000001:PORT',
  'http://0x7f.0.0.1:PORT',
  'http://0x7F.1:PORT',
  'http://017700000001:PORT',
  'http://①②⑦.⓪.⓪.①:PORT/',
  'http://127。0。0。1:PORT/',
  'http://%31%32%37.0.0.1:PORT/',
  'http://127.1.1.1:PORT\\@127.2.2.2:PORT/',
  'http://127.1.1.1:PORT\\@@127.2.2.2:PORT/',
  'http://127.1.1.1:PORT#\\@127.2.2.2:PORT/',
  'http:127.0.0.1:PORT/',
  'http:/\\127.0.0.1:PORT/',
  ' http://127.0.0.1:PORT/ ',
  'ht\ntp://127.0.0.1:PORT/',
  'http://127.0.0.1.:PORT/',
  'http://public.test@127.0.0.1:PORT/',
  'http://news.example@127.0.0.1:PORT/',
  'http://127.0.0.1:PORT/?x=news.example',
  'http://127.0.0.1:PORT#.example',
  'http://127.0.0.1:PORT/.example',
  'https://127.0.0.1:PORT/',
];
const NAMES = [
  'http://localhost:PORT',
  'http://LOCALHOST:PORT/',
  'http://localhost.:PORT/',
  'http://localtest.test:PORT',
  'http://company.127.0.0.1.nip.test:PORT',
  'http://mixed.test:PORT/',
  'http://mapped.test:PORT/',
  'http://ip6-localhost:PORT',
  'http://zero.test:PORT/',
  'http://metadata.test:PORT/latest/meta-data/',
  'http://localhost:PORT/.example',
  'https://localhost:PORT/',
  'https://mixed.test:PORT/',
];
const SCHEMES = ['file:///etc/passwd', 'gopher://localhost:PORT/_x', 'ftp://127.0.0.1:PORT/', 'ws://127.0.0.1:PORT/'];
const REDIRECTED = [...LITERALS, ...NAMES, ...SCHEMES, '//127.0.0.1:PORT/', '\\\\127.0.0.1:PORT/'];
const STATUSES = [301, 302, 303, 307, 308];

let victims: readonly TestServer[] = [];
let redirector: TestServer;
const hits = () => victims.reduce((sum, victim) => sum + victim.hits(), 0);
const aimed = (url: string) => url.replaceAll('PORT', String(victims[0]?.port));
const redirecting = (url: string, status = 302) =>
  `http://r.example/?status=${status}&to=${encodeURIComponent(aimed(url))}`;

beforeAll(async () => {
  const secret = await serve((_, response) => response.end('SECRET'));
  const others = ['::1', '127.0.0.2', '127.0.1.3', '127.1.1.1', '127.2.2.2', '127.127.127.127'];
  // Not every machine has IPv6 or the whole of 127/8 at hand; the victims that exist must suffice.
  const started = await Promise.allSettled(
    others.map((address) => serve((_, response) => response.end('SECRET'), address, secret.port)),
  );
  victims = [secret, ...started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))];
  redirector = await serve((incoming, response) => {
    const query = new URL(incoming.url ?? '', 'http://r.example').searchParams;
    // Servers send whatever bytes they like; Node's own only Latin-1 characters, and no line breaks.
    const location = Buffer.from(query.get('to')?.replaceAll('\n', '') ?? '').toString('latin1');
    response.writeHead(Number(query.get('status') ?? 404), { location }).end();
  });
});
afterAll(async () => {
  await Promise.all([redirector, ...victims].map((server) => server.close()));
});

describe('attacks on the machine itself', () => {
  it('have victims that an unguarded client reaches', async () => {
    const before = hits();
    const agent = new Agent();
    for (const url of LITERALS.filter((literal) => !literal.includes('['))) {
      await request(aimed(url), { dispatcher: agent }).then(
        ({ body }) => body.dump(),
        () => undefined,
      );
    }
    await agent.destroy();
    expect(hits() - before).toBeGreaterThan(10);
  });

  it.each(['without a newsroom', 'with a newsroom'])('reach nothing, %s', async (mode) => {
    const allow = mode === 'with a newsroom' ? { allow: redirector.origin } : {};
    const fetcher = createFetcher({ userAgent: 'Test/1.0', resolve, totalMs: 3000, ...allow });
    const before = hits();
    for (const url of [...LITERALS, ...NAMES, ...SCHEMES]) {
      const error = await failure(fetcher.fetch(aimed(url)));
      expect({ url, code: error.code }).toEqual({
        url,
        code: expect.stringMatching(/^(?:address-refused|url-invalid)$/),
      });
      expect(error.disposition).toBe('quarantine');
    }
    await fetcher.close();
    expect(hits() - before).toBe(0);
  });

  it('reach nothing through redirects of any kind', async () => {
    const fetcher = createFetcher({ userAgent: 'Test/1.0', resolve, totalMs: 3000, allow: redirector.origin });
    const [before, asked] = [hits(), redirector.hits()];
    const urls = [
      ...REDIRECTED.map((url) => redirecting(url)),
      ...STATUSES.map((status) => redirecting('http://127.0.0.1:PORT/', status)),
      redirecting(redirecting(redirecting('http://127.0.0.1:PORT/'))),
    ];
    for (const url of urls) {
      const error = await failure(fetcher.fetch(url));
      // `http:127.0.0.1/` in a redirect is a path on the same host, and gone.
      expect({ url, code: error.code }).toEqual({
        url,
        code: expect.stringMatching(/^(?:address-refused|url-invalid|gone)$/),
      });
    }
    await fetcher.close();
    expect(redirector.hits() - asked).toBeGreaterThanOrEqual(urls.length);
    expect(hits() - before).toBe(0);
  });

  it('cannot choose the port of the newsroom', async () => {
    const fetcher = createFetcher({ userAgent: 'Test/1.0', resolve, totalMs: 3000, allow: redirector.origin });
    const [before, asked] = [hits(), redirector.hits()];
    await failure(fetcher.fetch(aimed('http://r.example:PORT/?status=404')));
    await failure(fetcher.fetch(aimed('http://127.0.0.1.example:PORT/?status=404')));
    await fetcher.close();
    expect([hits() - before, redirector.hits() - asked]).toEqual([0, 2]);
  });

  it('fail at the socket even if a URL were not checked before', async () => {
    const agent = createGuardedAgent({ resolve, connectMs: 2000 });
    const before = hits();
    for (const url of [
      'http://127.0.0.1:PORT/',
      'http://[::1]:PORT/',
      'http://mixed.test:PORT/',
      'http://x.example/',
    ]) {
      await expect(request(aimed(url), { dispatcher: agent })).rejects.toMatchObject({ code: 'address-refused' });
    }
    await agent.destroy();
    expect(hits() - before).toBe(0);
  });

  it('asks once per connection and stays with the answer', async () => {
    let asked = 0;
    const flip: Resolve = async () => (asked++ % 2 === 0 ? ['127.0.0.1'] : ['10.0.0.1']);
    const fetcher = createFetcher({ userAgent: 'Test/1.0', resolve: flip, totalMs: 3000 });
    const before = hits();
    const errors = [];
    for (let i = 0; i < 4; i++) errors.push(await failure(fetcher.fetch(aimed('http://rebind.test:PORT/'))));
    await fetcher.close();
    expect(asked).toBe(4);
    expect(errors.map((error) => error.code)).toEqual(Array(4).fill('address-refused'));
    expect(errors[0]?.message).toContain('rebind.test');
    expect(hits() - before).toBe(0);
  });
});
