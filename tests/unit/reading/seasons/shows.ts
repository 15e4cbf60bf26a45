import type { CatalogueIndex, Entity, NameHit, Show, ShowId } from '../../../../src/domain/catalogue.ts';
import type { Attribution } from '../../../../src/domain/reading.ts';
import { readSeasons } from '../../../../src/reading/seasons/seasons.ts';
import { seasonJudge } from '../../../support/seasons.ts';

type Row = readonly [market: string, from: string, to: string];

function show(
  id: ShowId,
  country: string,
  ended: boolean,
  titles: readonly string[],
  seasons: readonly (readonly Row[])[],
): Show {
  return {
    id,
    title: titles[0] ?? id,
    titles: titles.map((text) => ({ text, strength: 'strong' })),
    country,
    language: 'fr',
    ended,
    seasons: seasons.map((rows, i) => ({
      number: i + 1,
      windows: rows.map(([market, from, to]) => ({ market, network: 'x', from, to })),
    })),
    entities: [],
    related: [],
    homonyms: [],
  };
}

/** Two invented shows: one French of four seasons, shown a year later in Britain; one American, still running. */
export const SHOWS: readonly Show[] = [
  show(
    'la-vigie',
    'FR',
    true,
    ['La Vigie', 'The Lookout'],
    [
      [
        ['FR', '2015-04-27', '2015-05-25'],
        ['GB', '2016-06-17', '2016-07-17'],
      ],
      [
        ['FR', '2016-05-09', '2016-06-06'],
        ['GB', '2017-06-01', '2017-07-01'],
      ],
      [
        ['FR', '2017-05-22', '2017-06-19'],
        ['GB', '2018-06-01', '2018-07-01'],
      ],
      [
        ['FR', '2018-10-22', '2018-11-19'],
        ['GB', '2019-11-01', '2019-12-01'],
      ],
    ],
  ),
  show(
    'harbor-line',
    'US',
    false,
    ['Harbor Line'],
    [[['US', '2014-01-05', '2014-03-09']], [['US', '2016-01-05', '2016-03-09']]],
  ),
];

/** An index over `SHOWS` and one person, by plain search. */
export function smallIndex(): CatalogueIndex {
  const entities = new Map<string, Entity>(
    SHOWS.map((one) => [`show:${one.id}`, { id: `show:${one.id}`, type: 'show', name: one.title, aliases: [] }]),
  );
  const person: Entity = { id: 'person:ada-morel', type: 'person', name: 'Ada Morel', aliases: [] };
  const names: readonly (readonly [string, Entity, ShowId])[] = [
    ...SHOWS.flatMap((one) =>
      one.titles.map((title) => [title.text, entities.get(`show:${one.id}`) ?? person, one.id] as const),
    ),
    ['Ada Morel', person, 'la-vigie'],
  ];
  const scan = (text: string): readonly NameHit[] =>
    names
      .flatMap(([name, entity, owner]) =>
        [...text.matchAll(new RegExp(name, 'g'))].map((match) => ({
          start: match.index,
          end: match.index + name.length,
          surface: name,
          candidates: [{ entity, alias: { text: name, strength: 'strong' as const }, show: owner, distance: 0 }],
        })),
      )
      .sort((a, b) => a.start - b.start);
  return {
    catalogue: { shows: SHOWS, entities: [] },
    shows: new Map(SHOWS.map((one) => [one.id, one])),
    entities,
    scan,
  };
}

/** Facts of a test document; everything has a default. */
export interface Facts {
  readonly language?: string;
  readonly title?: string;
  readonly show?: ShowId | null;
  readonly season?: number;
  readonly published?: string | null;
  readonly market?: string;
}

const index = smallIndex();

/** Reads sentences as one document about La Vigie, dated in the middle of season 3's French window. */
export function read(sentences: readonly string[], facts: Facts = {}): readonly (readonly Attribution[])[] {
  const text = sentences.join(' ');
  let at = 0;
  const passages = sentences.map((sentence) => {
    const start = at;
    at += sentence.length + 1;
    return { start, end: start + sentence.length, language: facts.language ?? 'fr' };
  });
  const published = facts.published === undefined ? '2017-06-01' : facts.published;
  return readSeasons(
    {
      text,
      passages,
      title: facts.title ?? null,
      show: facts.show === undefined ? 'la-vigie' : facts.show,
      documentSeason: facts.season ?? null,
      published: published === null ? null : { date: published, precision: 'day', basis: 'given' },
      market: facts.market ?? null,
      hits: index.scan(text),
    },
    index,
    seasonJudge,
  );
}

/** The attributions of the last sentence, as `season relation basis`, in order of season. */
export function last(sentences: readonly string[], facts: Facts = {}): readonly string[] {
  return (read(sentences, facts).at(-1) ?? [])
    .map(
      ({ show: id, season, relation, basis }) => `${id === 'la-vigie' ? '' : `${id} `}${season} ${relation} ${basis}`,
    )
    .sort();
}
