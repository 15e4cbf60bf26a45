import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sentiment } from '../../../../src/domain/reading.ts';
import { type Span, targetTone, targetTones, wordsAbout } from '../../../../src/reading/sentiment/targets/targets.ts';

type Language = 'fr' | 'en';

const spanOf = (text: string, surface: string): Span => {
  const start = text.indexOf(surface);
  return { start, end: start + surface.length };
};

/** The parts about each of two targets, joined, with what turns them. */
const about = (language: Language, text: string, ...surfaces: readonly string[]) => {
  const spans = surfaces.map((surface) => spanOf(text, surface));
  return spans.map((span) => {
    const others = spans.filter((other) => other !== span);
    const { parts, turn } = wordsAbout(text, language, span, others);
    return { words: parts.map(({ start, end }) => text.slice(start, end)).join(' | '), turn };
  });
};

/** A reader of a handful of words, by which only the parts and turns are judged. */
const signs: Readonly<Record<string, number>> = {
  superb: 1,
  brilliant: 1,
  great: 1,
  dull: -1,
  drags: -1,
  superbe: 1,
  terne: -1,
};
const read = (text: string): Sentiment => {
  const sum = text.split(/[^\p{L}]+/u).reduce((total, word) => total + (signs[word.toLowerCase()] ?? 0), 0);
  const label = sum > 0 ? 'positive' : sum < 0 ? 'negative' : 'neutral';
  return { label, score: Math.sign(sum), confidence: 0.9, basis: 'model' };
};
const labels = (language: Language, text: string, ...surfaces: readonly string[]) =>
  targetTones(
    text,
    language,
    surfaces.map((surface) => spanOf(text, surface)),
    read,
  ).map(({ label }) => label);

describe('the words about a target', () => {
  it('end where another clause begins', () => {
    expect(about('fr', 'Si la saison 3 s’essouffle, la saison 4 reprend vie.', 'saison 3', 'saison 4')).toEqual([
      { words: 'Si la saison 3 s’essouffle', turn: 'same' },
      { words: 'la saison 4 reprend vie', turn: 'same' },
    ]);
    expect(about('en', 'Where season one shines, season two drags.', 'season one', 'season two')).toEqual([
      { words: 'Where season one shines', turn: 'same' },
      { words: 'season two drags', turn: 'same' },
    ]);
    expect(about('fr', 'La cinquième patine là où la quatrième galopait.', 'cinquième', 'quatrième')).toEqual([
      { words: 'La cinquième patine', turn: 'same' },
      { words: 'là où la quatrième galopait', turn: 'same' },
    ]);
  });

  it('hold relative clauses, appositions and asides, and go on after them', () => {
    const [first, second] = about('en', 'Season two, made after the strike, lacks life.', 'Season two', 'strike');
    expect(first?.words).toBe('Season two, made | lacks life');
    expect(second?.words).toBe('after the strike');
    expect(about('fr', 'Maud (Julie Sorel) crève l’écran ; Paul récite.', 'Maud', 'Paul')[0]?.words).toBe(
      'Maud (Julie Sorel) crève l’écran',
    );
  });

  it('begin for an object with its noun', () => {
    expect(about('en', 'Colman saves a limp season.', 'Colman', 'season')).toEqual([
      { words: 'Colman saves', turn: 'same' },
      { words: 'a limp season', turn: 'same' },
    ]);
  });

  it('are those of all in a list', () => {
    expect(labels('en', 'The acting and the music are superb.', 'acting', 'music')).toEqual(['positive', 'positive']);
    expect(labels('fr', 'Le jeu et la musique sont superbes, superbe accord.', 'jeu', 'musique')).toEqual([
      'positive',
      'positive',
    ]);
  });

  it('are found again by "the former" and "the latter"', () => {
    const text = 'Season one and Season two differ: the former is brilliant, the latter drags.';
    const [first, second] = about('en', text, 'Season one', 'Season two');
    expect(first?.words).toBe('Season one and Season two differ: the former is brilliant');
    expect(second?.words).toBe('Season one and Season two differ | the latter drags');
  });

  it('are those of the whole for what is a part of it', () => {
    const whole = 'La saison 3 de Baron noir s’essouffle';
    expect(about('fr', `${whole}, la 4 non.`, 'saison 3', 'Baron noir', '4')).toEqual([
      { words: whole, turn: 'same' },
      { words: whole, turn: 'same' },
      { words: whole, turn: 'opposite' },
    ]);
  });
});

