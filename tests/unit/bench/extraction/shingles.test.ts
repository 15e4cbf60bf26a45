import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harmonic, overlap } from '../../../../src/bench/extraction/shingles.ts';

const words = fc.array(fc.constantFrom('une', 'île', 'sans', 'fin', 'deux', 'saisons'), { maxLength: 30 });
const text = words.map((each) => each.join(' '));

describe('the overlap of texts', () => {
  it('is whole for the same words, however they are set', () => {
    expect(overlap('Une île sans fin, en hiver.', 'Une île\n\nsans fin — en hiver')).toEqual({
      precision: 1,
      recall: 1,
      f1: 1,
    });
  });

  it('is nothing for texts without a run of four words in common', () => {
    expect(overlap('une île sans fin', 'fin sans une île')).toEqual({ precision: 0, recall: 0, f1: 0 });
  });

  it('counts runs of four words as often as they stand there', () => {
    // Truth: abcd bcde; found: abcd bcde cdef.
    expect(overlap('a b c d e', 'a b c d e f')).toEqual({ precision: 2 / 3, recall: 1, f1: 0.8 });
    // Truth: aaaa once; found: aaaa three times.
    expect(overlap('a a a a', 'a a a a a a')).toEqual({ precision: 1 / 3, recall: 1, f1: 0.5 });
  });

  it('takes a text of fewer words as one run', () => {
    expect(overlap('une île', 'une île').f1).toBe(1);
    expect(overlap('une île', 'une autre île').f1).toBe(0);
  });

  it.each([
    ['both', '', '', { precision: 1, recall: 1, f1: 1 }],
    ['the truth', '', 'une île sans fin', { precision: 0, recall: 1, f1: 0 }],
    ['what was found', 'une île sans fin', '', { precision: 0, recall: 0, f1: 0 }],
  ])('is defined when %s is empty', (_name, truth, found, figures) => {
    expect(overlap(truth, found)).toEqual(figures);
  });

  it('is a share, whole for a text and itself, and turns with its sides', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { precision, recall, f1 } = overlap(a, b);
        for (const share of [precision, recall, f1]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        expect(overlap(a, a)).toEqual({ precision: 1, recall: 1, f1: 1 });
      }),
    );
    const someText = text.filter((each) => each !== '');
    fc.assert(
      fc.property(someText, someText, (a, b) => {
        const { precision, recall, f1 } = overlap(a, b);
        expect(overlap(b, a)).toEqual({ precision: recall, recall: precision, f1 });
      }),
    );
  });
});

it('gives the harmonic mean, and nothing for nothing', () => {
  expect(harmonic(0.5, 1)).toBeCloseTo(2 / 3, 12);
  expect(harmonic(0, 0)).toBe(0);
});
