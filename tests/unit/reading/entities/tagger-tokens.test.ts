import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, shapes, tokenise } from '../../../../src/reading/entities/tagger/tokens.ts';

const tokensOf = (text: string) => tokenise(text, [{ start: 0, end: text.length }]);
function split(text: string): readonly string[] {
  const { count, starts, ends } = tokensOf(text);
  return Array.from({ length: count }, (_, i) => text.slice(starts[i], ends[i]));
}

describe('tokens', () => {
  it.each([
    ['Jean-Pierre joue.', ['Jean-Pierre', 'joue', '.']],
    ['l’Algérie d’Éric', ['l’', 'Algérie', 'd’', 'Éric']],
    ['Kassovitz’s face', ['Kassovitz', '’s', 'face']],
    ['Josh O’Connor', ['Josh', 'O’', 'Connor']],
    ['J.J. Abrams et M. Night.', ['J.J.', 'Abrams', 'et', 'M.', 'Night', '.']],
    ['sur Canal+, hier', ['sur', 'Canal+', ',', 'hier']],
    ['«Oui»', ['«', 'Oui', '»']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it.each([
    ['série', shapes.lower],
    ['Jean-Pierre', shapes.capital],
    ['DGSE', shapes.capitals],
    ['É', shapes.initial],
    ['iTunes', shapes.mixed],
    ['2015', shapes.digits],
    ['(', shapes.mark],
  ])('%s has its shape', (text, shape) => {
    expect(tokensOf(text).shapes[0]).toBe(shape);
  });

  it('have the same word however they are capitalised and whichever apostrophe they have', () => {
    expect(tokensOf('L’été').words[0]).toBe(hashOf("l'"));
    expect(tokensOf('ÉLYSÉE').words[0]).toBe(hashOf('élysée'));
  });

  it('cover everything but blanks, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(split(text).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });
});
