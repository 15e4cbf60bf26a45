import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSeasons } from '../../../../src/reading/seasons/seasons.ts';
import { shippedIndex } from '../../../support/catalogue.ts';
import { seasonJudge } from '../../../support/seasons.ts';
import { last, read } from './shows.ts';

const FRAMES = [
  'La saison {n} est plus lente.',
  'Cette nouvelle saison tient parole.',
  'La {n}e saison de {title} est un modèle.',
  'Après {n} saisons, rien ne change.',
  'Season {n} is slower.',
  'The second half of this season drags.',
  'The finale of season {n} divided viewers.',
  'Elle ose le silence.',
  'It never recovers.',
] as const;

const sentence = record({ frame: constantFrom(...FRAMES), n: integer({ min: 1, max: 9 }) });
const written = (own: string) => sentence.map(({ frame, n }) => frame.replace('{n}', `${n}`).replace('{title}', own));

describe('a text about one show', () => {
  it('is about no season of another that neither it nor its title names', () => {
    assert(
      property(
        array(written('La Vigie'), { minLength: 1, maxLength: 5 }),
        constantFrom('fr', 'en'),
        (texts, language) => {
          const found = read(texts, { language }).flat();
          expect(found.every(({ show }) => show === 'la-vigie')).toBe(true);
        },
      ),
    );
  });

  it('is about no season of another that it does name', () => {
    assert(
      property(
        array(written('Harbor Line'), { minLength: 1, maxLength: 5 }),
        constantFrom('fr', 'en'),
        (texts, language) => {
          const found = read(texts, { language }).flat();
          expect(found.filter(({ show, relation }) => show !== 'la-vigie' && relation !== 'other-show')).toEqual([]);
        },
      ),
    );
  });

  it('gives another show the seasons of a clause whose subject it is', () => {
    expect(last(['Harbor Line avait tout dit en deux saisons.'])).toEqual([
      'harbor-line 1 other-show range',
      'harbor-line 2 other-show range',
    ]);
    expect(last(['Contrairement à Harbor Line, la saison 3 tient debout.'])).toEqual(['3 about explicit']);
  });
});

describe('seasons by name', async () => {
  const index = await shippedIndex();
  const about = (show: string, text: string, language = 'en') =>
    readSeasons(
      {
        text,
        passages: [{ start: 0, end: text.length, language }],
        title: null,
        show,
        documentSeason: null,
        published: null,
        market: null,
        hits: index.scan(text),
      },
      index,
      seasonJudge,
    )
      .flat()
      .map(({ season, relation, evidence }) => `${season} ${relation} ${evidence}`);

  it('are known by what the catalogue calls them', () => {
    expect(about('true-detective', 'Night Country is the coldest of them all.')).toEqual(['4 about Night Country']);
    expect(about('true-detective', 'It is a night country, and a cold one.')).toEqual([]);
  });

  it('are known by an episode that is quoted', () => {
    expect(about('sherlock', '“A Scandal in Belgravia” is a marvel.').join()).toContain('2 about');
    expect(about('sherlock', 'There was a scandal in Belgravia that year.')).toEqual([]);
  });

  it('follow the count of a source that the text names', () => {
    expect(about('doctor-who', 'Season 1, as Disney+ calls it, is a fresh start.').join()).toContain('14 about');
  });
});
