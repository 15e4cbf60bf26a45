import { readFileSync } from 'node:fs';
import type { CatalogueIndex, Entity, NameHit, Show } from '../../src/domain/catalogue.ts';
import type { Attribution } from '../../src/domain/reading.ts';
import { readSeasons } from '../../src/reading/seasons/seasons.ts';

interface ShowRow {
  readonly titles: readonly string[];
  readonly country?: string;
  readonly ended?: boolean;
  readonly seasons: Readonly<Record<string, readonly [string, string]>>;
}

interface Pair {
  readonly show: string;
  readonly season: number;
}

/** One labelled sentence with the sentences before it. */
export interface Case {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly context: {
    readonly show: string;
    readonly default_season: number | null;
    readonly previous: readonly string[];
  };
  readonly published: string;
  readonly expected: readonly (Pair & { readonly relation: 'about' | 'background' | 'other-show' })[];
}

/** Authors' slugs for shows of the catalogue. */
const SAME: Readonly<Record<string, string>> = {
  spiral: 'engrenages',
  'call-my-agent': 'dix-pour-cent',
  agency: 'the-agency',
  crown: 'the-crown',
  bureau: 'le-bureau-des-legendes',
};
const sameShow = (slug: string): string => SAME[slug] ?? slug;

/** One labelled press document. */
export interface PressDocument {
  readonly id: string;
  readonly lang: string;
  readonly show: string;
  readonly published: string;
  readonly title: string;
  readonly sentences: readonly {
    readonly text: string;
    readonly seasons: readonly number[];
    readonly background: readonly number[];
    readonly other: readonly Pair[];
    readonly carried: boolean;
  }[];
}

const gold = (name: string): string => readFileSync(new URL(`../../fixtures/gold/${name}`, import.meta.url), 'utf8');
const lines = (name: string): string[] => gold(name).split('\n').filter(Boolean);

/** The labelled sentences. */
export const cases = (): readonly Case[] => lines('seasons/seasons.jsonl').map((line) => JSON.parse(line) as Case);

/** The labelled press documents of some authors ("01"). */
export const press = (authors: readonly string[]): readonly PressDocument[] =>
  authors.flatMap((author) =>
    lines(`press/author-${author}.jsonl`).map((line) => {
      const document = JSON.parse(line) as PressDocument;
      const sentences = document.sentences.map((sentence) => ({
        ...sentence,
        other: sentence.other.map((pair) => ({ ...pair, show: sameShow(pair.show) })),
      }));
      return { ...document, show: sameShow(document.show), sentences };
    }),
  );

/** The slugs of all shows that press documents name. */
export const showsOf = (documents: readonly PressDocument[]): readonly string[] => [
  ...new Set(
    documents.flatMap(({ show, sentences }) => [
      show,
      ...sentences.flatMap(({ other }) => other.map((pair) => pair.show)),
    ]),
  ),
];

