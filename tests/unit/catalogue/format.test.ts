import { describe, expect, it } from 'vitest';
import { parseShow } from '../../../src/catalogue/format.ts';
import { loadCatalogue } from '../../../src/catalogue/load.ts';
import { numbersIn } from '../../../src/catalogue/ranges.ts';

const file = `show: la-vigie
title: La Vigie
country: FR
language: fr
ended: false
seasons:
  - { number: 1, windows: [{ market: FR, network: Canal Nord, from: 2015-04-27 }] }
people:
  - { name: Anna Keller, roles: [creator] }
characters:
  - { name: Paul Marchand, played by: Anna Keller, codes: [Corbeau, KGX], seasons: "1-3, 5", guest: 4 }
`;

const faultOf = (text: string): unknown => {
  try {
    return parseShow(text, 'la-vigie.yaml');
  } catch (error) {
    return error;
  }
};

describe('parseShow', () => {
  it('reads what a press officer writes', () => {
    const show = parseShow(file, 'la-vigie.yaml');
    expect(show.titles).toEqual([{ text: 'La Vigie', strength: 'strong', language: 'fr' }]);
    expect(show.seasons[0]?.windows).toEqual([{ market: 'FR', network: 'Canal Nord', from: '2015-04-27', to: null }]);
    expect(show.entities.find(({ id }) => id === 'person:anna-keller')?.roles).toEqual(['creator', 'cast']);
    const character = show.entities.find(({ id }) => id === 'character:paul-marchand');
    expect(character).toMatchObject({ playedBy: 'person:anna-keller', seasons: { main: [1, 2, 3, 5], guest: [4] } });
    expect(character?.aliases).toContainEqual({ text: 'Corbeau', strength: 'weak', part: 'code' });
    expect(character?.aliases).toContainEqual({ text: 'KGX', strength: 'capitals', part: 'code' });
  });

  it('encloses months and years that are known without a day', () => {
    const windowOf = (dates: string): unknown =>
      parseShow(file.replace('from: 2015-04-27', dates), 'la-vigie.yaml').seasons[0]?.windows[0];
    const window = { market: 'FR', network: 'Canal Nord' };
    expect(windowOf('from: 2016-02')).toEqual({ ...window, from: '2016-02-01', to: null, precision: 'month' });
    expect(windowOf('from: 2016-02-03, to: 2016-02')).toEqual({
      ...window,
      from: '2016-02-03',
      to: '2016-02-29',
      precision: 'month',
    });
    expect(windowOf('from: 2016, to: 2017')).toEqual({
      ...window,
      from: '2016-01-01',
      to: '2017-12-31',
      precision: 'year',
    });
  });

  it('reads names, parts, episodes and other counts of a season, and specials', () => {
    const season = `{ number: 1, names: [Les Brisants, { text: Breakers, language: en }], windows: [],
      parts: [{ name: Partie 1, from: 2015 }], numbering: [{ source: StreamBox, as: Part 3 }],
      episodes: [{ number: 1, title: Marée basse, titles: [{ text: Low Tide, language: en }] }, { number: 8 }] }
specials:
  - { name: Noël au phare, after: 1, date: 2016-12 }`;
    const show = parseShow(file.replace(/\{ number: 1, .*/u, season), 'la-vigie.yaml');
    expect(show.seasons[0]).toEqual({
      number: 1,
      windows: [],
      episodes: 8,
      episodeTitles: [
        { number: 1, text: 'Marée basse' },
        { number: 1, text: 'Low Tide', language: 'en' },
      ],
      names: [{ text: 'Les Brisants' }, { text: 'Breakers', language: 'en' }],
      parts: [{ name: 'Partie 1', from: '2015-01-01', precision: 'year' }],
      numbering: [{ source: 'StreamBox', as: 'Part 3' }],
    });
    expect(show.specials).toEqual([{ name: 'Noël au phare', after: 1, date: '2016-12-01', precision: 'month' }]);
  });

  it('lists all faults with file and line', () => {
    const error = faultOf(file.replace('country: FR', 'country: France').replace('number: 1', 'number: one'));
    expect(error).toMatchObject({ code: 'catalogue-invalid', disposition: 'fatal' });
    expect(String(error)).toContain('la-vigie.yaml:3:');
    expect(String(error)).toContain('la-vigie.yaml:7:');
  });

  it('refuses a season that ends before it begins, one that stands twice, and words it does not know', () => {
    expect(String(faultOf(file.replace('2015-04-27', '2015-04-27, to: 2014-01-01')))).toContain(
      'ends before it begins',
    );
    const twice = file.replace('people:', '  - { number: 1, windows: [] }\npeople:');
    expect(String(faultOf(twice))).toContain('season 1 stands twice');
    expect(faultOf(file.replace('ended: false', 'ended: false\ngenre: spy'))).toMatchObject({
      code: 'catalogue-invalid',
    });
  });

  it('names the line of broken YAML', () => {
    expect(String(faultOf('show: a\ntitle: [b'))).toMatch(/la-vigie\.yaml:[23]:/u);
  });
});

describe('numbersIn', () => {
  it('reads ranges and lists', () => {
    expect(numbersIn('1-3, 5')).toEqual([1, 2, 3, 5]);
    expect(numbersIn(2)).toEqual([2]);
    expect(numbersIn(undefined)).toEqual([]);
  });
});

describe('the catalogue that ships', async () => {
  const catalogue = await loadCatalogue('fixtures/catalogue');

  it('relates shows that it knows', () => {
    const known = new Set(catalogue.shows.map(({ id }) => id));
    const unknown = catalogue.shows.flatMap(({ related }) => related.filter((other) => !known.has(other)));
    expect(unknown).toEqual([]);
  });

  it('gives every character an actor who is there', () => {
    for (const { entities } of catalogue.shows) {
      const ids = new Set(entities.map(({ id }) => id));
      expect(entities.filter(({ playedBy }) => playedBy && !ids.has(playedBy))).toEqual([]);
    }
  });

  it('fails with a sentence where there is no folder', async () => {
    await expect(loadCatalogue('fixtures/nowhere')).rejects.toMatchObject({ code: 'catalogue-missing' });
  });
});
