import type { Show } from '../domain/catalogue.ts';
import { RevueError } from '../domain/errors.ts';
import { parseShow } from './format.ts';
import { slug } from './names.ts';
import { type Airing, airingsIn, datesIn, type Origin } from './reference/broadcast.ts';
import { charactersOf } from './reference/cast.ts';
import { pageOfText, type ReferencePage, type Section, textOfHtml } from './reference/lines.ts';
import { countriesIn, languageIn } from './reference/names-of-places.ts';
import words from './reference/words.json' with { type: 'json' };
import type { PersonEntry, ShowFile } from './schema.ts';
import { writeShowFile } from './write.ts';

/** ISO 3166 reserves ZZ for an unknown country. */
const UNKNOWN_COUNTRY = 'ZZ';
/** Pages in English that name no language describe an English show. */
const DEFAULT_LANGUAGE = 'en';
const MAX_SEASONS = 200;

type Field = keyof typeof words.fields;

/**
 * Reads an English Wikipedia page about a series, as HTML or in its text form, into a show: titles, seasons with windows
 * and awards, people, characters with code names and seasons. A season dated by its year alone gets the whole year as
 * window. Throws `not-a-series-page` (quarantine) where there is no title or no valid show.
 */
export function importReferencePage(text: string, mediaType: string): Show {
  const page = pageOfText(mediaType === 'text/html' ? textOfHtml(text) : text);
  const pageTitle = page.title.replace(/\s*\([^)]*(?:series|program(?:me)?)\)$/iu, '').trim();
  if (slug(pageTitle) === '') {
    throw new RevueError('not-a-series-page', 'The page has no title that a show could bear.', 'quarantine');
  }
  try {
    return parseShow(writeShowFile(fileOf(page, pageTitle)), `page "${pageTitle}"`);
  } catch (cause) {
    // A page that makes no valid show must never stop the process, as a fault of our own catalogue does.
    throw new RevueError('not-a-series-page', `The page "${pageTitle}" does not describe a series.`, 'quarantine', {
      cause,
    });
  }
}

function fileOf(page: ReferencePage, pageTitle: string): ShowFile {
  const title = originalTitle(page) ?? pageTitle;
  const country = countriesIn(field(page, 'country'))[0] ?? UNKNOWN_COUNTRY;
  const language = languageIn(field(page, 'language')) ?? DEFAULT_LANGUAGE;
  const origin: Origin = { market: country, network: list(field(page, 'network'))[0] ?? 'unknown' };
  const last = lastSeason(page);
  const people = peopleOf(page);
  const characters = sectionsUnder(page, /^(?:main )?(?:cast|characters)/iu).flatMap(({ lines }) =>
    lines.flatMap((line) => charactersOf(line, last)),
  );
  const companies = list(field(page, 'company')).map((name) => ({ name, roles: ['producer'] }));
  return {
    show: slug(title) || slug(pageTitle),
    title,
    country,
    language,
    ended: field(page, 'last') !== '' || datesIn(field(page, 'first').split(/[–—]|\bto\b/u)[1] ?? '').length > 0,
    titles: [
      { text: title, language, ...strengthOf(title) },
      ...(pageTitle === title ? [] : [{ text: pageTitle, language: 'en', ...strengthOf(pageTitle) }]),
    ],
    seasons: seasonsOf(page, last, origin),
    ...(people.length > 0 ? { people } : {}),
    ...(characters.length > 0 ? { characters } : {}),
    ...(companies.length > 0 ? { organisations: companies } : {}),
  };
}

function field({ infobox }: ReferencePage, name: Field): string {
  for (const label of words.fields[name]) {
    const value = infobox.get(label);
    if (value !== undefined) return value;
  }
  return '';
}

const list = (value: string): readonly string[] =>
  value
    .split(/,\s*/u)
    .map((each) => each.trim())
    .filter((each) => slug(each) !== '');

