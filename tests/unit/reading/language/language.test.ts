import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage, passageLanguage } from '../../../../src/reading/language/language.ts';

const samples: readonly (readonly [string, string])[] = [
  [
    'fr',
    'La deuxième saison confirme tout le bien que l’on pensait de cette série d’espionnage, servie par des comédiens inspirés.',
  ],
  [
    'en',
    'The second season confirms everything we liked about this spy drama, served by a cast that never puts a foot wrong.',
  ],
  [
    'es',
    'La segunda temporada confirma todo lo bueno que pensábamos de esta serie de espionaje, con unos actores inspirados.',
  ],
  [
    'de',
    'Die zweite Staffel bestätigt alles Gute, was wir über diese Spionageserie gedacht haben, getragen von starken Darstellern.',
  ],
  [
    'it',
    'La seconda stagione conferma tutto il bene che pensavamo di questa serie di spionaggio, con attori davvero ispirati.',
  ],
  [
    'ca',
    'La segona temporada confirma tot el que pensàvem d’aquesta sèrie d’espionatge, amb uns actors que estan molt inspirats.',
  ],
];

describe('detectLanguage', () => {
  it.each(samples)('reads %s', (code, text) => {
    expect(detectLanguage(text).code).toBe(code);
  });

  it('lets the page break the tie on a short text', () => {
    expect(detectLanguage('Excellent !', ['fr-FR']).code).toBe('fr');
  });

  it('never lets the page overrule a long text', () => {
    expect(detectLanguage(samples[0]?.[1] ?? '', ['en']).code).toBe('fr');
  });

  it('says und for text without language', () => {
    expect(detectLanguage('12 345 — 67,8 %').code).toBe('und');
  });

  it('never throws and is the same twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(detectLanguage(text)).toEqual(detectLanguage(text));
      }),
    );
  });
});

describe('passageLanguage', () => {
  it('hears an English quotation in a French article', () => {
    expect(passageLanguage('“This is the best show on television right now.”', 'fr')).toBe('en');
  });

  it('keeps a French sentence that names an English title', () => {
    expect(passageLanguage('Avec The Agency, la série de Canal+ a trouvé son remake américain.', 'fr')).toBe('fr');
  });
});
