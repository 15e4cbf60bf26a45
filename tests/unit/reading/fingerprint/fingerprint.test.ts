import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../../src/reading/fingerprint/fingerprint.ts';

const wire =
  'La quatrième saison sera diffusée à partir du 22 octobre. Dix épisodes inédits ont été tournés entre Paris et Moscou. ' +
  'La production précise que le tournage a duré six mois. Les deux premiers épisodes seront montrés en avant-première à la presse.';

/** Share of the fingerprints of the first text that the second has. */
function shared(first: string, second: string): number {
  const others = new Set(fingerprint(second));
  const own = fingerprint(first);
  return own.filter((print) => others.has(print)).length / own.length;
}

describe('fingerprint', () => {
  it('recognises wire copy under another first sentence', () => {
    expect(shared(wire, wire.replace(/^[^.]+\./u, 'Canal+ a choisi son automne.'))).toBeGreaterThan(0.5);
  });

  it('keeps unrelated texts apart', () => {
    const other =
      'A slow-burning second run, and all the better for it: the show trusts silence more than gunfire, and its cast can carry it.';
    expect(shared(wire, other)).toBe(0);
  });

  it('does not depend on case, accents or punctuation', () => {
    expect(fingerprint(wire.toUpperCase().replaceAll('.', ' !'))).toEqual(fingerprint(wire));
  });

  it('reads scripts without spaces character by character', () => {
    const chinese =
      '法国电视剧第四季将于十月二十二日开播，共十集，在巴黎和莫斯科拍摄，历时六个月，由两位导演轮流执导。';
    expect(shared(chinese.slice(10), chinese)).toBeGreaterThan(0.8);
  });

  it('finds nothing in fewer than four words', () => {
    expect(fingerprint('Une très belle')).toEqual([]);
  });

  it('keeps one fingerprint at least of any thirteen words that two texts share', () => {
    const word = fc.constantFrom(
      'une',
      'saison',
      'espions',
      'bureau',
      'à',
      'clandestins',
      'tourne',
      'le',
      'Moscou',
      'dix',
    );
    const words = (length: number) => fc.array(word, { minLength: length, maxLength: 40 });
    fc.assert(
      fc.property(words(13), words(0), words(0), (common, before, after) => {
        const prints = new Set(fingerprint([...before, ...common, ...after].join(' ')));
        expect(fingerprint(common.join(' ')).some((print) => prints.has(print))).toBe(true);
      }),
    );
  });

  it('gives sorted 32-bit integers for any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500 }), (text) => {
        const prints = fingerprint(text);
        expect([...new Set(prints)].sort((a, b) => a - b)).toEqual(prints);
        for (const print of prints) expect(print | 0).toBe(print);
      }),
    );
  });
});
