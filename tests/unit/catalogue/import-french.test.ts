import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkShow } from '../../../src/catalogue/check/check.ts';
import { importReferencePage } from '../../../src/catalogue/import.ts';
import { writeShow } from '../../../src/catalogue/write.ts';
import { RevueError } from '../../../src/domain/errors.ts';

type Show = ReturnType<typeof importReferencePage>;

const pageOf = (name: string): Show =>
  importReferencePage(readFileSync(`fixtures/pages/fr.wikipedia.org/2025-01-01/${name}.html`, 'utf8'), 'text/html');

const windowsOf = ({ seasons }: Show): readonly (readonly string[])[] =>
  seasons.map(({ windows }) => windows.map(({ market, network, from, to }) => `${market} ${network} ${from} ${to}`));

const castOf = ({ entities }: Show): readonly string[] =>
  entities
    .filter(({ type }) => type === 'character')
    .map(({ name, playedBy, seasons }) => `${name} < ${playedBy} ${seasons?.main.join()} / ${seasons?.guest.join()}`);

const faultsOf = (show: Show): readonly string[] =>
  checkShow({ name: `${show.id}.yaml`, text: writeShow(show) })
    .filter(({ level }) => level === 'fault')
    .map(({ says }) => says);

describe('a French page about a French series', () => {
  const show = pageOf('le-bureau-des-legendes');

  it('gives titles, origin and people from the infobox and the list of facts', () => {
    expect(show).toMatchObject({ id: 'le-bureau-des-legendes', country: 'FR', language: 'fr', ended: true });
    expect(show.titles).toEqual([{ text: 'Le Bureau des légendes', strength: 'strong', language: 'fr' }]);
    const rolesOf = (name: string): readonly string[] | undefined =>
      show.entities.find((entity) => entity.name === name)?.roles;
    expect(rolesOf('Éric Rochant')).toEqual(['creator', 'writer', 'director']);
    expect(rolesOf('Mathieu Demy')).toEqual(['director']);
    expect(rolesOf('Pascal Breton')).toEqual(['producer']);
    expect(rolesOf('Federation Entertainment')).toEqual(['producer']);
  });

  it('dates seasons from the table and from sentences under their heading', () => {
    expect(windowsOf(show)).toEqual([
      ['FR Canal+ 2015-04-27 2015-05-25'],
      ['FR Canal+ 2016-05-09 2016-06-06'],
      ['FR Canal+ 2017-05-22 2017-06-19'],
      ['FR Canal+ 2018-10-22 2018-11-19', 'IT Sky Atlantic 2018-11-30 null'],
      ['FR Canal+ 2020-04-06 2020-05-04', 'US Sundance Now 2020-06-18 null'],
    ]);
    expect(show.seasons.map(({ episodes }) => episodes)).toEqual([10, 10, undefined, undefined, undefined]);
  });

  it('reads the cast with code names, guests and open ranges', () => {
    expect(castOf(show)).toEqual([
      'Guillaume Debailly < person:mathieu-kassovitz 1,2,3,4,5 / ',
      'Marina Loiseau < person:sara-giraudeau 1,2,3,4,5 / ',
      'Henri Duflot < person:jean-pierre-darroussin 1,2,3 / 4,5',
      'Laurène Balmes < person:lea-drucker 1,2,3 / ',
      'Nadia El Mansour < person:zineb-triki 1,2,3,5 / 4',
      'Jean-Jacques Angel < person:mathieu-amalric 4,5 / ',
      'Mille Sabords < person:louis-garrel  / 5',
    ]);
    const codes = show.entities.flatMap(({ aliases }) => aliases.filter(({ part }) => part === 'code'));
    expect(codes.map(({ text }) => text)).toEqual(['Malotru', 'Phénomène', 'JJA']);
  });
});

describe('a French page about a foreign series', () => {
  const show = pageOf('the-crown');

  it('keeps country and language of origin apart from those of the page', () => {
    expect(show).toMatchObject({ id: 'the-crown', title: 'The Crown', country: 'GB', language: 'en', ended: true });
    expect(windowsOf(show).map(([first]) => first)).toEqual([
      'GB Netflix 2016-11-04 null',
      'GB Netflix 2017-12-08 null',
      'GB Netflix 2019-11-17 null',
      'GB Netflix 2020-11-15 null',
      'GB Netflix 2022-11-09 null',
      'GB Netflix 2023-11-16 2023-12-14',
    ]);
  });

  it('makes one character of a part that several play, and keeps them all as cast', () => {
    expect(castOf(show)[0]).toBe('Élisabeth II < person:claire-foy 1,2,3,4,5,6 / ');
    const cast = show.entities.filter(({ roles }) => roles?.includes('cast')).map(({ name }) => name);
    expect(cast).toEqual(expect.arrayContaining(['Olivia Colman', 'Imelda Staunton', 'Elizabeth Debicki']));
  });
});

