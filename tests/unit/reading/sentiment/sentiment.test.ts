import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadToneModels } from '../../../../src/app-models.ts';
import type { About } from '../../../../src/reading/sentiment/judge.ts';
import { createSentimentReader } from '../../../../src/reading/sentiment/sentiment.ts';
import { tokenise } from '../../../../src/reading/sentiment/tokens.ts';
import { createTrainedJudge } from '../../../../src/reading/sentiment/trained.ts';
import { parts, partsOf } from '../../../../src/reading/sentiment/turns.ts';

const reader = createSentimentReader(createTrainedJudge(loadToneModels('models')));
const review: About = { register: 'review', title: null };
const judged = (text: string, language: string, about = review) => reader.sentences([{ text, language }], about)[0];
const tone = (text: string, language: string) => judged(text, language)?.sentiment ?? null;
/** The signs that a score may have under each label. */
const SIGNS = { positive: [0, 1], negative: [-1, 0], neutral: [-1, 0, 1], mixed: [-1, 0, 1] } as const;
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
    ['fr', 'La saison 2 sera diffusée en mai sur une chaîne cryptée.'],
    ['fr', 'La saison 4 est-elle déjà en tournage ?'],
    ['en', 'The second season premieres on 4 May.'],
    ['en', 'They are making a fourth season, right?'],
  ])('states or asks for a fact, even in a review (%s): %s', (language, text) => {
    expect(tone(text, language)?.label).toBe('neutral');
  });

  it.each([
    ['fr', 'Le patron de la chaîne se dit « très fier » de cette saison.'],
    ['en', 'The head of drama called the season “a triumph for the whole team”.'],
  ])('reports an opinion that is not the writer’s (%s): %s', (language, text) => {
    const read = judged(text, language, { register: 'news', title: null });
    expect(read?.sentiment.label).toBe('neutral');
    expect(read?.reported?.label).toBe('positive');
  });

  it.each(['* * *', '…', '« »', '8/10', ''])('without a word judges nothing: %s', (text) => {
    expect(tone(text, 'fr')).toMatchObject({ label: 'neutral', score: 0 });
  });

  it('is read worse when its praise is negated', () => {
    expect(tone('The acting is not superb.', 'en')?.score).toBeLessThan(
      tone('The acting is superb.', 'en')?.score ?? 0,
    );
  });

  it('is read by word lists in five more languages, and not at all in others', () => {
    expect(tone('Eine großartige Serie.', 'de')).toMatchObject({ label: 'positive', basis: 'lexicon' });
    expect(tone('素晴らしいドラマだ。', 'ja')).toBeNull();
    expect(reader.targets({ text: '素晴らしい', language: 'ja' }, review, [{ start: 0, end: 2 }])).toEqual([null]);
  });
});