function showFrom(id: string, row: ShowRow): Show {
  const country =
    row.country ?? (['homeland', 'succession', 'the-agency', 'stranger-things', 'mad-men'].includes(id) ? 'US' : 'FR');
  const seasons = Object.entries(row.seasons).map(([number, [from, to]]) => ({
    number: Number(number),
    windows: [{ market: country, network: '', from, to }],
  }));
  const titles = row.titles.map((text) => ({ text, strength: 'strong' as const }));
  return {
    id,
    title: row.titles[0] ?? id,
    titles,
    country,
    language: 'fr',
    ended: row.ended ?? !['the-agency', 'lupin', 'hippocrate', 'slow-horses'].includes(id),
    seasons,
    entities: [],
    related: [],
    homonyms: [],
  };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Shows that only the press files know: a title made from the slug, no windows. */
function uncatalogued(slugs: readonly string[]): Record<string, ShowRow> {
  return Object.fromEntries(
    slugs.map((slug) => [slug, { titles: [slug.replaceAll('-', ' ')], ended: false, seasons: {} }]),
  );
}

const plain = (text: string): string =>
  text.replace(/[^\x20-\x7e]/g, (sign) => (sign === '’' ? "'" : (sign.normalize('NFD')[0] ?? sign))).toLowerCase();

/** An index over the shows of the gold set, and of `extra` slugs without windows, by plain title matching. */
export function goldIndex(extra: readonly string[] = []): CatalogueIndex {
  const rows = { ...uncatalogued(extra), ...(JSON.parse(gold('seasons/shows.json')) as Record<string, ShowRow>) };
  const shows = new Map(Object.entries(rows).map(([id, row]) => [id, showFrom(id, row)]));
  const bearers = new Map<string, Entity>();
  for (const show of shows.values()) {
    const entity: Entity = { id: `show:${show.id}`, type: 'show', name: show.title, aliases: [] };
    for (const title of show.titles) {
      bearers.set(plain(title.text), entity);
      bearers.set(plain(title.text).replace(/^les? /, ''), entity);
    }
  }
  const longestFirst = [...bearers.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`(?<!\\w)(?:${longestFirst.join('|')})(?!\\w)`, 'g');
  const scan = (text: string): readonly NameHit[] =>
    [...plain(text).matchAll(pattern)].flatMap((match) => {
      const entity = bearers.get(match[0]);
      if (entity === undefined || !/\p{Lu}|\d/u.test(text[match.index] ?? '')) return [];
      const candidate = {
        entity,
        alias: { text: match[0], strength: 'strong' as const },
        show: entity.id.slice(5),
        distance: 0,
      };
      return [
        {
          start: match.index,
          end: match.index + match[0].length,
          surface: text.slice(match.index, match.index + match[0].length),
          candidates: [candidate],
        },
      ];
    });
  const entities = new Map([...bearers.values()].map((entity) => [entity.id, entity]));
  return { catalogue: { shows: [...shows.values()], entities: [] }, shows, entities, scan };
}

/** Reads sentences as one document. */
export function readSentences(
  sentences: readonly string[],
  facts: {
    readonly lang: string;
    readonly title: string | null;
    readonly show: string;
    readonly season: number | null;
    readonly published: string;
  },
  index: CatalogueIndex,
): readonly (readonly Attribution[])[] {
  const text = sentences.join(' ');
  let at = 0;
  const passages = sentences.map((sentence) => {
    const start = at;
    at += sentence.length + 1;
    return { start, end: start + sentence.length, language: facts.lang };
  });
  return readSeasons(
    {
      text,
      passages,
      title: facts.title,
      show: facts.show,
      documentSeason: facts.season,
      published: { date: facts.published, precision: 'day', basis: 'given' },
      market: facts.lang === 'fr' ? 'FR' : null,
      hits: index.scan(text),
    },
    index,
  );
}

/** Counts of pairs (show, season) found and expected, and of sentences whose set is exact. */
export interface Score {
  hit: number;
  found: number;
  expected: number;
  aboutHit: number;
  aboutFound: number;
  aboutExpected: number;
  exact: number;
  sentences: number;
}

/** A score of nothing. */
export const emptyScore = (): Score => ({
  hit: 0,
  found: 0,
  expected: 0,
  aboutHit: 0,
  aboutFound: 0,
  aboutExpected: 0,
  exact: 0,
  sentences: 0,
});

type Labelled = Pair & { readonly relation: string };
const key = (pair: Pair): string => `${pair.show} ${pair.season}`;
const common = (a: readonly Labelled[], b: readonly Labelled[]): number =>
  a.filter((x) => b.some((y) => key(x) === key(y))).length;

/** Adds one sentence to a score; true when its set of show, season and relation is exact. */
export function addTo(score: Score, found: readonly Labelled[], expected: readonly Labelled[]): boolean {
  const about = (list: readonly Labelled[]): readonly Labelled[] => list.filter((x) => x.relation === 'about');
  const written = (list: readonly Labelled[]): string =>
    list
      .map((x) => `${key(x)} ${x.relation}`)
      .sort()
      .join();
  const exact = written(found) === written(expected);
  score.hit += common(found, expected);
  score.found += found.length;
  score.expected += expected.length;
  score.aboutHit += common(about(found), about(expected));
  score.aboutFound += about(found).length;
  score.aboutExpected += about(expected).length;
  score.exact += exact ? 1 : 0;
  score.sentences += 1;
  return exact;
}

const f1 = (hit: number, found: number, expected: number): number => (200 * hit) / Math.max(1, found + expected);

/** Percentages of a score: F1 of pairs, F1 of `about` pairs, exact sets. */
export function percentages(score: Score): { readonly pair: number; readonly about: number; readonly exact: number } {
  return {
    pair: f1(score.hit, score.found, score.expected),
    about: f1(score.aboutHit, score.aboutFound, score.aboutExpected),
    exact: (100 * score.exact) / Math.max(1, score.sentences),
  };
}

/** The labels of a press sentence as attributions. */
export function labelsOf(document: PressDocument, sentence: PressDocument['sentences'][number]): readonly Labelled[] {
  return [
    ...sentence.seasons.map((season) => ({ show: document.show, season, relation: 'about' })),
    ...sentence.background.map((season) => ({ show: document.show, season, relation: 'background' })),
    ...sentence.other.map(({ show, season }) => ({ show, season, relation: 'other-show' })),
  ];
}
