import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
const window = fc.record({
  market: fc.constantFrom('FR', 'GB'),
  network: name,
  from: fc.constantFrom('2015-04-27', '2020-02-29'),
});

const showFile: fc.Arbitrary<ShowFile> = fc.record({
  show: fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}$/u),
  title: name,
  country: fc.constant('FR'),
  language: fc.constant('fr'),
  ended: fc.boolean(),
  seasons: fc
    .array(fc.array(window, { maxLength: 2 }), { minLength: 1, maxLength: 3 })
    .map((seasons) => seasons.map((windows, i) => ({ number: i + 1, windows }))),
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

describe('writeShow', () => {
  it('writes what parseShow reads back as the same show', () => {
    fc.assert(
      fc.property(showFile.filter(areApart), (file) => {
        const show = parseShow(writeShowFile(file), 'written');
        expect(parseShow(writeShow(show), 'written again')).toEqual(show);
      }),
    );
  });

  it('keeps every show that ships', async () => {
    for (const show of (await loadCatalogue('fixtures/catalogue')).shows) {
      expect(parseShow(writeShow(show), show.id)).toEqual(show);
    }
  });
});
