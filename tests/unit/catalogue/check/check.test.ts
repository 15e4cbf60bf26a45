import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../../src/catalogue/check/check.ts';
import { findingText } from '../../../../src/catalogue/check/findings.ts';

const good = `show: la-vigie
title: La Vigie du port
country: FR
language: fr
ended: false
seasons:
  - number: 1
    windows:
      - { market: FR, network: Canal Nord, from: 2015-04-27, to: 2015-05-25 }
  - number: 2
    names: [Les Brisants, { text: Breakers, language: en }]
    episodes: [{ number: 1, title: Marée basse }, { number: 2 }]
    windows:
      - { market: FR, network: Canal Nord, from: 2017-03, to: 2017-04 }
    parts: [{ name: Partie 1, from: 2017-03 }, { name: Partie 2, from: 2017 }]
    numbering: [{ source: StreamBox, as: Part 3 }]
specials:
  - { name: Noël au phare, after: 1, date: 2016-12-25 }
people:
  - { name: Anna Keller, roles: [creator] }
characters:
  - { name: Paul Marchand, played by: Anna Keller, codes: [Corbeau], seasons: 1-2 }
organisations:
  - { name: DGX, roles: [service] }
homonyms: [vigie météo]
`;

const check = (text: string, name = 'la-vigie.yaml', known: readonly string[] = []): readonly string[] =>
  checkFiles([{ name, text }], known).findings.map(findingText);

/** The findings after one change to a file without any. */
const after = (from: string, to: string): readonly string[] => {
  expect(good).toContain(from);
  return check(good.replace(from, to));
};

describe('the form of a show file', () => {
  it('has nothing to say about a good one, in YAML or JSON', () => {
    expect(check(good)).toEqual([]);
    const json =
      '{\n\t"show": "x-y",\n\t"title": "X Y",\n\t"country": "FR",\n\t"language": "fr",\n\t"ended": true,\n\t"seasons": [{ "number": 0 }]\n}';
    expect(check(json, 'x-y.json')).toEqual([
      'x-y.json:7: season 0: `number` must be a whole number from 1 on, not 0',
      expect.stringContaining('x-y.json:7: season 0: `windows` is missing'),
    ]);
  });

  it.each([
    [
      'country: FR',
      'country: France',
      'la-vigie.yaml:3: `country` France is no country code of ISO 3166; did you mean FR?',
    ],
    ['country: FR', 'country: UK', 'la-vigie.yaml:3: `country` UK is no country code of ISO 3166; did you mean GB?'],
    ['country: FR', 'country: XQ', 'la-vigie.yaml:3: `country` XQ is no country code of ISO 3166'],
    [
      'language: fr',
      'language: xq',
      'la-vigie.yaml:4: `language` xq is no language code of BCP 47, such as fr, en or pt-BR',
    ],
    ['ended: false', 'ended: nein', 'la-vigie.yaml:5: `ended` must be true or false, not nein'],
    ['title: La Vigie du port', 'title: 24', 'la-vigie.yaml:2: `title` must be text; put it in quotes: "24"'],
    [
      'from: 2015-04-27',
      'from: 27/04/2015',
      'la-vigie.yaml:9: season 1, window FR: `from` must be a date such as 2019-10-21, or 2019-10 or 2019 where no more is known, not 27/04/2015',
    ],
    [
      'to: 2015-05-25',
      'to: 2015-02-30',
      'la-vigie.yaml:9: season 1, window FR: `to` 2015-02-30 is no day of the calendar',
    ],
    [
      'played by:',
      'played_by:',
      'la-vigie.yaml:22: character Paul Marchand: there is no `played_by` here; did you mean `played by`?',
    ],
    [
      'played by:',
      'actor:',
      'la-vigie.yaml:22: character Paul Marchand: there is no `actor` here; did you mean `played by`?',
    ],
    [
      'codes: [Corbeau]',
      'codes: Corbeau',
      'la-vigie.yaml:22: character Paul Marchand: `codes` must be a list of code names such as [Malotru], not Corbeau',
    ],
    [
      'network: Canal Nord, from: 2015',
      'network: , from: 2015',
      'la-vigie.yaml:9: season 1, window FR: `network` is empty; it must be the name of a channel or platform',
    ],
  ])('%s → %s', (from, to, finding) => {
    expect(after(from, to)).toEqual([finding]);
  });

  it('goes on after a fault, so that all are told at once', () => {
    const text = good
      .replace('country: FR', 'country: fr')
      .replace('number: 2', 'number: two')
      .replace('seasons: 1-2', 'seasons: 1-9');
    expect(check(text).map((finding) => finding.slice(0, 17))).toEqual([
      'la-vigie.yaml:3: ',
      'la-vigie.yaml:10:',
      'la-vigie.yaml:22:',
    ]);
  });

  it.each([
    ['title: La Vigie: du port', 'la-vigie.yaml:2: a second colon stands in this line'],
    ['title: "La Vigie', 'a quote, bracket or comma is missing'],
    ['title: La Vigie\ntitle: La Vigie', 'la-vigie.yaml:3: this key stands twice'],
    ['title: @vigie', 'la-vigie.yaml:2: text that begins with this sign must stand in quotes'],
  ])('says what broken YAML lacks: %s', (to, part) => {
    expect(after('title: La Vigie du port', to).join('\n')).toContain(part);
  });

  it('never throws, whatever the file holds', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(...good.split('\n')),
      fc.constantFrom('- *a', 'a: &a [*a]', '? {}'),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        expect(check(lines.join('\n')).every((finding) => /^la-vigie\.yaml:\d+: /u.test(finding))).toBe(true);
      }),
    );
  });
});

