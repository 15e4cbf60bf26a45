import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkShow } from '../../../src/catalogue/check/check.ts';
import { parseShow } from '../../../src/catalogue/format.ts';
import { loadCatalogue } from '../../../src/catalogue/load.ts';
import type { ShowFile } from '../../../src/catalogue/schema.ts';
import { writeShow, writeShowFile } from '../../../src/catalogue/write.ts';

const word = fc.stringMatching(/^[A-Zé][a-zàü'#:&-]{1,8}$/u);
const name = fc.tuple(word, word).map(([first, last]) => `${first} ${last}`);
const optional = <T>(arbitrary: fc.Arbitrary<T>, key: string) =>
  fc.option(arbitrary, { nil: undefined }).map((value) => (value === undefined ? {} : { [key]: value }));
const range = fc.constantFrom(2, '1-3', '1-3, 5', '4, 6-7');

const character = fc
  .tuple(
    name,
    optional(name, 'played by'),
    optional(fc.uniqueArray(word, { minLength: 1, maxLength: 2 }), 'codes'),
    optional(range, 'seasons'),
    optional(range, 'guest'),
  )
  .map(([full, ...rest]) => Object.assign({ name: full }, ...rest) as NonNullable<ShowFile['characters']>[number]);
const person = fc
  .tuple(name, optional(fc.uniqueArray(fc.constantFrom('creator', 'writer', 'cast'), { minLength: 1 }), 'roles'))
  .map(([full, roles]) => ({ name: full, ...roles }));
const written = fc.constantFrom<string | number>(
  '2015-04-27',
  '2015-05',
  '2016-02',
  '2016-02-29',
  2015,
  2016,
  '2016-12-31',
);
const window = fc
  .record(
    { market: fc.constantFrom('FR', 'GB'), network: name, from: written, to: written },
    { requiredKeys: ['market', 'network', 'from'] },
  )
  .filter(({ from, to }) => to === undefined || String(from).slice(0, 4) < String(to).slice(0, 4));
const localName = fc.oneof(name, fc.record({ text: name, language: fc.constantFrom('en', 'fr') }));
const names = fc.array(localName, { minLength: 1, maxLength: 3 });
const episode = fc.record(
  { number: fc.integer({ min: 1, max: 12 }), title: name, titles: names },
  { requiredKeys: ['number'] },
);
const season = fc.record(
  {
    windows: fc.array(window, { maxLength: 2 }),
    names,
    episodes: fc.oneof(
      fc.integer({ min: 1, max: 30 }),
      fc.uniqueArray(episode, { selector: ({ number }) => number, minLength: 1, maxLength: 3 }),
    ),
    parts: fc.array(fc.record({ name, from: written }, { requiredKeys: ['name'] }), { minLength: 1, maxLength: 2 }),
    numbering: fc.array(fc.record({ source: name, as: fc.oneof(name, fc.integer({ min: 1, max: 9 })) }), {
      minLength: 1,
      maxLength: 2,
    }),
    awards: fc.array(name, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['windows'] },
);
const special = fc.record({ name, after: fc.constant(1), date: written }, { requiredKeys: ['name'] });
const title = fc.record(
  {
    text: fc.oneof(name, word),
    strength: fc.constantFrom('strong', 'weak', 'capitals'),
    language: fc.constantFrom('fr', 'pt-BR'),
  },
  { requiredKeys: ['text'] },
);

const showFile: fc.Arbitrary<ShowFile> = fc.record({
  show: fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}$/u),
  title: name,
  country: fc.constant('FR'),
  language: fc.constant('fr'),
  ended: fc.boolean(),
  titles: fc.array(title, { maxLength: 2 }),
  seasons: fc
    .array(season, { minLength: 1, maxLength: 3 })
    .map((seasons) => seasons.map((each, i) => ({ number: i + 1, ...each }))),
  specials: fc.array(special, { minLength: 1, maxLength: 2 }),
  people: fc.uniqueArray(person, { selector: (each) => each.name, maxLength: 3 }),
  characters: fc.uniqueArray(character, { selector: (each) => each.name, maxLength: 4 }),
  homonyms: fc.array(fc.string({ minLength: 1 }), { maxLength: 3 }),
});

/** Ids are made of letters and digits: names that differ in signs only are one entity, which no file means. */
function areApart({ people = [], characters = [] }: ShowFile): boolean {
  const names = new Set([...people, ...characters].flatMap((each) => [each.name, ...playedBy(each)]));
  const bare = (text: string): string =>
    text
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^a-z0-9]/gu, '');
  return new Set([...names].map(bare)).size === names.size;
}
const playedBy = (each: object): readonly string[] =>
  'played by' in each && typeof each['played by'] === 'string' ? [each['played by']] : [];

const faultsOf = (show: string, text: string): readonly string[] =>
  checkShow({ name: `${show}.yaml`, text })
    .filter(({ level }) => level === 'fault')
    .map(({ says }) => says);

describe('writeShow', () => {
  it('writes what parseShow reads back as the same show', () => {
    fc.assert(
      fc.property(showFile.filter(areApart), (file) => {
        const show = parseShow(writeShowFile(file), 'written');
        expect(parseShow(writeShow(show), 'written again')).toEqual(show);
      }),
    );
  });

  it('writes no fault into a file that had none', () => {
    fc.assert(
      fc.property(showFile, (file) => {
        const before = faultsOf(file.show, writeShowFile(file));
        const after =
          before.length > 0 ? before : faultsOf(file.show, writeShow(parseShow(writeShowFile(file), 'written')));
        expect(after).toEqual(before);
      }),
    );
  });

  it('keeps every show that ships', async () => {
    for (const show of (await loadCatalogue('fixtures/catalogue')).shows) {
      expect(parseShow(writeShow(show), show.id)).toEqual(show);
    }
  });
});