describe('a comparison', () => {
  it.each([
    [
      'fr',
      'Moins réussie que la deuxième, la troisième arrive lundi.',
      'deuxième',
      'troisième',
      'positive',
      'negative',
    ],
    ['fr', 'La deuxième est supérieure à la première.', 'deuxième', 'première', 'positive', 'negative'],
    ['en', 'The second is better than the first.', 'second', 'first', 'positive', 'negative'],
    ['en', 'The second is not a match for the first.', 'second', 'first', 'negative', 'positive'],
    ['en', 'The second lives up to the first.', 'second', 'first', 'positive', 'positive'],
    ['en', 'The second is as dull as the first.', 'second', 'first', 'negative', 'negative'],
    ['en', 'The second is saved by Colman.', 'second', 'Colman', 'neutral', 'positive'],
    ['en', 'The cast is let down by the script.', 'cast', 'script', 'negative', 'negative'],
    ['fr', 'Plus longue que la première, la deuxième est superbe.', 'première', 'deuxième', 'neutral', 'positive'],
  ] as const)('decides where words are silent (%s): %s', (language, text, one, two, first, second) => {
    expect(labels(language, text, one, two)).toEqual([first, second]);
  });

  it.each(['positive', 'negative'] as const)(
    'decides for a target that is only named, however a reader of names takes it (%s)',
    (label) => {
      const text = 'The second lacks the bite of the first.';
      const biased = (): Sentiment => ({
        label,
        score: label === 'positive' ? 0.2 : -0.2,
        confidence: 0.5,
        basis: 'model',
      });
      const spans = [spanOf(text, 'second'), spanOf(text, 'first')];
      expect(targetTones(text, 'en', spans, biased).map((tone) => tone.label)).toEqual(['negative', 'positive']);
    },
  );

  it('gives way to words of praise or blame', () => {
    expect(labels('en', 'Less famous than the brilliant first, the second is superb.', 'first', 'second')).toEqual([
      'positive',
      'positive',
    ]);
  });

  it('turns the words of the other for what a season is unlike', () => {
    expect(labels('en', 'Season two, unlike the first, is superb.', 'Season two', 'first')).toEqual([
      'positive',
      'negative',
    ]);
    expect(labels('fr', 'Contrairement à la première, la deuxième est terne.', 'première', 'deuxième')).toEqual([
      'positive',
      'negative',
    ]);
  });

  it('turns and repeats by echo', () => {
    expect(labels('en', 'The score is superb, the editing less so.', 'score', 'editing')).toEqual([
      'positive',
      'negative',
    ]);
    expect(labels('en', 'The score drags and so does the script.', 'score', 'script')).toEqual([
      'negative',
      'negative',
    ]);
    expect(labels('fr', 'Le son est superbe, l’image beaucoup moins.', 'son', 'image')).toEqual([
      'positive',
      'negative',
    ]);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.lorem({ mode: 'sentences' }),
  fc
    .array(
      fc.constantFrom(
        'the first',
        'la 2',
        ',',
        'and',
        'et',
        'than',
        'que',
        'less',
        'moins',
        'but',
        'qui',
        '(',
        ')',
        ';',
        'unlike',
        'both',
      ),
    )
    .map((words) => words.join(' ')),
);
const anyLanguage = fc.constantFrom('fr' as const, 'en' as const);
/** Spans that follow each other without touching, as names in a sentence do. */
const anySpans = (text: string) =>
  fc
    .uniqueArray(fc.nat(text.length), { maxLength: 12 })
    .map((cuts) => cuts.sort((a, b) => a - b))
    .map((cuts) =>
      cuts.flatMap((start, i) => (i % 2 === 0 && cuts[i + 1] ? [{ start, end: cuts[i + 1] ?? start }] : [])),
    );
const anyCase = fc
  .tuple(anyText, anyLanguage)
  .chain(([text, language]) => anySpans(text).map((spans) => ({ text, language, spans })));

describe('laws', () => {
  it('parts lie in order inside the sentence and hold the target or none of it', () => {
    fc.assert(
      fc.property(anyCase, ({ text, language, spans }) => {
        spans.forEach((target, i) => {
          const { parts } = wordsAbout(
            text,
            language,
            target,
            spans.filter((_, other) => other !== i),
          );
          for (const { start, end } of parts) {
            expect(start >= 0 && start < end && end <= text.length).toBe(true);
            const touches = start < target.end && end > target.start;
            expect(!touches || (start <= target.start && end >= target.end)).toBe(true);
          }
        });
      }),
    );
  });

  it('all targets at once are read as one by one', () => {
    fc.assert(
      fc.property(anyCase, ({ text, language, spans }) => {
        const one = spans.map((target, i) =>
          targetTone(
            text,
            language,
            target,
            spans.filter((_, other) => other !== i),
            read,
          ),
        );
        expect(targetTones(text, language, spans, read)).toEqual(one);
      }),
    );
  });

  it('a target alone has the whole sentence', () => {
    const text = 'Brilliant at first, season two drags, and it ends in a muddle.';
    const { parts } = wordsAbout(text, 'en', spanOf(text, 'season two'), []);
    expect(parts.map(({ start, end }) => text.slice(start, end)).join(', ')).toBe(text.slice(0, -1));
  });

  it('reads hostile repetition to the end', () => {
    const units = [
      'a',
      ' ',
      ',',
      '(',
      'the ',
      'and the first, ',
      'que la ',
      'not as good as ',
      "l'",
      '-',
      "d'une ",
      'qui, ',
    ];
    for (const unit of units)
      for (const language of ['fr', 'en'] as const) {
        const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
        const { parts } = wordsAbout(text, language, { start: 10, end: 12 }, [{ start: 500_000, end: 500_003 }]);
        expect(parts.every(({ end }) => end <= text.length)).toBe(true);
      }
  });

  it('reads thousands of targets in one pass', () => {
    const text = 'The first and the second, '.repeat(4_000);
    const spans = Array.from({ length: 8_000 }, (_, i) => ({ start: i * 13 + 4, end: i * 13 + 7 }));
    expect(targetTones(text, 'en', spans.slice(0, 500), read)).toHaveLength(500);
    expect(wordsAbout(text, 'en', spans[0] ?? { start: 0, end: 1 }, spans.slice(1)).parts.length).toBeGreaterThan(0);
  });
});
