import { describe, expect, it } from 'vitest';
import { loadToneModels } from '../../src/app-models.ts';
import { decisionOf } from '../../src/evaluation/decision.ts';
import { measure } from '../../src/evaluation/measure.ts';
import { createTrainedJudge } from '../../src/reading/sentiment/trained.ts';
import { asideDocuments, turnsAside } from '../../src/training/sentiment/corpus.ts';

const judge = createTrainedJudge(loadToneModels('models'));
const GOLD = 'fixtures/gold';

/** A point below what was measured; nothing was trained or tuned on these sentences, and their errors were not read. */
const floors = {
  fr: { macroF1: 0.68, neutralRecall: 0.92 },
  en: { macroF1: 0.7, neutralRecall: 0.89 },
} as const;

/** What is made of sentences in their documents, those labelled mixed set apart. */
const read = (language: 'fr' | 'en') =>
  asideDocuments(GOLD, language).flatMap(({ register, title, sentences }) => {
    const spoken = sentences.map(({ text }) => ({ text, language }));
    return judge.sentences(spoken, { register, title }).flatMap((judged, i) => {
      const label = sentences[i]?.tone;
      return judged && label && label !== 'mixed' ? [{ label, ...decisionOf(judged.sentiment, 3) }] : [];
    });
  });

describe.each(['fr', 'en'] as const)('tone of press by an author kept aside, %s', (language) => {
  const figures = measure(read(language), 3);

  it('tells praise, blame and facts apart', () => {
    expect(figures.macroF1.value).toBeGreaterThanOrEqual(floors[language].macroF1);
  });

  it('leaves facts alone', () => {
    expect(figures.neutralRecall).toBeGreaterThanOrEqual(floors[language].neutralRecall);
  });

  it('claims no more than it keeps', () => {
    expect(figures.calibrationError).toBeLessThan(0.05);
  });
});

const turnFloors = { fr: 0.625, en: 0.615 } as const;

describe.each(['fr', 'en'] as const)('sentences that turn on a negation, a concession …, %s', (language) => {
  it('are read right often enough', () => {
    const judged = turnsAside(GOLD, language).flatMap(({ text, tone }) => {
      const own = judge.sentences([{ text, language }], { register: null, title: null })[0];
      return own && tone !== 'mixed' ? [{ label: tone, ...decisionOf(own.sentiment, 3) }] : [];
    });
    expect(measure(judged, 3).accuracy.value).toBeGreaterThanOrEqual(turnFloors[language]);
  });
});