describe('what fits together in a show', () => {
  it.each([
    [
      'show: la-vigie',
      'show: la-vigie-2',
      'la-vigie.yaml:1: the show is called `la-vigie-2`, so the file must be la-vigie-2.yaml, not la-vigie.yaml',
    ],
    [
      'to: 2015-05-25',
      'to: 2015-03',
      'la-vigie.yaml:9: season 1, window FR: `to` 2015-03 lies before `from` 2015-04-27',
    ],
    ['number: 1\n', 'number: 2\n', 'la-vigie.yaml:10: season 2: it stands twice'],
    [
      'from: 2017-03, to: 2017-04 }',
      'from: 2014 }',
      'la-vigie.yaml:14: season 2, window FR: it begins on FR (2014) before season 1 does (2015-04-27)',
    ],
    [
      'to: 2015-05-25',
      'to: 2018',
      'la-vigie.yaml:14: advice: season 2, window FR: it begins on FR (2017-03) before season 1 ends (2018)',
    ],
    [
      '[Les Brisants,',
      '[La vigie du port,',
      'la-vigie.yaml:11: season 2, name La vigie du port: "La vigie du port" is a title of the show: it cannot name one season',
    ],
    ['{ number: 2 }]', '{ number: 1 }]', 'la-vigie.yaml:12: season 2, episode 1: it stands twice'],
    ['name: Partie 2', 'name: partie 1', 'la-vigie.yaml:15: season 2, part partie 1: it stands twice'],
    ['after: 1', 'after: 7', 'la-vigie.yaml:18: special Noël au phare: `after` is season 7, but the last season is 2'],
    [
      'seasons: 1-2',
      'seasons: 1-3',
      'la-vigie.yaml:22: character Paul Marchand: `seasons` goes to season 3, but the last season is 2',
    ],
    ['seasons: 1-2', 'seasons: 2-1', 'la-vigie.yaml:22: character Paul Marchand: `seasons` 2-1 runs backwards'],
    [
      'seasons: 1-2',
      'seasons: 1-2, guest: 2',
      'la-vigie.yaml:22: character Paul Marchand: season 2 stands in `seasons` and in `guest`',
    ],
    [
      'played by: Anna Keller',
      'played by: Änna Keller',
      'la-vigie.yaml:22: character Paul Marchand: "Änna Keller" and "Anna Keller" (line 20) differ only in signs, capitals or diacritics and would be one: spell them alike, or tell them apart',
    ],
    [
      '[vigie météo]',
      '[La Vigie du Port]',
      'la-vigie.yaml:25: homonym La Vigie du Port: "La Vigie du Port" is a homonym and a title of the show: as a homonym it would count against every page that names the show',
    ],
    [
      'title: La Vigie du port',
      'title: Nuit',
      'la-vigie.yaml:2: "Nuit" is a word of the language: give it `strength: weak`, or every text with the word would speak of the show',
    ],
    [
      'title: La Vigie du port',
      'title: Vlk',
      'la-vigie.yaml:2: "Vlk" is too short to be trusted alone: give it `strength: weak`, or `capitals` for an abbreviation',
    ],
    [
      'name: DGX',
      'name: Agence',
      'la-vigie.yaml:24: organisation Agence: "Agence" is a word of the language: move it to `weak`',
    ],
  ])('%s → %s', (from, to, finding) => {
    expect(after(from, to)).toEqual([finding]);
  });

  it('advises on a title of one word until its strength is said', () => {
    const titles = (strength: string): string => `titles:\n  - { text: Vigielle${strength} }\nseasons:\n`;
    expect(after('seasons:\n', titles(''))).toEqual([
      expect.stringContaining('la-vigie.yaml:7: advice: title Vigielle'),
    ]);
    expect(after('seasons:\n', titles(', strength: weak'))).toEqual([]);
    expect(after('seasons:\n', titles(', strength: strong'))).toEqual([]);
  });

  it('asks no short title of another script to be weak', () => {
    expect(after('seasons:\n', 'titles:\n  - { text: 灯台, language: ja }\nseasons:\n')).toEqual([]);
  });

  it('takes seasons that begin abroad in another order for advice', () => {
    const abroad = good
      .replace('to: 2015-05-25 }', 'to: 2015-05-25 }\n      - { market: GB, network: Beacon, from: 2018 }')
      .replace('to: 2017-04 }', 'to: 2017-04 }\n      - { market: GB, network: Beacon, from: 2017-06 }');
    expect(check(abroad)).toEqual([expect.stringContaining('la-vigie.yaml:16: advice: season 2, window GB')]);
  });
});

describe('what fits together in a catalogue', () => {
  const related = `${good}related: [engrenage, nowhere-at-all]\n`;

  it('advises on related shows that it does not know', () => {
    expect(check(related, 'la-vigie.yaml', ['engrenages'])).toEqual([
      'la-vigie.yaml:26: advice: related show engrenage: `related` names `engrenage`, which no show of the catalogue is called; did you mean `engrenages`?',
      'la-vigie.yaml:26: advice: related show nowhere-at-all: `related` names `nowhere-at-all`, which no show of the catalogue is called',
    ]);
  });

  it('finds a show that is described twice, and checks the shared file by its own form', () => {
    const { findings, shows } = checkFiles([
      { name: 'a/la-vigie.yaml', text: good },
      { name: 'b/la-vigie.yaml', text: good },
      { name: 'b/shared.yaml', text: 'organisations: []\nplaces: [{ name: Brest, country: FR }]\n' },
    ]);
    expect(shows).toEqual(['la-vigie', 'la-vigie']);
    expect(findings.map(findingText)).toEqual([
      'b/la-vigie.yaml:1: the show `la-vigie` is also described in a/la-vigie.yaml',
      expect.stringContaining('b/shared.yaml:2: place Brest: there is no `country` here; known are name,'),
    ]);
  });
});
