import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitPassages } from '../../../../src/reading/passages/passages.ts';

const sentences = (text: string, language: string) =>
  splitPassages(text, language).map(({ start, end }) => text.slice(start, end));

describe('splitPassages', () => {
  it('keeps block boundaries', () => {
    expect(sentences('Saison 5\nune fin qui divise', 'fr')).toEqual(['Saison 5', 'une fin qui divise']);
  });

  it('splits sentences that were glued together', () => {
    expect(sentences('It follows its ghost agents.A very unique series.', 'en')).toEqual([
      'It follows its ghost agents.',
      'A very unique series.',
    ]);
  });

  it('covers every character that is not white space, in order, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const spans = splitPassages(text, 'fr');
        const covered = spans.map(({ start, end }) => text.slice(start, end)).join('');
        expect(covered.replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        for (const [i, span] of spans.entries()) {
          expect(span.start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
          expect(span.end).toBeGreaterThan(span.start);
        }
      }),
    );
  });
});

describe('sentence traps', () => {
  const traps = readFileSync('fixtures/gold/sentences.tsv', 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));

  it('gets at least 26 of the 28 exactly right', () => {
    const right = traps.filter(([language = 'en', marked = '']) => {
      const expected = marked.split(' | ');
      return JSON.stringify(sentences(expected.join(' '), language)) === JSON.stringify(expected);
    });
    expect(right.length).toBeGreaterThanOrEqual(26);
  });
});
