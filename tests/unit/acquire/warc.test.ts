import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWarc } from '../../../src/acquire/warc.ts';
import { isRevueError } from '../../../src/domain/errors.ts';

const record = (type: string, url: string, block: string | Buffer): Buffer => {
  const body = Buffer.from(block);
  const head = `WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2015-06-02T08:00:00Z\r\nContent-Length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body, Buffer.from('\r\n\r\n')]);
};
const answer = (body: string | Buffer, headers = ''): Buffer =>
  Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${headers}\r\n`), Buffer.from(body)]);
const texts = (file: Uint8Array): readonly string[] =>
  [...readWarc(file)].map(({ bytes }) => Buffer.from(bytes).toString('utf8'));

describe('readWarc', () => {
  const archive = Buffer.concat([
    record('warcinfo', 'urn:x', 'software: test'),
    record('request', 'http://journal.example/1', 'GET / HTTP/1.1\r\n\r\n'),
    record('response', 'http://journal.example/1', answer('<p>Un\r\n\r\ndeux</p>')),
    record(
      'response',
      'http://journal.example/2',
      answer('6\r\n<p>Un \r\n8\r\ndeux</p>\r\n0\r\n\r\n', 'Transfer-Encoding: chunked\r\n'),
    ),
    record('response', 'http://journal.example/3', answer(gzipSync('<p>trois</p>'), 'Content-Encoding: gzip\r\n')),
    record('response', 'http://journal.example/4', 'HTTP/1.1 404 Not Found\r\n\r\nrien'),
    record(
      'response',
      'http://journal.example/5',
      answer(Buffer.from([0x1f, 0x8b, 1, 2]), 'Content-Encoding: gzip\r\n'),
    ),
  ]);

  it('gives the answered pages, unchunked and inflated, and passes over the rest', () => {
    expect(texts(archive)).toEqual(['<p>Un\r\n\r\ndeux</p>', '<p>Un deux</p>', '<p>trois</p>']);
  });

  it('reads an archive whose records are compressed one by one', () => {
    const packed = Buffer.concat([gzipSync(archive.subarray(0, 0)), gzipSync(archive)]);
    expect(texts(packed)).toHaveLength(3);
  });

  it('refuses what is no archive', () => {
    expect(() => texts(Buffer.from('<html>\r\n\r\n</html>'))).toThrow(
      expect.objectContaining({ code: 'warc-unreadable' }),
    );
  });

  it('ends, with pages or a refusal, for any damage', () => {
    fc.assert(
      fc.property(fc.nat(archive.length - 1), fc.uint8Array({ maxLength: 20 }), (at, bytes) => {
        const damaged = Buffer.concat([archive.subarray(0, at), bytes, archive.subarray(at)]);
        expect(pagesOrRefusal(damaged)).toBe(true);
      }),
    );
  });
});

function pagesOrRefusal(file: Uint8Array): boolean {
  try {
    return texts(file).length <= 4;
  } catch (error) {
    return isRevueError(error);
  }
}