describe('laws', () => {
  it('gives any text a label that agrees with its score, and bounded numbers', () => {
    const anyRegister = fc.constantFrom('news' as const, 'review' as const, 'audience' as const, null);
    fc.assert(
      fc.property(anyText, anyLanguage, anyRegister, (text, language, register) => {
        const read = judged(text, language, { register, title: null })?.sentiment;
        if (!read) throw new Error('no tone');
        expect(Math.abs(read.score)).toBeLessThanOrEqual(1);
        expect(read.confidence).toBeGreaterThanOrEqual(0);
        expect(read.confidence).toBeLessThanOrEqual(1);
        expect(SIGNS[read.label]).toContain(Math.sign(read.score));
      }),
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

  it('answers for every sentence of a document, in languages known and not', () => {
    const anySentence = fc.record({ text: anyText, language: fc.constantFrom('fr', 'en', 'de', 'ja') });
    fc.assert(
      fc.property(fc.array(anySentence, { maxLength: 8 }), (sentences) => {
        const read = reader.sentences(sentences, review);
        expect(read.map((each) => each === null)).toEqual(sentences.map(({ language }) => language === 'ja'));
      }),
    );
  });

  it('reads hostile repetition to the end', () => {
    for (const unit of ['pas ', "qu'", '(', '?"', "n't ", 'mais '])
      for (const language of ['fr', 'en']) expect(() => tone(unit.repeat(20_000), language)).not.toThrow();
  });

  it('reads words and numbers as long as a page to the end', () => {
    for (const letter of ['1', 'é', 'x'])
      for (const language of ['fr', 'en']) expect(tone(letter.repeat(1_000_000), language)).not.toBeNull();
  });
});

describe('the parts of a sentence', () => {
  const partsAt = (text: string, language: 'fr' | 'en') => [...partsOf(tokenise(text, language), language)];

  it('ends a concession at its comma', () => {
    const found = partsAt('Although it drags, the finale is superb.', 'en');
    expect(found.slice(0, 3)).toEqual([parts.conceded, parts.conceded, parts.conceded]);
    expect(found.slice(3)).toEqual([parts.main, parts.main, parts.main, parts.main, parts.main, parts.main]);
  });

  it('tells what stands before a turn from what stands after it', () => {
    const found = partsAt('C’est beau mais long.', 'fr');
    expect(found).toEqual([parts.before, parts.before, parts.before, parts.after, parts.after, parts.after]);
  });
});

describe('the words about a target', () => {
  it('take their own side', () => {
    const text = 'The cast is wonderful, but the plot is a tedious mess.';
    const spans = ['cast', 'plot'].map((word) => ({ start: text.indexOf(word), end: text.indexOf(word) + 4 }));
    const [cast, plot] = reader.targets({ text, language: 'en' }, review, spans);
    expect(cast?.label).toBe('positive');
    expect(plot?.label).toBe('negative');
  });
});

describe('a whole review', () => {
  it('takes a side', () => {
    const text = 'I loved it. The writing is sharp, the cast superb. Watch it.';
    expect(reader.whole({ text, language: 'en' })?.label).toBe('positive');
    const bad = 'Quel ennui. Les acteurs jouent faux et le scénario est nul. À éviter.';
    expect(reader.whole({ text: bad, language: 'fr' })?.label).toBe('negative');
  });
});

describe('a document', () => {
  const good = { sentiment: { label: 'positive', score: 0.8, confidence: 0.9, basis: 'model' } } as const;
  const bad = { sentiment: { label: 'negative', score: -0.8, confidence: 0.9, basis: 'model' } } as const;
  const fact = { sentiment: { label: 'neutral', score: 0, confidence: 0.9, basis: 'model' } } as const;

  const rated = (value: number, best: number) => ({ rating: { value, best }, whole: null });

  it('takes the tone of its opinions', () => {
    expect(reader.document([good, good, fact])?.label).toBe('positive');
    expect(reader.document([bad, good])?.label).toBe('mixed');
    expect(reader.document([fact, fact])?.label).toBe('neutral');
  });

  it('lets one opinion among many facts not speak for the whole', () => {
    expect(reader.document([good, ...Array.from({ length: 9 }, () => fact)])?.label).toBe('neutral');
  });

  it('hears a rating, and ignores a scale that is none', () => {
    expect(reader.document([], rated(9, 10))?.label).toBe('positive');
    expect(reader.document([], rated(1, 10))?.label).toBe('negative');
    expect(reader.document([], rated(4, 0))).toBeNull();
    expect(reader.document([{ sentiment: null }])).toBeNull();
  });

  it('believes the author’s verdict more than a sentence of the other tone', () => {
    expect(reader.document([bad, good, fact], rated(10, 10))?.label).toBe('positive');
    expect(reader.document([good], rated(1, 10))?.score).toBeLessThan(0);
  });

  it('hears a review read as one text', () => {
    const whole = { ...bad.sentiment, score: -0.9 };
    expect(reader.document([good, bad, bad], { rating: null, whole })?.label).toBe('negative');
  });

  it('takes a review that takes no side for no verdict', () => {
    const whole = fact.sentiment;
    expect(reader.document([good, good, fact], { rating: null, whole })).toEqual(reader.document([good, good, fact]));
    expect(reader.document([fact, fact], { rating: null, whole })?.label).toBe('neutral');
    expect(reader.document([], { rating: null, whole })).toBeNull();
  });
});
