import { readFileSync } from 'node:fs';
import { eld } from 'eld/large';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byByteGrams, readByteGrams, writeByteGrams } from '../../../../src/reading/language/byte-grams.ts';

const file = readFileSync('models/language.grams.bin');
const grams = readByteGrams(file);
const wordsOf = (path: string): readonly string[] => readFileSync(path, 'utf8').split(/\s+/u);

describe('byte grams', () => {
  it('tell the language that the package of their profiles tells, on any run of real words', () => {
    const words = ['README.md', 'fixtures/gold/mixed.json', 'fixtures/gold/links.txt'].flatMap(wordsOf);
    const run = fc
      .tuple(fc.nat(words.length - 1), fc.nat(60))
      .map(([at, length]) => words.slice(at, at + length).join(' '));
    fc.assert(
      fc.property(run, (text) => {
        expect(byByteGrams(text, grams) ?? '').toBe(eld.detect(text).language);
      }),
    );
  });

  // Bytes that no language of the profiles uses are blanks to the package and bytes to us.
  it('tell it of any letters of its languages', () => {
    const letters = "abcdefghijklmnopqrstuvwxyzéèàçñüößøåæабвгдежзиклмнопрстыяあいうの日本語한국어العربية ABCÉ1.,!-’'";
    const text = fc.string({ unit: fc.constantFrom(...Array.from(letters)), maxLength: 500 });
    fc.assert(
      fc.property(text, (any) => {
        expect(byByteGrams(any, grams) ?? '').toBe(eld.detect(any).language);
      }),
    );
  });

  it('are the same after they were read and written', () => {
    expect(Buffer.compare(Buffer.from(writeByteGrams(grams)), file)).toBe(0);
  });

  it('are refused when the file is another one, or cut', () => {
    const refused = expect.objectContaining({ code: 'bad-model' });
    expect(() => readByteGrams(new Uint8Array(100))).toThrow(refused);
    expect(() => readByteGrams(file.subarray(0, 1_000_000))).toThrow(refused);
  });
});
