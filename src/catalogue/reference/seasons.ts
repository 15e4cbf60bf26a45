import { firstDay, isDay, lastDay } from '../dates.ts';
import type { SeasonEntry, WrittenDate } from '../schema.ts';
import { type Airing, airingsIn, type Origin, seasonsIn } from './broadcast.ts';
import { datesIn } from './dates.ts';
import { headed, type ReferencePage, type Section, sectionsUnder } from './lines.ts';
import { type SeasonRow, seasonRows } from './overview.ts';
import type { Words } from './words.ts';

const MAX_SEASONS = 200;
const LONGEST_PARAGRAPH = 20_000;

/** How many seasons a page tells of: its field, its table of seasons, its headings; at least 1. */
export function lastSeasonOf(page: ReferencePage, field: string, words: Words): number {
  const told = Number(/\d+/u.exec(field)?.[0] ?? 1);
  const rows = rowsOf(page, { market: '', network: '' }, words).map(({ season }) => season);
  const headings = episodeSections(page, words).flatMap(({ heading }) => seasonsIn(heading, words));
  return Math.min(Math.max(told, 1, ...rows, ...headings), MAX_SEASONS);
}

/** The seasons of a page with episodes, windows and awards; `first` is the field that dates the premiere. */
export function seasonsOf(
  page: ReferencePage,
  { last, origin, first }: { readonly last: number; readonly origin: Origin; readonly first: string },
  words: Words,
): SeasonEntry[] {
  const rows = rowsOf(page, origin, words);
  const told = airingsOf(page, origin, words, rows, first);
  let before = '';
  return Array.from({ length: last }, (_, i) => {
    const number = i + 1;
    const episodes = rows.find(({ season }) => season === number)?.episodes ?? null;
    const awards = awardsOf(page, number, words);
    const airings = told.filter(
      ({ season, market, from }) => season === number && (market !== origin.market || lastDay(from) >= before),
    );
    const windows = windowsOf(airings);
    const home = windows.find(({ market }) => market === origin.market);
    if (home) before = firstDay(String(home.from));
    return {
      number,
      ...(episodes === null ? {} : { episodes }),
      windows,
      ...(awards.length > 0 ? { awards } : {}),
    };
  });
}

const rowsOf = (page: ReferencePage, origin: Origin, words: Words): readonly SeasonRow[] =>
  seasonRows(
    page.sections.flatMap(({ lines }) => lines),
    origin,
    words,
  );

const episodeSections = (page: ReferencePage, words: Words): readonly Section[] =>
  sectionsUnder(page, headed(words.sections.episodes));

/** All that a page tells of seasons going on air, the surest first: field, table, sentences, years in headings. */
function airingsOf(
  page: ReferencePage,
  origin: Origin,
  words: Words,
  rows: readonly SeasonRow[],
  first: string,
): readonly Airing[] {
  const [premiere] = datesIn(first, words);
  const inSections = sectionsUnder(page, headed([...words.sections.broadcast, ...words.sections.episodes]));
  const lead = page.sections[0] ? [page.sections[0]] : [];
  const all = [
    ...rows.flatMap(({ airing }) => (airing ? [airing] : [])),
    ...(premiere ? [{ season: 1, ...origin, ...premiere, to: premiere.precise ? null : premiere.from }] : []),
    ...[...lead, ...inSections].flatMap((section) => toldIn(section, origin, words)),
    ...inSections.flatMap((section) => headingYear(section, origin, words)),
  ];
  return all.filter(({ from, to }) => isDate(from) && (to === null || isDate(to)));
}

/** Whether a written date exists, in the years in which there is television. */
const isDate = (written: string): boolean =>
  /^(?:19|20|21)/u.test(written) && isDay(firstDay(written)) && isDay(lastDay(written));

function toldIn({ heading, lines }: Section, origin: Origin, words: Words): readonly Airing[] {
  const [season] = seasonsIn(heading, words);
  const here = season === undefined ? origin : { ...origin, season };
  return lines
    .filter((line) => !line.startsWith('| '))
    .flatMap((line) => line.slice(0, LONGEST_PARAGRAPH).split(/(?<=[\p{Ll}\d+»)])\. (?=\p{Lu})/u))
    .flatMap((sentence) => airingsIn(sentence, here, words));
}

function headingYear({ heading }: Section, origin: Origin, words: Words): readonly Airing[] {
  const [season, ...others] = seasonsIn(heading, words);
  const [date] = datesIn(heading, words);
  if (season === undefined || others.length > 0 || !date) return [];
  return [{ season, market: origin.market, network: origin.network, ...date, precise: false }];
}

/** One window a market: the first that is told to the day, or else the first; its end from another that begins alike. */
function windowsOf(airings: readonly Airing[]): SeasonEntry['windows'] {
  const markets = new Map<string, Airing>();
  for (const each of airings) {
    const known = markets.get(each.market);
    if (!known || (each.precise && !known.precise)) markets.set(each.market, each);
    else if (known.to === null && each.from === known.from) markets.set(each.market, { ...known, to: each.to });
  }
  return [...markets.values()].map(({ market, network, from, to }) => ({
    market,
    network,
    from: written(from),
    ...(to === null || lastDay(to) < firstDay(from) ? {} : { to: written(to) }),
  }));
}

/** YAML takes a year for a number. */
const written = (date: string): WrittenDate => (date.length === 4 ? Number(date) : date);

/** The awards under a heading "Season 2" within the awards; items of a festival carry its name. */
function awardsOf(page: ReferencePage, season: number, words: Words): string[] {
  const sections = sectionsUnder(page, headed(words.sections.awards)).filter(
    ({ heading }) => seasonsIn(heading, words)[0] === season,
  );
  let festival = '';
  return sections
    .flatMap(({ lines }) => lines)
    .flatMap((line) => {
      const [, indent = '', item = ''] = /^(\s*)- (.+)$/u.exec(line) ?? [];
      const name = item.replace(/\s?:$/u, '');
      if (item === '') return [];
      if (indent === '') festival = name === item ? '' : name;
      if (name !== item) return [];
      return [indent !== '' && festival !== '' ? `${festival}: ${item}` : item];
    });
}
