import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenise } from '../../../src/reading/entities/tagger/tokens.ts';
import { aligned } from '../../../src/training/names/aligned.ts';
import { textOf } from '../../../src/training/names/corpus.ts';
import { framesOf } from '../../../src/training/names/frames.ts';
import { swapNames } from '../../../src/training/names/swap.ts';

const sentence = (text: string, names: readonly (readonly [surface: string, type: string])[]) => ({
  text,
  mentions: names.map(([surface, type]) => {
    const start = text.indexOf(surface);
    return { start, end: start + surface.length, type };
  }),
});

const text = textOf([
  sentence('Paul Durand joue Alice Morel à Brest.', [
    ['Paul Durand', 'person'],
    ['Alice Morel', 'character'],
    ['Brest', 'place'],
  ]),
  sentence('MOREL aime Durand, dit Mme Morel.', [
    ['MOREL', 'character'],
    ['Durand', 'person'],
    ['Mme Morel', 'character'],
  ]),
]);
const surfaces = (seed: number): readonly string[] => {
  const swapped = swapNames(text, 'fr', seed);
  return swapped.names.map(({ start, end }) => swapped.text.slice(start, end));
};
const seeds = fc.integer({ min: 0, max: 10_000 });

describe('swapped names', () => {
  it('stand for the same person throughout a document, in the same capitals', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [player = '', character = '', , loud = '', again = '', titled = ''] = surfaces(seed);
        expect(player.endsWith(` ${again}`)).toBe(true);
        expect(character.toUpperCase().endsWith(` ${loud}`)).toBe(true);
        expect(titled.startsWith('Mme ')).toBe(true);
      }),
    );
  });

  it('leave the words around them as they were, and the types', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const swapped = swapNames(text, 'fr', seed);
        let rest = swapped.text;
        for (const { start, end } of swapped.names.toReversed()) rest = `${rest.slice(0, start)}#${rest.slice(end)}`;
        expect(rest).toBe('# joue # à #.\n# aime #, dit #.');
        expect(swapped.names.map(({ type }) => type)).toEqual(text.names.map(({ type }) => type));
        expect(swapped.passages.map(({ start, end }) => swapped.text.slice(start, end))).toEqual(
          swapped.text.split('\n'),
        );
      }),
    );
  });

  it('are fixed by the seed', () => {
    expect(surfaces(5)).toEqual(surfaces(5));
    expect(surfaces(5)).not.toEqual(surfaces(6));
  });
});

describe.each(['fr', 'en'] as const)('frames, %s', (language) => {
  it('hold names whose borders are those of tokens, and no mark-up', () => {
    for (const frame of framesOf(language)) {
      expect(frame.text).not.toMatch(/[[\]]/u);
      expect(frame.names.length).toBeGreaterThan(0);
      expect(aligned(tokenise(frame.text, frame.passages), frame.names)).not.toContain(null);
    }
  });
});
