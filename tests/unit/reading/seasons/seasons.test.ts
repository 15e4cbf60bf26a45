import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSeasons } from '../../../../src/reading/seasons/seasons.ts';
import { seasonJudge } from '../../../support/seasons.ts';
import { last, read, smallIndex } from './shows.ts';

describe('expressions', () => {
  // Without a date: while season 3 is on, "the second is better" may well only touch on the second.
  it.each([
    ['fr', 'La saison 2 est un modèle.', ['2 about explicit']],
    ['fr', 'La troisième saison s’ouvre sur une fuite.', ['3 about ordinal']],
    ['fr', 'Un deuxième opus plus nerveux.', ['2 about ordinal']],
    ['fr', 'Les saisons 2 à 4 frôlent la perfection.', ['2 about range', '3 about range', '4 about range']],
    ['fr', 'Les deux premières saisons restent intactes.', ['1 about range', '2 about range']],
    ['fr', 'La Vigie, saison IV : la neige.', ['4 about explicit']],
    ['fr', 'La Vigie 3 : nos impressions.', ['3 about explicit']],
    ['fr', 'Les deux saisons se valent.', ['1 about range', '2 about range']],
    ['en', 'Season three finds its nerve.', ['3 about explicit']],
    ['en', 'Series two arrives on Saturday.', ['2 about explicit']],
    ['en', 'S02E05 is a masterclass.', ['2 about explicit']],
    ['en', 'I watched S1–S3 in a week.', ['1 about range', '2 about range', '3 about range']],
    ['en', 'The sophomore run doubles down.', ['2 about ordinal']],
    ['fr', 'Les S1, S2 et S3 sont en ligne.', ['1 about explicit', '2 about explicit', '3 about explicit']],
    ['fr', 'De la S1 à la S3, le ton change.', ['1 about range', '2 about range', '3 about range']],
    ['en', 'Series 1/2/3 are out on disc.', ['1 about explicit', '2 about explicit', '3 about explicit']],
    ['es', 'La segunda temporada es magnífica.', ['2 about ordinal']],
    ['de', 'Staffel 3 beginnt in Moskau.', ['3 about explicit']],
    ['de', 'Die zweite Staffel ist besser.', ['2 about ordinal']],
    ['it', 'La terza stagione delude.', ['3 about ordinal']],
    ['pt', 'S03E01 foi ótimo.', ['3 about explicit']],
  ])('%s: %s', (language, sentence, expected) => {
    expect(last([sentence], { language, published: null })).toEqual(expected);
  });

  it('keeps seasons that do not exist', () => {
    expect(last(['There will be no season nine.'], { language: 'en' })).toEqual(['9 about explicit']);
    expect(last(["(they're making a 4th season, right?)"], { language: 'en' })).toEqual(['4 about ordinal']);
  });

  it.each([
    ['fr', 'La saison des prix approche.'],
    ['fr', 'Saison après saison, le récit s’affine.'],
    ['fr', 'La saison estivale est creuse.'],
    ['fr', 'Rendez-vous en deuxième partie de soirée.'],
    ['fr', 'Une saison par an, c’est la règle.'],
    ['en', 'Ten episodes a season is the rule.'],
    ['fr', 'Par la suite, il se tait.'],
    ['en', 'With awards season approaching, the campaign begins.'],
    ['en', "It is this season's best import."],
    ['en', 'After four seasons, it has earned its name.'],
    ['en', 'For the third time, he lies.'],
    ['es', 'La temporada de premios empieza.'],
  ])('is not a season: %s %s', (language, sentence) => {
    expect(last([sentence], { language })).toEqual([]);
  });

  it('gives the literal words as evidence', () => {
    const [attribution] = read(['Oui, la DEUXIÈME saison déçoit.'])[0] ?? [];
    expect(attribution?.evidence).toBe('DEUXIÈME saison');
  });
});

describe('which show', () => {
  it('gives an adjacent title its season', () => {
    expect(last(['On pense à la saison 2 de Harbor Line.'])).toEqual(['harbor-line 2 other-show explicit']);
    expect(last(['Harbor Line season six was dull.'], { language: 'en' })).toEqual([
      'harbor-line 6 other-show explicit',
    ]);
    expect(last(['Harbor Line prépare sa deuxième saison.'])).toEqual(['harbor-line 2 other-show ordinal']);
  });

  it('drops the season of a title that the catalogue does not have', () => {
    expect(last(['Il a joué dans la saison 3 de « Zone franche ».'])).toEqual([]);
    expect(last(['Il a joué dans la saison 3 de Zone franche.'])).toEqual([]);
    expect(last(['More from the company: Quayside - Season 7, and others.'], { language: 'en' })).toEqual([]);
  });

  it('does not take for a title what only says where the show comes from', () => {
    expect(last(['Season three of the Parisian drama is the one.'], { language: 'en' })).toEqual(['3 about explicit']);
  });

  it('does not take a known person for a title', () => {
    expect(last(['La saison 3 d’Ada Morel est la bonne.'])).toEqual(['3 about explicit']);
  });

  it('does not take a common word or a part of the own title for another title', () => {
    expect(last(["It's season three at last."], { language: 'en' })).toEqual(['3 about explicit']);
    expect(last(["Monday's season finale was dire."], { language: 'en' })).toEqual(['3 about relative']);
    expect(last(['La saison 3 de « Vigie » est la bonne.'])).toEqual(['3 about explicit']);
  });

  it('names no season where the document is about no known show', () => {
    expect(last(['La saison 3 est la bonne.'], { show: null })).toEqual([]);
    expect(last(['La saison 3 de La Vigie est la bonne.'], { show: null })).toEqual(['3 other-show explicit']);
  });
});

