import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadNameModels } from '../../../../src/app-models.ts';
import { readNames } from '../../../../src/reading/entities/tagger/tagger.ts';

const models = loadNameModels('models');
const whole = (text: string) => [{ start: 0, end: text.length }];
const named = (text: string, language = 'fr') =>
  readNames(text, whole(text), language, models).map(({ start, end, type }) => `${text.slice(start, end)}=${type}`);

describe('names that no catalogue knows', () => {
  it.each([
    ['fr', 'La comédienne Irène Valbonne prête ses traits à Mathilde Karsenty.', 'Irène Valbonne=person'],
    ['fr', 'Le juge Roquebert, joué par Étienne Salabert, refuse de signer.', 'Étienne Salabert=person'],
    ['fr', 'La série a été tournée à Toulouse, puis à Lisbonne.', 'Toulouse=place'],
    ['en', 'Ruth Halloran, played by Imogen Castle, finds the body.', 'Imogen Castle=person'],
    ['en', 'Director Harold Pemberton shot the finale in Lisbon.', 'Harold Pemberton=person'],
    ['en', 'The six episodes were filmed in Belfast last winter.', 'Belfast=place'],
  ])('%s: %s', (language, text, name) => {
    expect(named(text, language)).toContain(name);
  });

  it('keeps the genitive and the elided article out of a name', () => {
    expect(named('It is Imogen Castle’s best work as an actress.', 'en')).toContain('Imogen Castle=person');
    expect(named("Un film d'Étienne Salabert, réalisateur.").join()).toMatch(/^Étienne Salabert=/u);
  });

  it('reads regional codes as their language, and nothing in a language without a model', () => {
    const text = 'The six episodes were filmed in Belfast last winter.';
    expect(named(text, 'en-GB')).toEqual(named(text, 'en'));
    expect(named(text, 'de')).toEqual([]);
  });

  it('reads nothing in text without capitals or without passages', () => {
    expect(named('une saison de plus, et quelle saison !')).toEqual([]);
    expect(readNames('Paul Durand', [], 'fr', models)).toEqual([]);
  });
});

describe('spans and confidences', () => {
  it('stay inside their passage, in order, without overlaps, whatever the text', () => {
    const word = fc.constantFrom(
      'Paul',
      'Le',
      'Bureau',
      'de',
      "l'",
      '«',
      '»',
      '(',
      '.',
      'Canal+',
      'joue',
      '2',
      '\n',
      '😀',
      'É',
    );
    fc.assert(
      fc.property(fc.array(fc.array(word, { maxLength: 12 }), { maxLength: 6 }), (lines) => {
        const sentences = lines.map((words) => words.join(' '));
        let at = 0;
        const passages = sentences.map((sentence) => {
          const start = at;
          at += sentence.length + 1;
          return { start, end: start + sentence.length };
        });
        let last = 0;
        for (const { start, end, confidence } of readNames(sentences.join('\n'), passages, 'fr', models)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(passages.some((passage) => passage.start <= start && end <= passage.end)).toBe(true);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          last = end;
        }
      }),
    );
  });
});

describe('hostile text', () => {
  const million = 1_000_000;
  it.each([
    ['one letter', 'a'.repeat(million)],
    ['one capital', 'A'.repeat(million)],
    ['single capitals', 'A '.repeat(million / 2)],
    ['initials', 'A.'.repeat(million / 2)],
    ['one name', 'Paul Durand, '.repeat(million / 13)],
    ['hyphens', 'A-'.repeat(million / 2)],
    ['emoji', '😀'.repeat(million / 4)],
    ['quotation marks', '« '.repeat(million / 2)],
  ])(
    'of %s is read in time that grows with its length',
    (_, text) => {
      const start = performance.now();
      expect(named(text).length).toBeLessThanOrEqual(million);
      expect(performance.now() - start).toBeLessThan(15_000);
    },
    30_000,
  );
});
