import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRevueError } from '../../../../src/domain/errors.ts';
import { decode } from '../../../../src/reading/decode/decode.ts';

const bytesOf = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array =>
  new Uint8Array(Buffer.from(text, encoding));
const page = (bytes: Uint8Array, contentType: string | null = null) => ({
  url: 'http://journal.example/a',
  contentType,
  bytes,
  given: {},
});

/** The text of some bytes, or the code of the refusal; anything else is thrown. */
function textOrRefusal(bytes: Uint8Array): string {
  try {
    return decode(page(bytes)).text;
  } catch (error) {
    if (isRevueError(error) && error.disposition === 'quarantine') return error.code;
    throw error;
  }
}

describe('decode', () => {
  it('reads UTF-8 whatever one-byte charset is declared', () => {
    const decoded = decode(page(bytesOf('<p>Éric l’œil</p>'), 'text/html; charset=iso-8859-1'));
    expect(decoded).toMatchObject({ text: '<p>Éric l’œil</p>', encoding: 'utf-8', mediaType: 'text/html' });
  });

  it('reads the curly quotes, œ and € of windows-1252', () => {
    const legacy = new Uint8Array([0x3c, 0x70, 0x3e, 0x93, 0x9c, 0x94, 0x80, 0x92]);
    expect(decode(page(legacy, 'text/html')).text).toBe('<p>“œ”€’');
  });

  it('takes the charset that the page declares of itself', () => {
    const polish: Readonly<Record<string, number>> = { Ł: 0xa3, ó: 0xf3, ź: 0xbc };
    const text = '<html><head><meta charset="iso-8859-2"></head><body>\u0141\u00F3d\u017A</body>';
    const body = Array.from(text, (character) => polish[character] ?? character.charCodeAt(0));
    expect(decode(page(Uint8Array.from(body))).text).toContain('Łódź');
  });

  it('finds a declaration far down in the head, and in an XML declaration', () => {
    const far = `<head>${'<!-- rien -->'.repeat(400)}<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15"></head>`;
    const euro = new Uint8Array([...bytesOf(far, 'latin1'), 0xa4, 0xbd]);
    expect(decode(page(euro, 'text/html'))).toMatchObject({ encoding: 'iso-8859-15' });
    expect(decode(page(euro, 'text/html')).text).toMatch(/€œ$/u);
    const xml = bytesOf('<?xml version="1.0" encoding="windows-1250"?><html><body>\u009coda</body></html>', 'latin1');
    expect(decode(page(xml))).toMatchObject({ encoding: 'windows-1250', mediaType: 'text/html' });
    expect(decode(page(xml)).text).toContain('śoda');
  });

  it('believes the header before the page, and neither of them when it is unknown or says UTF-8 wrongly', () => {
    const cyrillic = new Uint8Array([...bytesOf('<meta charset="windows-1252"><p>'), 0xc6, 0xc9, 0xcc, 0xd8, 0xcd]);
    expect(decode(page(cyrillic, 'text/html; charset=koi8-r')).text).toContain('фильм');
    const french = new Uint8Array([...bytesOf('<meta charset="utf-8"><p>d'), 0xe9, 0x6a, 0xe0]);
    expect(decode(page(french, 'text/html; charset=no-such-thing'))).toMatchObject({ encoding: 'windows-1252' });
    expect(decode(page(french, 'text/html; charset=no-such-thing')).text).toContain('déjà');
  });

  it('takes iso-8859-1 for windows-1252, as browsers do', () => {
    const quoted = new Uint8Array([...bytesOf('<p>'), 0x93, 0xe9, 0x94]);
    expect(decode(page(quoted, 'text/html; charset=ISO-8859-1'))).toMatchObject({
      encoding: 'windows-1252',
      text: '<p>“é”',
    });
  });

  it('keeps the accents of a UTF-8 page with a few bad bytes', () => {
    const good = bytesOf('<p>Été, forêt, déjà, Noël, cœur, où.</p>');
    const mixed = new Uint8Array([...good, 0x92, ...good]);
    const decoded = decode(page(mixed, 'text/html; charset=iso-8859-1'));
    expect(decoded.encoding).toBe('utf-8');
    expect(decoded.text).toBe(`<p>Été, forêt, déjà, Noël, cœur, où.</p>\uFFFD<p>Été, forêt, déjà, Noël, cœur, où.</p>`);
  });

  it('reads a page that breaks off in the middle of a character', () => {
    expect(decode(page(bytesOf('<p>Une série télé').slice(0, -1))).text).toBe('<p>Une série tél');
  });

  it('undoes UTF-8 that was encoded twice, and leaves alone what only looks like it', () => {
    const twice = bytesOf(bytesOf('<p>Déjà vu</p>').reduce((text, byte) => text + String.fromCharCode(byte), ''));
    expect(decode(page(twice)).text).toBe('<p>Déjà vu</p>');
    expect(decode(page(bytesOf('<p>« Ã© » au lieu de « é »</p>'))).text).toBe('<p>« Ã© » au lieu de « é »</p>');
  });

  it('reads UTF-16 with and without its mark, and does not believe in it where it is not', () => {
    const wide = bytesOf('<p>Été</p>', 'utf16le');
    expect(decode(page(wide)).text).toBe('<p>Été</p>');
    expect(decode(page(new Uint8Array([0xff, 0xfe, ...wide]))).text).toBe('<p>Été</p>');
    const claimed = bytesOf('<meta charset="utf-16"><p>Été</p>', 'latin1');
    expect(decode(page(claimed, 'text/html; charset=utf-16')).text).toContain('<p>Été</p>');
  });

  it('drops NUL, which no database stores', () => {
    expect(decode(page(bytesOf(`<p>${'mot '.repeat(50)}\0fin</p>`))).text).not.toContain('\0');
  });

  it.each([
    ['an empty page', bytesOf(''), 'empty-page'],
    ['blanks', bytesOf(' \n '), 'empty-page'],
    ['a PDF', bytesOf('%PDF-1.7 …'), 'not-text'],
    ['an image served as HTML', bytesOf('\u0089PNG\r\n', 'latin1'), 'not-text'],
    ['binary data', Uint8Array.from({ length: 400 }, (_, i) => i % 8), 'not-text'],
    ['more than 10 MiB', new Uint8Array(10 * 1024 * 1024 + 1).fill(97), 'page-too-large'],
  ])('refuses %s', (_name, bytes, code) => {
    expect(() => decode(page(bytes, 'text/html'))).toThrow(
      expect.objectContaining({ code, disposition: 'quarantine' }),
    );
  });

  it('gives text back or refuses with a code, for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(textOrRefusal(bytes)).toMatch(/\S/u);
      }),
    );
  });
});