describe('relative words', () => {
  it('count from the window at the date of publication', () => {
    expect(last(['Cette nouvelle saison démarre fort.'])).toEqual(['3 about relative']);
    expect(last(['La prochaine saison est écrite.'])).toEqual(['4 about relative']);
    expect(last(['La saison précédente était plus vive.'])).toEqual([expect.stringMatching(/^2 /)]);
  });

  it('count from the market of the outlet first', () => {
    const facts = { language: 'en', published: '2017-06-10' };
    expect(last(['The new season opens in Tehran.'], { ...facts, market: 'GB' })).toEqual(['2 about relative']);
    expect(last(['The new season opens in Tehran.'], { ...facts, market: 'AU' })).toEqual(['3 about relative']);
  });

  it('count from the season of the document before any window', () => {
    expect(last(['Cette saison démarre fort.'], { season: 2 })).toEqual(['2 about relative']);
    expect(last(['Cette saison démarre fort.'], { title: 'La Vigie, saison 1 : critique' })).toEqual([
      '1 about relative',
    ]);
  });

  it('count from the seasons that stand beside them', () => {
    expect(last(['La première saison a du venin, les deux suivantes en manquent.'])).toEqual([
      expect.stringMatching(/^1 /),
      expect.stringMatching(/^2 /),
      expect.stringMatching(/^3 /),
    ]);
    expect(last(['The season before last was kinder.'], { language: 'en' })).toEqual([expect.stringMatching(/^1 /)]);
  });

  it('may be but a day of broadcast, where nothing else may name a season', () => {
    const facts = { language: 'en', published: '2017-05-20', market: 'FR' };
    expect(last(['The spies are back on Monday.'], facts)).toEqual(['3 about relative']);
    expect(last(['Season one is back on Monday.'], facts)).toEqual(['1 about explicit']);
    expect(last(['The spies are back on Monday.'], { ...facts, published: null })).toEqual([]);
  });

  it('stand for nothing when there is neither date nor season', () => {
    expect(last(['Cette saison démarre fort.'], { published: null })).toEqual([]);
  });
});

describe('relation', () => {
  it('puts what is compared with in the background', () => {
    expect(last(['La saison 3 est plus lente que la deuxième.'])).toEqual(['2 background ordinal', '3 about explicit']);
    expect(last(['Season three is slower than season two.'], { language: 'en' })).toEqual([
      '2 background explicit',
      '3 about explicit',
    ]);
  });

  it('keeps the document’s season when only others are named as background', () => {
    expect(last(['As good as the previous seasons.'], { language: 'en', season: 3 })).toEqual([
      '1 background range',
      '2 background range',
      '3 about document',
    ]);
  });
});

describe('sentences without a season', () => {
  it('take it from the sentence before when they go on about it', () => {
    expect(last(['La saison 2 est un modèle.', 'Elle ose le silence.'])).toEqual(['2 about carried']);
    expect(last(['La saison 2 est un modèle.', 'Harbor Line est plus sage.'])).toEqual([]);
    expect(last(['Elle ose le silence.'], { published: null })).toEqual([]);
  });

  it('take it from the document, unless they speak of another show', () => {
    const facts = { title: 'La Vigie, saison 2 : critique' };
    expect(last(['Le décor vient de Lyon.'], facts)).toEqual(['2 about document']);
    expect(last(['Harbor Line est plus sage.'], facts)).toEqual([]);
    expect(last(['Contrairement à Harbor Line, rien ne triche.'], facts)).toEqual(['2 about document']);
    expect(last(['La saison 4 est commandée.'], facts)).toEqual(['4 about explicit']);
  });

  it('take nothing from a title that names several seasons', () => {
    expect(last(['Le décor vient de Lyon.'], { title: 'La Vigie, saisons 1 et 2' })).toEqual([]);
  });
});

const PIECES = [
  'saison ',
  'season ',
  'la troisième ',
  'the second ',
  '1, 2, ',
  'first and ',
  's1 ',
  ' ',
  '"',
  "l'",
  'A',
  'than ',
  'à ',
  '9',
];

describe('laws', () => {
  const text = array(constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join(''));

  it('evidence is a slice of its passage, seasons are positive, reading twice gives the same', () => {
    assert(
      property(
        array(text, { minLength: 1, maxLength: 4 }),
        constantFrom('fr', 'en', 'es', 'und'),
        (sentences, language) => {
          const once = read(sentences, { language });
          expect(once).toHaveLength(sentences.length);
          once.forEach((attributions, i) => {
            for (const { evidence, basis, season } of attributions) {
              expect(sentences[i]).toContain(evidence);
              expect(evidence === '').toBe(basis === 'carried' || basis === 'document');
              expect(season).toBeGreaterThan(0);
            }
          });
          expect(read(sentences, { language })).toEqual(once);
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each(PIECES)('reads a megabyte of %j in about a second', (piece) => {
    const page = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const sizes = [page.length, 300];
    for (const size of sizes) {
      const passages = Array.from({ length: Math.ceil(page.length / size) }, (_, i) => ({
        start: i * size,
        end: Math.min(page.length, (i + 1) * size),
        language: 'fr',
      }));
      const input = {
        text: page,
        passages,
        title: page,
        show: 'la-vigie',
        documentSeason: null,
        published: null,
        market: null,
        hits: [],
      };
      // What grows with the square of the text would meet the runner's limit.
      expect(readSeasons(input, smallIndex(), seasonJudge)).toHaveLength(input.passages.length);
    }
  });
});
