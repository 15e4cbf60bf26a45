import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRelevanceModel } from '../../../../src/app-models.ts';
import { parseShow } from '../../../../src/catalogue/format.ts';
import { buildIndex } from '../../../../src/catalogue/index.ts';
import { entity, thingAliases } from '../../../../src/catalogue/names.ts';
import { readRelevance } from '../../../../src/reading/relevance/relevance.ts';

const show = (id: string, title: string, rest = ''): string => `show: ${id}
title: ${title}
country: GB
language: en
ended: true
seasons:
  - { number: 1, windows: [{ market: GB, network: Channel Nine, from: 2015-03-02, to: 2015-04-06 }] }
${rest}`;

const files = [
  show(
    'the-tide',
    'The Tide',
    `people:
  - { name: Ada Quillfeather, roles: [creator] }
characters:
  - { name: Nora Vellacott, played by: Ines Marchbank }
  - { name: Tobias Rook, played by: Owen Farthingale }
  - { name: Perpetua Gale, played by: Lena Osterwold }
`,
  ),
  show('harbour-lights', 'Harbour Lights'),
  show('salt', 'Salt', 'titles:\n  - { text: Salt, language: en, strength: weak }\nhomonyms: [Salt Lake]\n'),
  show('dix-marches', 'Dix marches'),
];
const index = buildIndex({
  shows: files.map((file, i) => parseShow(file, `${i}.yaml`)),
  entities: [
    entity('organisation', 'Channel Nine', thingAliases({ name: 'Channel Nine' }), { roles: ['channel'] }),
    entity('organisation', 'Channel Ten', thingAliases({ name: 'Channel Ten' }), { roles: ['channel'] }),
  ],
});

const model = loadRelevanceModel('models');

interface Page {
  readonly title?: string;
  readonly text: string;
  readonly url?: string;
  readonly published?: string;
}

function read({ title = '', text, url, published }: Page) {
  const date = published === undefined ? null : ({ date: published, precision: 'day', basis: 'given' } as const);
  const hits = index.scan(text);
  return readRelevance({ title, text, url: url ?? null, published: date, hits, given: undefined }, index, model);
}
const found = (page: Page): readonly string[] => read(page).map(({ show: id, relevance }) => `${id} ${relevance}`);

describe('a title of everyday words', () => {
  it('is the show where television is spoken of, and else what its words say', () => {
    expect(found({ title: 'The Tide', text: 'It turns at noon on the west coast.' })).toEqual([]);
    expect(found({ title: 'The Tide', text: 'The last episode left viewers gasping.' })).toEqual(['the-tide about']);
    expect(
      found({ title: 'A walk on the beach', text: 'We waited for the tide, then for the series of waves.' }),
    ).toEqual([]);
    expect(found({ title: 'Dix marches à monter', text: 'Le maire promet une rampe.' })).toEqual([]);
  });

  it('is the show when quoted or written with its capitals in the middle of a sentence', () => {
    expect(found({ title: 'A return', text: 'Last night « Harbour Lights » came back.' })).toEqual([
      'harbour-lights mention',
    ]);
    expect(found({ title: 'A return', text: 'The harbour lights went out at nine.' })).toEqual([]);
  });

  it('is told by no capitals where every word has one', () => {
    expect(found({ title: 'Harbour Lights Fail After Council Cuts Power', text: 'Boats waited outside.' })).toEqual([]);
  });

  it('is the film or the book where one is spoken of and no series is', () => {
    expect(found({ title: 'Harbour Lights', text: 'Her third novel follows two sisters and a lighthouse.' })).toEqual(
      [],
    );
  });

  it('may be weak: somebody of the show or a season must stand by it', () => {
    expect(found({ title: 'Salt, pepper and thyme', text: 'A recipe for the weekend.' })).toEqual([]);
    expect(found({ title: 'Salt Lake season opens', text: 'Skiers watch the episode of snow.' })).toEqual([]);
    expect(found({ title: 'Salt, season 2', text: 'Eight episodes, none of them shot in Salt Lake City.' })).toEqual([
      'salt about',
    ]);
    expect(found({ title: 'Notes', text: 'The second season of Salt has eight episodes.' })).toEqual(['salt about']);
  });
});