describe('lines of a French cast list', () => {
  const cast = (line: string): readonly string[] =>
    castOf(
      importReferencePage(
        `= La Vigie =\n- Création : Anna Keller\n- Nb. de saisons : 5\n== Distribution ==\n${line}\n`,
        'text/plain',
      ),
    );

  it.each([
    ['- Ida Roy (VF : Max Blin) : Claire Vasseur (saisons 1-3)', ['Claire Vasseur < person:ida-roy 1,2,3 / ']],
    [
      '- Ida Roy et Max Blin : Titi et Toto, les jumeaux',
      ['Titi < person:ida-roy undefined / undefined', 'Toto < person:max-blin undefined / undefined'],
    ],
    ['- Ida Roy : Claire Vasseur (depuis la saison 3)', ['Claire Vasseur < person:ida-roy 3,4,5 / ']],
    [
      '- Ida Roy : le commissaire Claire (récurrente saison 1, principale saisons 2 à 4, invitée saison 5)',
      ['le commissaire Claire < person:ida-roy 1,2,3,4 / 5'],
    ],
    ['- Société de doublage : Voix du Port', []],
    ['- Direction artistique : Max Blin', []],
  ])('%s', (line, expected) => {
    expect(cast(line)).toEqual(expected);
  });
});

describe('dates in French sentences', () => {
  const page = (sentence: string): string =>
    `= La Vigie =\n- Création : Anna Keller\n- Pays d’origine : France\n- Nb. de saisons : 4\n== Diffusion ==\n${sentence}\n`;

  it.each([
    ['La deuxième saison est diffusée du 3 au 24 mai 2016 sur France 2.', 2, 'FR France 2 2016-05-03 2016-05-24'],
    [
      'La saison 3 a été diffusée entre le 28 décembre 2018 et le 1er janvier 2019 sur OCS Max.',
      3,
      'FR OCS Max 2018-12-28 2019-01-01',
    ],
    ['La saison 3 a été diffusée du 28 décembre au 4 janvier 2019.', 3, 'FR unknown 2018-12-28 2019-01-04'],
    ['La quatrième saison sort en mars 2020 sur Netflix.', 4, 'FR Netflix 2020-03-01 2020-03-31'],
    ['La saison 2 est disponible au Royaume-Uni depuis le 5 juin 2017 sur Beacon.', 2, 'GB Beacon 2017-06-05 null'],
  ])('%s', (sentence, season, window) => {
    expect(windowsOf(importReferencePage(page(sentence), 'text/plain'))[season - 1]).toEqual([window]);
  });

  it.each(['La saison 2 a été commandée en mai 2016.', 'Le tournage de la saison 2 commence le 3 mai 2016.'])(
    'takes no other date for a broadcast: %s',
    (sentence) => {
      expect(windowsOf(importReferencePage(page(sentence), 'text/plain')).flat()).toEqual([]);
    },
  );
});

describe('whatever a page holds', () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '- Création : Anna Keller, anna keller, ANNA-KELLER',
      "- Pays d'origine : France",
      '- Country: Japan',
      '- Nb. de saisons : 3',
      '- Diffusion originale : 30 février 2015 – 3 mars 2014',
      '== Distribution ==',
      '=== Invités ===',
      '- Anna  Keller : Paul Marchand (saisons 9 à 2, invité saison 2)',
      '- Änna Keller : paul marchand (saison 0-3)',
      '- ANNA KELLER : Ida Roy (saison 1)',
      '- Änna-Keller : Toto',
      '- X as Y (season 2, guest season 2)',
      '== Diffusion ==',
      '== Épisodes ==',
      '=== Saison 7 (2012) ===',
      'La saison 3 est diffusée du 3 mai 2017 au 1er mai 2016 en France et en Belgique.',
      'La saison 2 est diffusée le 31 juin 2019 sur M6. Series 1 aired on 2018-13-41.',
      '| Saison | Épisodes |',
      '| 2 | 0 | 1er mai 2011 | 3 mai 1810 |',
    ),
  );

  it('what is imported has no fault', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.constantFrom('= La Vigie =', '= Oz ='), (lines, title) => {
        expect(outcomeOf([title, ...lines].join('\n'))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  const outcomeOf = (page: string): readonly string[] => {
    try {
      return faultsOf(importReferencePage(page, 'text/plain'));
    } catch (error) {
      if (error instanceof RevueError && error.disposition === 'quarantine') return [String(error.cause)];
      throw error;
    }
  };
});

describe('the French pages of the fixtures', () => {
  it.each(['le-bureau-des-legendes', 'the-crown'])('%s passes the check', (name) => {
    expect(faultsOf(pageOf(name))).toEqual([]);
  });
});
