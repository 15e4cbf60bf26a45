import { readdirSync, readFileSync } from 'node:fs';
import { string as anyString, assert, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../../src/reading/seasons/fold.ts';
import { grammarOf } from '../../../../src/reading/seasons/grammar.ts';
import { GRAMMAR_SOURCES } from '../../../../src/reading/seasons/grammar-sources.ts';
import { readNumbers, span } from '../../../../src/reading/seasons/numbers.ts';
import { timelineOf } from '../../../../src/reading/seasons/timeline.ts';
import { SHOWS } from './shows.ts';

const BASES = ['explicit', 'ordinal', 'range', 'relative'];

describe('fold', () => {
  it('takes marks and case away', () => {
    expect(fold('La « Troisième » SAISON – l’été')).toBe('la " troisieme " saison - l\'ete');
  });

  it('never changes the length', () => {
    assert(
      property(anyString({ unit: 'grapheme' }), (text) => {
        expect(fold(text)).toHaveLength(text.length);
      }),
    );
    expect(fold('İœßﬁ')).toHaveLength(4);
  });
});

describe('grammar files', () => {
  it.each(GRAMMAR_SOURCES.map((source) => [source.language, source] as const))(
    '%s keeps to the format',
    (_, source) => {
      for (const rule of source.rules) {
        expect(BASES).toContain(rule.basis);
        expect(rule.name).toMatch(/^[a-z' ]+$/);
      }
      for (const value of [...Object.values(source.numbers), ...Object.values(source.ordinals)]) {
        expect(Number.isInteger(value) && value > 0).toBe(true);
      }
      expect(grammarOf(source.language)?.language).toBe(source.language);
    },
  );

  it.each(GRAMMAR_SOURCES.map((source) => [source.language, source] as const))(
    '%s repeats nothing without bound',
    (_, source) => {
      const patterns = JSON.stringify([
        source.traps,
        source.rules,
        source.links,
        source.cues,
        source.words,
        source.hint,
      ]);
      const unbounded = [...patterns.matchAll(/(?<!\\)[*+]|\{\d+,\}/g)];
      expect(unbounded.map((match) => patterns.slice(match.index - 20, match.index + 5))).toEqual([]);
    },
  );

  it('leaves no place unfilled', () => {
    for (const { language } of GRAMMAR_SOURCES) {
      const grammar = grammarOf(language);
      const patterns = [...(grammar?.traps ?? []), ...(grammar?.rules ?? []).map((rule) => rule.pattern)];
      for (const pattern of patterns) expect(pattern.source).not.toMatch(/\{[a-z]+\}/);
    }
  });

  it('falls back from a region to its language', () => {
    expect(grammarOf('fr-CA')?.language).toBe('fr');
    expect(grammarOf('xx')).toBeNull();
  });
});

describe('numbers', () => {
  it.each([
    ['fr', '1, 2 et 3', [1, 2, 3]],
    ['fr', 'deux a quatre', [2, 3, 4]],
    ['fr', 'iv', [4]],
    ['en', 'two through four', [2, 3, 4]],
    ['en', 'third and fourth', [3, 4]],
    ['en', '1-3', [1, 2, 3]],
  ])('%s: %s', (language, phrase, expected) => {
    const grammar = grammarOf(language);
    expect(grammar && readNumbers(phrase, grammar)).toEqual(expected);
  });

  it('spans only upwards and within reason', () => {
    expect(span(2, 4)).toEqual([2, 3, 4]);
    expect(span(4, 2)).toEqual([]);
    expect(span(1, 2000)).toEqual([]);
  });
});

describe('timelineOf', () => {
  const [vigie] = SHOWS;
  const on = (date: string, market: string | null = null): unknown =>
    vigie && timelineOf(vigie, { date, precision: 'day', basis: 'given' }, market).current;

  it('knows the season that is on, or about to be', () => {
    expect(on('2015-05-01')).toBe(1);
    expect(on('2016-01-15')).toBe(1);
    expect(on('2016-04-20')).toBe(2);
    expect(on('2017-06-25')).toBe(3);
    expect(on('2016-07-01', 'GB')).toBe(1);
  });

  it.each([
    ['2018-08-20', 'long before'],
    ['2018-10-15', 'just before'],
    ['2018-10-25', 'starting'],
    ['2018-11-10', 'on'],
    ['2018-11-25', 'just after'],
    ['2019-03-01', 'long after'],
  ])('tells how %s stands to the season of the moment: %s', (date, phase) => {
    expect(vigie && timelineOf(vigie, { date, precision: 'day', basis: 'given' }, 'FR').phase).toBe(phase);
  });

  it('does not tell so of a month', () => {
    expect(vigie && timelineOf(vigie, { date: '2018-10', precision: 'month', basis: 'given' }, 'FR').phase).toBe('?');
  });

  it('knows no current season without a date', () => {
    expect(vigie && timelineOf(vigie, null, null)).toMatchObject({ latest: 4, current: null, highest: 4, ended: true });
  });
});

describe('rules that need a word for a season', () => {
  const texts = readdirSync('fixtures/gold/seasons')
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(`fixtures/gold/seasons/${name}`, 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as { readonly lang: string; readonly text: string });

  it('match nothing without one', () => {
    const lost = texts.flatMap(({ lang, text }) => {
      const grammar = grammarOf(lang);
      const folded = fold(text);
      if (grammar === null || grammar.noun.test(folded)) return [];
      return grammar.rules
        .filter(({ noun, pattern }) => noun && folded.search(pattern) >= 0)
        .map(({ name }) => `${name}: ${text}`);
    });
    expect(texts.length).toBeGreaterThan(1000);
    expect(lost).toEqual([]);
  });
});
