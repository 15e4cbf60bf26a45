import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/acquire/text.ts';

const SENTENCE = 'L’été, « c’est » l’œuvre';
/** The sentence in windows-1252. */
const LEGACY = Buffer.from('L\x92\xe9t\xe9, \xab c\x92est \xbb l\x92\x9cuvre', 'latin1');
const xml = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>`;

describe('decodeText', () => {
  it.each([
    ['UTF-8 without a word', Buffer.from(SENTENCE), null],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${SENTENCE}`), 'text/xml; charset=iso-8859-1'],
    ['UTF-16 with a byte order mark', Buffer.from(`\uFEFF${SENTENCE}`, 'utf16le'), null],
    ['the charset of the header', LEGACY, 'text/xml; charset="windows-1252"'],
    ['Latin-1, which means windows-1252', LEGACY, 'text/xml;charset=ISO-8859-1'],
    ['UTF-8 under a wrong header', Buffer.from(SENTENCE), 'text/xml; charset=iso-8859-1'],
    ['windows-1252 under a wrong header', LEGACY, 'application/xml; charset=utf-8'],
    ['windows-1252 without a word', LEGACY, null],
    ['a charset that does not exist', Buffer.from(SENTENCE), 'text/xml; charset=utf-99'],
    ['a gzip file', gzipSync(SENTENCE), 'application/gzip'],
  ])('reads %s', (_, bytes, contentType) => {
    expect(decodeText(bytes, contentType)).toBe(SENTENCE);
  });
  it('reads the XML declaration', () => {
    const bytes = Buffer.concat([Buffer.from(xml('ISO-8859-1')), LEGACY]);
    expect(decodeText(bytes, 'application/xml')).toBe(xml('ISO-8859-1') + SENTENCE);
    const koi = Buffer.concat([Buffer.from(xml('koi8-r')), Buffer.from([0xe4, 0xc1])]);
    expect(decodeText(koi, null)).toBe(`${xml('koi8-r')}Да`);
    const japanese = Buffer.concat([Buffer.from(xml('Shift_JIS')), Buffer.from([0x93, 0xfa])]);
    expect(decodeText(japanese, null)).toBe(`${xml('Shift_JIS')}日`);
  });
  it('refuses damaged gzip files and bombs', () => {
    const bomb = gzipSync(Buffer.alloc(11 * 1024 * 1024));
    for (const bytes of [bomb, gzipSync(SENTENCE).subarray(0, 20), Buffer.from([0x1f, 0x8b, 0, 0])]) {
      expect(() => decodeText(bytes, null)).toThrow(expect.objectContaining({ code: 'encoding-invalid' }));
    }
  });
});
