import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../src/catalogue/misspelt.ts';
import { shippedIndex } from '../../support/catalogue.ts';

const index = await shippedIndex();
const found = (text: string): readonly string[] =>
  index.scan(text).map(({ surface, candidates }) => `${surface} → ${candidates[0]?.entity.id}`);

describe('scan', () => {
  it('ignores accents, case, hyphens and kinds of apostrophes', () => {
    for (const text of ['Éric Rochant', 'ERIC ROCHANT', 'E\u0301ric Rochant']) {
      expect(found(text)).toEqual([`${text} → person:eric-rochant`]);
    }
    expect(found('Florence Loiret Caille')).toEqual(['Florence Loiret Caille → person:florence-loiret-caille']);
    expect(found('L’Obs')).toEqual(['L’Obs → organisation:le-nouvel-observateur']);
  });

  it('knows ligatures and a plus sign behind a blank', () => {
    expect(index.scan('CANAL + diffuse')[0]?.surface).toBe('CANAL +');
    expect(index.scan('Canal +2 ans')[0]?.surface).toBeUndefined();
  });

  it('knows titles whose article a contraction holds, in capitals only', () => {
    const surfaces = (text: string): readonly string[] => index.scan(text).map(({ surface }) => surface);
    expect(surfaces('le retour des Revenants')).toEqual(['Revenants']);
    expect(surfaces('le retour des revenants')).toEqual([]);
    expect(surfaces('ces Revenants')).toEqual([]);
    expect(surfaces('la fin du Bureau des légendes')).toEqual(['Bureau des légendes']);
  });

  it('takes the sign that ends a title, with or without a blank before it', () => {
    for (const title of ['Call My Agent!', 'Call My Agent !', 'Call My Agent']) {
      expect(index.scan(`${title} revient.`)[0]?.surface).toBe(title);
    }
  });

  it('takes the longest name', () => {
    expect(found('Le Bureau des légendes')).toEqual(['Le Bureau des légendes → show:le-bureau-des-legendes']);
    expect(found('sur Canal+.')).toEqual(['Canal+ → organisation:canal-plus']);
  });

  it('forgives slips in long names', () => {
    expect(found('the priceless Kassowits')).toEqual(['Kassowits → person:mathieu-kassovitz']);
    expect(found('Mathieu Kassowitz')).toEqual(['Mathieu Kassowitz → person:mathieu-kassovitz']);
    expect(found('Zineb Triky')).toEqual(['Zineb Triky → person:zineb-triki']);
    expect(index.scan('Kassowits')[0]?.candidates[0]?.distance).toBe(2);
  });

  it('forgives none in short names, small letters or another initial', () => {
    expect(found('Trikk')).toEqual([]);
    expect(found('kassowits')).toEqual([]);
    expect(found('Bassovitz')).toEqual([]);
  });

  it('does not join words over a comma or a line', () => {
    for (const text of ['Mathieu, Kassovitz', 'Mathieu\nKassovitz']) {
      expect(index.scan(text).map(({ surface }) => surface)).toEqual(['Mathieu', 'Kassovitz']);
    }
  });

  it('keeps offsets: every surface is its slice, in order, without overlap', () => {
    const word = fc.constantFrom(
      'Kassovitz',
      'le',
      'Bureau',
      'des',
      'Légendes',
      'E\u0301ric',
      'Rochant',
      '😀',
      '…',
      'Canal+',
      "l'",
      '-',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'grapheme' }))), (words) => {
        const text = words.join(' ');
        let last = 0;
        for (const { start, end, surface } of index.scan(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(surface).toBe(text.slice(start, end));
          last = end;
        }
      }),
    );
  });

  it.each([
    ['almost-names', Array.from({ length: 55_000 }, (_, i) => `Kassow${i.toString(36)}x Mathi${i % 97}`).join(' ')],
    ['one name', 'Mathieu '.repeat(125_000)],
    ['one letter', 'A '.repeat(500_000)],
    ['one word', 'A'.repeat(1_000_000)],
    ['capitals', 'ABCDEFGHIJ KLMNOP '.repeat(55_000)],
    ['letters with marks', 'E\u0301'.repeat(500_000)],
  ])('reads a megabyte of %s in reasonable time', (_, text) => {
    const start = performance.now();
    index.scan(text.slice(0, 1_000_000));
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('editDistance', () => {
  it('counts a swap of neighbours once', () => {
    expect(editDistance('amalric', 'almaric', 2)).toBeLessThanOrEqual(2);
    expect(editDistance('rochant', 'rohcant', 2)).toBe(1);
  });

  it('is symmetric, zero for the same, and never less than the difference in length', () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b, 20);
        expect(editDistance(b, a, 20)).toBe(distance);
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
    );
  });
});