function originalTitle(page: ReferencePage): string | null {
  const lead = page.sections[0]?.lines.join(' ') ?? '';
  const told = /\((?:original title|[A-Z][a-z]{2,15}): ([^);]{1,100})[);]/u.exec(lead)?.[1];
  return list(field(page, 'original'))[0] ?? told?.trim() ?? null;
}

/** A title of one word beside its article is an everyday word: it counts only on a page about the show. */
function strengthOf(title: string): { strength?: 'weak' } {
  const telling = slug(title)
    .split('-')
    .filter((word) => !words.articles.includes(word));
  return telling.length > 1 ? {} : { strength: 'weak' };
}

function lastSeason(page: ReferencePage): number {
  const told = Number(/\d+/u.exec(field(page, 'seasons'))?.[0] ?? 1);
  return Math.min(Math.max(told, 1), MAX_SEASONS);
}

/** The people of the infobox, each once, with all their roles; Éric and Eric are one. */
function peopleOf(page: ReferencePage): PersonEntry[] {
  const byId = new Map<string, { readonly name: string; readonly roles: string[] }>();
  for (const role of ['creator', 'writer', 'director', 'cast', 'producer'] as const) {
    for (const name of list(field(page, role))) {
      const known = byId.get(slug(name)) ?? { name, roles: [] };
      if (!known.roles.includes(role)) known.roles.push(role);
      byId.set(slug(name), known);
    }
  }
  return [...byId.values()];
}

function seasonsOf(page: ReferencePage, last: number, origin: Origin): ShowFile['seasons'] {
  const [premiere] = datesIn(field(page, 'first'));
  const lines = [page.sections[0], ...sectionsUnder(page, /^(?:broadcast|release|distribution)/iu)].flatMap(
    (section) => section?.lines ?? [],
  );
  const told = [
    ...(premiere ? [{ season: 1, ...origin, ...premiere }] : []),
    ...lines.flatMap((line) => line.split(/(?<=[a-z\d])\. (?=\p{Lu})/u)).flatMap((each) => airingsIn(each, origin)),
  ];
  return Array.from({ length: last }, (_, i) => {
    const number = i + 1;
    const awards = awardsOf(page, number);
    return {
      number,
      windows: windowsOf(told.filter(({ season }) => season === number)),
      ...(awards.length > 0 ? { awards } : {}),
    };
  });
}

/** One window a market: the first that is told to the day, or else the first. */
function windowsOf(airings: readonly Airing[]): ShowFile['seasons'][number]['windows'] {
  const markets = new Map<string, Airing>();
  for (const each of airings) {
    const known = markets.get(each.market);
    if (!known || (each.precise && !known.precise)) markets.set(each.market, each);
  }
  return [...markets.values()].map(({ market, network, from, to }) => ({
    market,
    network,
    from,
    ...(to ? { to } : {}),
  }));
}

/** The awards under a heading "Season 2" within the awards; items of a festival carry its name. */
function awardsOf(page: ReferencePage, season: number): string[] {
  const sections = sectionsUnder(page, /^(?:awards|accolades)/iu).filter(({ heading }) =>
    new RegExp(`^(?:season|series) ${season}$`, 'iu').test(heading),
  );
  let festival = '';
  return sections
    .flatMap(({ lines }) => lines)
    .flatMap((line) => {
      const [, indent = '', item = ''] = /^(\s*)- (.+)$/u.exec(line) ?? [];
      if (item === '') return [];
      if (indent === '') festival = item.endsWith(':') ? item.slice(0, -1) : '';
      if (item.endsWith(':')) return [];
      return [indent !== '' && festival !== '' ? `${festival}: ${item}` : item];
    });
}

/** The sections whose heading matches, and those below them. */
function sectionsUnder({ sections }: ReferencePage, heading: RegExp): readonly Section[] {
  let level = 0;
  return sections.filter((section) => {
    if (level > 0 && section.level > level) return true;
    level = heading.test(section.heading) ? section.level : 0;
    return level > 0;
  });
}
