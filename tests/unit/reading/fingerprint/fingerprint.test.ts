import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containment, fingerprint } from '../../../../src/reading/fingerprint/fingerprint.ts';

const wire =
  'La quatrième saison sera diffusée à partir du 22 octobre. Dix épisodes inédits ont été tournés entre Paris et Moscou. ' +
  'La production précise que le tournage a duré six mois. Les deux premiers épisodes seront montrés en avant-première à la presse.';

describe('fingerprint', () => {
  it('recognises wire copy under another first sentence', () => {
    const copy = wire.replace(/^[^.]+\./u, 'Canal+ a choisi son automne.');
    expect(containment(fingerprint(wire), fingerprint(copy))).toBeGreaterThan(0.5);
  });

  it('keeps unrelated texts apart', () => {
    const other =
      'A slow-burning second run, and all the better for it: the show trusts silence more than gunfire, and its cast can carry it.';
    expect(containment(fingerprint(wire), fingerprint(other))).toBe(0);
  });

  it('does not depend on case, accents or punctuation', () => {
    expect(fingerprint(wire.toUpperCase().replaceAll('.', ' !'))).toEqual(fingerprint(wire));
  });

  it('gives sorted 32-bit integers for any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500 }), (text) => {
        const prints = fingerprint(text);
        expect([...prints].sort((a, b) => a - b)).toEqual(prints);
        for (const print of prints) expect(print | 0).toBe(print);
      }),
    );
  });
});
