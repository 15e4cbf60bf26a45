import { describe, expect, it } from 'vitest';
import { measure } from '../../src/evaluation/measure.ts';
import figures from '../../src/reading/sentiment/lexicon/figures.json' with { type: 'json' };
import weights from '../../src/reading/sentiment/lexicon/weights.json' with { type: 'json' };
import { judgeCases, toneCases } from '../../src/training/sentiment/lexicon.ts';

/** A little under what was measured on the cases that the weights were fitted on; the sentences set aside have no floor. */
const floors = {
  es: { accuracy: 0.86, macroF1: 0.84, neutralRecall: 0.94 },
  de: { accuracy: 0.81, macroF1: 0.77, neutralRecall: 0.96 },
  it: { accuracy: 0.83, macroF1: 0.8, neutralRecall: 0.94 },
  pt: { accuracy: 0.84, macroF1: 0.82, neutralRecall: 0.96 },
  nl: { accuracy: 0.83, macroF1: 0.82, neutralRecall: 0.92 },
} as const;

describe.each(['es', 'de', 'it', 'pt', 'nl'] as const)('tone by word lists, %s', (language) => {
  const cases = toneCases('fixtures/gold/tone/lexicon.tsv', language);
  const { accuracy, macroF1, neutralRecall, calibrationError } = measure(judgeCases(cases, weights[language]), 3);
  const measured = { accuracy: accuracy.value, macroF1: macroF1.value, neutralRecall: neutralRecall ?? 0 };

  it('has a hundred cases', () => {
    expect(cases).toHaveLength(100);
  });

  it.each(Object.entries(floors[language]))('%s is at least %d', (name, floor) => {
    expect(measured[name as keyof typeof measured]).toBeGreaterThanOrEqual(floor);
  });

  it('claims no more than it keeps', () => {
    expect(calibrationError).toBeLessThan(0.12);
  });

  it('has published figures that are shares, with the interval around them', () => {
    const own = figures.filter((each) => each.language === language);
    expect(own.map(({ set }) => set)).toEqual(['lexicon-aside', 'lexicon-aside-all-words']);
    for (const { n, accuracy, macroF1, low, high, neutralRecall, calibrationError } of own) {
      expect(n).toBe(60);
      for (const share of [accuracy, macroF1, low, high, neutralRecall, calibrationError]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
      expect(low).toBeLessThanOrEqual(macroF1);
      expect(high).toBeGreaterThanOrEqual(macroF1);
    }
  });
});