describe('a show that is not named', () => {
  it('is told by characters and cast on a page about a series', () => {
    expect(
      found({ title: 'Into the fog', text: 'Nora Vellacott and Tobias Rook end the season on the pier.' }),
    ).toEqual(['the-tide about']);
    expect(found({ title: 'A new bakery', text: 'Nora Vellacott opened it on Monday.' })).toEqual([]);
  });

  it('is told by first names only when several stand together, none of them followed by a surname', () => {
    const season = 'The final season is over.';
    expect(found({ text: `Nora lies, Tobias drinks, Perpetua prays. ${season}` })).toEqual(['the-tide about']);
    expect(found({ text: `Nora Smith, Tobias Jones and Perpetua Brown met. ${season}` })).toEqual([]);
    expect(found({ text: `Nora lies. ${season}` })).toEqual([]);
  });

  it('is told by a character beside the actor', () => {
    expect(found({ title: 'Season 2', text: 'Marchbank gives Vellacott a new walk in every episode.' })).toEqual([
      'the-tide about',
    ]);
  });
});

describe('what speaks against', () => {
  it('knows a portrait from a report', () => {
    const named = 'The actress, whom The Tide made famous on Channel Nine television, walks her dogs.';
    expect(found({ title: 'Ines Marchbank at home', text: named })).toEqual(['the-tide mention']);
  });

  it('knows lists, obituaries and reviews of something else by their titles', () => {
    const text = 'The series The Tide is on Channel Nine.';
    expect(found({ title: 'The ten best dramas of the year', text })).toEqual(['the-tide mention']);
    expect(found({ title: 'Ines Marchbank, 1950–2020', text: `${text} She was Nora.` })).toEqual(['the-tide mention']);
    expect(read({ title: 'Low Water review: waves', text })[0]?.signals).toContain('the title reviews "Low Water"');
  });

  it('knows a remake by its words', () => {
    const text = 'The Korean remake moves the pier to Busan, in twelve episodes.';
    expect(found({ title: 'The Tide turns east', text })).toEqual(['the-tide mention']);
  });

  it('gives nothing to a show years before its first season, and little just before', () => {
    const page = { title: 'The Tide, episode one', text: 'A thriller.' };
    expect(found({ ...page, published: '2009-05-01' })).toEqual([]);
    expect(found({ ...page, published: '2014-11-01' })).toEqual(['the-tide about']);
    expect(read({ ...page, published: '2013-05-01' })[0]?.signals).toContain(
      'published a year or more before the first season',
    );
  });
});

describe('the address', () => {
  it('speaks for the show in its words, not in a part of them or of the host', () => {
    const signals = (url: string) =>
      read({ text: 'Salt is a series. The Tide is a series.', url }).flatMap((each) => each.signals);
    const says = 'the address names the show';
    expect(signals('https://a.example/tv/the-tide-2')).toContain(says);
    expect(signals('https://a.example/series/salt')).toContain(says);
    expect(signals('https://salt.example/news/saltworks')).not.toContain(says);
    expect(signals('https://a.example/food/salt')).not.toContain(says);
  });

  it('speaks against it where it files sport or money', () => {
    const page = { title: 'Salt season', text: 'Salt won.' };
    expect(found({ ...page, url: 'https://a.example/sport/salt-season' })).toEqual([]);
  });
});

describe('hostile pages', () => {
  it.each([
    ['a title', 'The Tide '],
    ['a weak title', 'Salt, '],
    ['a homonym', 'Salt Lake '],
    ['a quotation mark', '"T '],
    ['a number', '9'],
    ['a season', 'season '],
  ])('reads %s fifty thousand times over', (_, word) => {
    const text = word.repeat(50_000);
    const started = performance.now();
    expect(read({ title: text, text, url: `https://a.example/${word.repeat(500)}` }).length).toBeLessThanOrEqual(4);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('always says why, surest first, and within bounds', () => {
    const words = [
      'The Tide',
      'Salt',
      'season 2',
      'Nora',
      'Ines Marchbank',
      'Harbour Lights',
      'novel',
      'dies',
      '«',
      '»',
      '.',
      '\n',
      ':',
    ];
    const text = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, text, (title, body) => {
        const shows = read({ title, text: body });
        expect(shows.every(({ confidence, signals }) => confidence > 0 && confidence <= 1 && signals.length > 0)).toBe(
          true,
        );
        expect(shows.map(({ relevance }) => relevance)).toEqual(shows.map(({ relevance }) => relevance).sort());
      }),
    );
  });
});
