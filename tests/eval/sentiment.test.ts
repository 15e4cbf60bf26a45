import { describe, expect, it } from 'vitest';
import { loadSentimentModels } from '../../src/app-models.ts';
import { createSentimentReader } from '../../src/reading/sentiment/sentiment.ts';
import { pressSentences } from '../../src/training/sentiment/corpus.ts';
import { figuresOf, judge } from '../../src/training/sentiment/figures.ts';

const reader = createSentimentReader(loadSentimentModels('models'));

/** A point below what was measured on authors held out from training; the figures themselves are in models/PROVENANCE.md. */
const floors = {
  fr: { macroF1: 0.67, macroF1WithMixed: 0.56, neutralRecall: 0.9, polarity: 0.68 },
  en: { macroF1: 0.68, macroF1WithMixed: 0.56, neutralRecall: 0.89, polarity: 0.73 },
} as const;

describe.each(['fr', 'en'] as const)('tone of press by unseen authors, %s', (language) => {
  const sentences = pressSentences('fixtures/gold/press', language).filter(({ heldOut }) => heldOut);
  const figures = figuresOf(judge(reader, language, sentences));

  it.each(Object.entries(floors[language]))('%s is at least %d', (name, floor) => {
    expect(figures[name as keyof typeof figures]).toBeGreaterThanOrEqual(floor);
  });

  it('claims no more than it keeps', () => {
    expect(figures.calibrationError).toBeLessThan(0.05);
  });
});
