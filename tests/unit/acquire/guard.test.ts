import { connect, type LookupFunction } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkUrl, guardedLookup, isPublicAddress } from '../../../src/acquire/guard.ts';
import { isRevueError } from '../../../src/domain/errors.ts';
import { serve, type TestServer } from './servers.ts';

const SPECIAL = `0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.254 127.0.0.1 127.255.255.255
  169.254.169.254 169.254.170.2 172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.170 192.0.2.1 192.88.99.1 192.168.0.1
  198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
  :: ::1 ::127.0.0.1 ::7f00:1 4000::1 ::ffff:127.0.0.1 ::ffff:7f00:1 ::ffff:10.0.0.1 ::ffff:8.8.8.8 64:ff9b::a00:1 64:ff9b::7f00:1
  64:ff9b::808:808 64:ff9b:1::a00:1 100::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:2::1 2001:10::1 2001:20::1
  2001:db8::1 2002:a00:1::1 2002:7f00:1::1 3fff::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1
  ff0e::1 localhost 1 127.1 0x7f000001`.split(/\s+/);

const PUBLIC = `8.8.8.8 1.1.1.1 93.184.216.34 100.63.255.254 100.128.0.1 172.15.255.255 172.32.0.1 11.0.0.1 192.169.0.1
  198.17.255.255 198.20.0.1 223.255.255.254 2001:4860:4860::8888 2606:4700:4700::1111 2a00:1450:4007::1`.split(/\s+/);

function codeOf(url: string, allow?: Parameters<typeof checkUrl>[1]): string {
  try {
    checkUrl(url, allow);
    return 'accepted';
  } catch (error) {
    if (!isRevueError(error)) throw error;
    return `${error.code}, ${error.disposition}`;
  }
}

describe('isPublicAddress', () => {
  it.each(SPECIAL)('refuses %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
  it.each(PUBLIC)('accepts %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('checkUrl', () => {
  it.each([
    'http://localhouse.net/',
    'https://news.test:8443/a?b#c',
    'http://8.8.8.8/',
    'http://[2606:4700:4700::1111]/',
    'http://xn--lgende-bva.test/',
  ])('accepts %s', (url) => {
    expect(codeOf(url)).toBe('accepted');
  });
  it.each([
    '',
    'news.test/a',
    '/relative',
    'http://',
    'ftp://news.test/',
    'file:///etc/passwd',
    'gopher://localhost:25/_x',
    'data:text/html,hello',
    'javascript:alert(1)',
    'http://user@news.test/',
    'http://user:secret@news.test/',
    'http://:secret@news.test/',
    `http://news.test/${'a'.repeat(2048)}`,
    'http://news.test:99999/',
    'http://[::1',
  ])('calls %s invalid', (url) => {
    expect(codeOf(url)).toBe('url-invalid, quarantine');
  });
  it('accepts exactly 2,048 characters', () => {
    const start = 'http://news.test/';
    expect(codeOf(start + 'a'.repeat(2048 - start.length))).toBe('accepted');
    expect(codeOf(start + 'a'.repeat(2049 - start.length))).toBe('url-invalid, quarantine');
  });
  it('names the URL in one sentence, however long it is', () => {
    expect(() => checkUrl('ftp://news.test/x')).toThrow(/ftp:\/\/news\.test\/x .*\.$/);
    expect(() => checkUrl(`http://news.test/${'a'.repeat(1_000_000)}`)).toThrow(/^.{1,400}$/);
  });
  it('knows names under .example only where a newsroom is allowed, and there over http only', () => {
    const allow = { suffix: '.example', address: '127.0.0.1', port: 4000 } as const;
    for (const host of ['ponant.example', 'a.b.example', 'PONANT.EXAMPLE', 'ponant.example.', 'example']) {
      expect(codeOf(`http://${host}/`)).toBe('address-refused, quarantine');
      expect(codeOf(`http://${host}/`, allow)).toBe('accepted');
      expect(codeOf(`https://${host}/`, allow)).toBe('address-refused, quarantine');
    }
    expect(codeOf('http://notexample/', undefined)).toBe('accepted');
    expect(codeOf('http://127.0.0.1:4000/', allow)).toBe('address-refused, quarantine');
  });
});

const ask = (lookup: LookupFunction, all: boolean) =>
  new Promise<unknown>((resolve, reject) => {
    lookup('name.test', { all }, (error, address, family) => {
      if (error) reject(error);
      else resolve(all ? address : [address, family]);
    });
  });

describe('guardedLookup', () => {
  let victim: TestServer;
  beforeAll(async () => {
    victim = await serve((_, response) => response.end('SECRET'));
  });
  afterAll(() => victim.close());

  it('returns what was resolved, in both shapes that sockets ask for', async () => {
    const lookup = guardedLookup(async () => ['93.184.216.34', '2606:4700:4700::1111']);
    expect(await ask(lookup, false)).toEqual(['93.184.216.34', 4]);
    expect(await ask(lookup, true)).toEqual([
      { address: '93.184.216.34', family: 4 },
      { address: '2606:4700:4700::1111', family: 6 },
    ]);
  });
  it.each([
    ['127.0.0.1'],
    ['93.184.216.34', '127.0.0.1'],
    ['::ffff:127.0.0.1'],
    ['::1', '8.8.8.8'],
    ['0.0.0.0'],
    ['nonsense'],
  ])('refuses as soon as one address is not public: %s', async (...addresses) => {
    await expect(
      ask(
        guardedLookup(async () => addresses),
        true,
      ),
    ).rejects.toMatchObject({ code: 'address-refused' });
  });
  it('judges the very answer that is dialled, so a second, different answer gains nothing', async () => {
    const answers = [['93.184.216.34'], ['127.0.0.1']];
    let asked = 0;
    const lookup = guardedLookup(async () => answers[asked++] ?? []);
    expect(await ask(lookup, true)).toEqual([{ address: '93.184.216.34', family: 4 }]);
    const error = await new Promise<Error>((resolve, reject) => {
      connect({ host: 'rebind.test', port: victim.port, lookup })
        .once('error', resolve)
        .once('connect', () => reject(new Error('connected')));
    });
    expect(error).toMatchObject({ code: 'address-refused' });
    expect(asked).toBe(2);
    expect(victim.hits()).toBe(0);
  });
  it('passes a name that does not resolve on as a DNS error', async () => {
    const failing = guardedLookup(() => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })));
    await expect(ask(failing, true)).rejects.toMatchObject({ code: 'ENOTFOUND' });
    await expect(
      ask(
        guardedLookup(async () => []),
        true,
      ),
    ).rejects.toMatchObject({ code: 'ENOTFOUND' });
  });
});
