import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadSentimentModels } from '../../../../src/app-models.ts';
import { clausesOf } from '../../../../src/reading/sentiment/clauses.ts';
import { createSentimentReader } from '../../../../src/reading/sentiment/sentiment.ts';

const reader = createSentimentReader(loadSentimentModels('models'));
const tone = (text: string, language: string) => reader.passage(text, language, 'review');
/** The signs that a score may have under each label. */
const SIGNS = { positive: [0, 1], negative: [-1], neutral: [0], mixed: [-1, 0, 1] } as const;
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.lorem({ mode: 'sentences' }));
const anyLanguage = fc.constantFrom('fr' as const, 'en' as const);

describe('a sentence', () => {
  it.each([
    ['fr', 'Un scénario remarquable, porté par des acteurs formidables.'],
    ['fr', 'Pas un instant d’ennui dans ces dix épisodes.'],
    ['fr', 'On ne s’ennuie jamais.'],
    ['en', 'The acting is superb.'],
    ['en', 'There is never a dull moment in these ten episodes.'],
  ])('praises (%s): %s', (language, text) => {
    expect(tone(text, language)?.label).toBe('positive');
  });

  it.each([
    ['fr', 'Le scénario est raté, les dialogues sont affligeants.'],
    ['en', 'This is not a good show.'],
    ['en', 'The plot is a tedious mess.'],
  ])('condemns (%s): %s', (language, text) => {
    expect(tone(text, language)?.label).toBe('negative');
  });

  it.each([
    ['fr', 'Le premier épisode est brillant, mais la suite est ennuyeuse et bâclée.'],
    ['en', 'The cast is wonderful, but the plot is a tedious mess.'],
  ])('does both (%s): %s', (language, text) => {
    expect(tone(text, language)?.label).toBe('mixed');
  });

  it.each([
    ['fr', 'La saison 2 sera diffusée en mai sur une chaîne cryptée.'],
    ['fr', 'La saison 4 est-elle déjà en tournage ?'],
    ['en', 'The second season premieres on 4 May.'],
    ['en', 'They are making a fourth season, right?'],
  ])('states or asks for a fact, even in a review (%s): %s', (language, text) => {
    expect(tone(text, language)).toMatchObject({ label: 'neutral', score: 0 });
  });

  it('is read worse when its praise is negated', () => {
    expect(tone('The acting is not superb.', 'en')?.score).toBeLessThan(
      tone('The acting is superb.', 'en')?.score ?? 0,
    );
  });

  it('has no tone in a language without a model', () => {
    expect(tone('Eine großartige Serie.', 'de')).toBeNull();
    expect(reader.clause('Eine großartige Serie.', 'de', 'review', 0, 4)).toBeNull();
  });
});

describe('laws', () => {
  it('gives any text a label that agrees with its score, and bounded numbers', () => {
    fc.assert(
      fc.property(
        anyText,
        anyLanguage,
        fc.constantFrom('news' as const, 'review' as const),
        (text, language, register) => {
          const read = reader.passage(text, language, register);
          if (!read) throw new Error('no tone');
          expect(Math.abs(read.score)).toBeLessThanOrEqual(1);
          expect(read.confidence).toBeGreaterThanOrEqual(0);
          expect(read.confidence).toBeLessThanOrEqual(1);
          expect(SIGNS[read.label]).toContain(Math.sign(read.score));
        },
      ),
    );
  });

  it('reads the same text the same way, whatever was read in between', () => {
    fc.assert(
      fc.property(anyText, anyText, anyLanguage, (text, other, language) => {
        const before = tone(text, language);
        tone(other, language);
        expect(tone(text, language)).toEqual(before);
      }),
    );
  });

  it('cuts any text into clauses without gaps', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        const clauses = clausesOf(text, language);
        expect(clauses.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      }),
    );
  });

  it('reads hostile repetition to the end', () => {
    for (const unit of ['pas ', "qu'", '(', '?"', "n't ", 'mais '])
      for (const language of ['fr', 'en']) expect(() => tone(unit.repeat(20_000), language)).not.toThrow();
  });
});

describe('the clause around a target', () => {
  const clauseTone = (text: string, target: string) =>
    reader.clause(text, 'en', 'review', text.indexOf(target), text.indexOf(target) + target.length);

  it('takes the side of its own clause', () => {
    const text = 'The cast is wonderful, but the plot is a tedious mess.';
    expect(clauseTone(text, 'cast')?.label).toBe('positive');
    expect(clauseTone(text, 'plot')?.label).toBe('negative');
  });

  it('keeps a question in brackets out of the praise around it', () => {
    expect(
      clauseTone('I am looking forward to more of it (they are making a 4th season, right?).', '4th season')?.label,
    ).toBe('neutral');
  });

  it('ends a concession at its comma', () => {
    const clauses = clausesOf('Although it drags at first, the finale is superb.', 'en');
    expect(clauses.map(({ weight }) => weight)).toEqual([0.35, 1]);
  });
});

describe('a document', () => {
  const good = { sentiment: { label: 'positive', score: 0.8, confidence: 0.9 } } as const;
  const bad = { sentiment: { label: 'negative', score: -0.8, confidence: 0.9 } } as const;
  const fact = { sentiment: { label: 'neutral', score: 0, confidence: 0.9 } } as const;

  it('takes the tone of its opinions', () => {
    expect(reader.document([good, good, fact], null)?.label).toBe('positive');
    expect(reader.document([bad, good], null)?.label).toBe('mixed');
    expect(reader.document([fact, fact], null)?.label).toBe('neutral');
  });

  it('lets one opinion among many facts not speak for the whole', () => {
    expect(reader.document([good, ...Array.from({ length: 9 }, () => fact)], null)?.label).toBe('neutral');
  });

  it('hears a rating, and ignores a scale that is none', () => {
    expect(reader.document([], { value: 9, best: 10 })?.label).toBe('positive');
    expect(reader.document([], { value: 1, best: 10 })?.label).toBe('negative');
    expect(reader.document([], { value: 4, best: 0 })).toBeNull();
    expect(reader.document([{ sentiment: null }], null)).toBeNull();
  });
});
