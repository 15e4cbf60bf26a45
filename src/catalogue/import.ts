import type { Show } from '../domain/catalogue.ts';
import { RevueError } from '../domain/errors.ts';
import articles from './articles.json' with { type: 'json' };
import { parseShow } from './format.ts';
import { slug } from './names.ts';
import type { Origin } from './reference/broadcast.ts';
import { datesIn } from './reference/dates.ts';
import { pageOfText, textOfHtml } from './reference/lines.ts';
import { countriesIn, languageIn, languageOf } from './reference/names-of-places.ts';
import { castOf, peopleOf } from './reference/people.ts';
import { lastSeasonOf, seasonsOf } from './reference/seasons.ts';
import { namesListed, type Subject, subjectOf } from './reference/subject.ts';
import type { Words } from './reference/words.ts';
import type { ShowFile } from './schema.ts';
import { writeShowFile } from './write.ts';

/** ISO 3166 reserves ZZ for an unknown country. */
const UNKNOWN_COUNTRY = 'ZZ';

/**
 * Reads an English or French Wikipedia page about a series, as HTML or in its text form, into a show: titles, seasons
 * with windows, episodes and awards, people, characters with code names and seasons. A season dated by its year alone
 * gets the whole year as window. Throws `not-a-series-page` (quarantine) where there is no title or no valid show.
 */
export function importReferencePage(text: string, mediaType: string): Show {
  const page = pageOfText(mediaType === 'text/html' ? textOfHtml(text) : text);
  const subject = subjectOf(page);
  const pageTitle = titleWithoutKind(page.title, subject.words);
  if (slug(pageTitle) === '') {
    throw new RevueError('not-a-series-page', 'The page has no title that a show could bear.', 'quarantine');
  }
  try {
    return parseShow(writeShowFile(fileOf(subject, pageTitle)), `page "${pageTitle}"`);
  } catch (cause) {
    // A page that makes no valid show must never stop the process, as a fault of our own catalogue does.
    throw new RevueError('not-a-series-page', `The page "${pageTitle}" does not describe a series.`, 'quarantine', {
      cause,
    });
  }
}

/** "The Bureau (TV series)", "Lupin (série télévisée, 2021)" without what stands in brackets. */
function titleWithoutKind(title: string, { kinds }: Words): string {
  const [, name = '', kind = ''] = /^([^(]{1,300})\(([^()]{1,60})\)$/u.exec(title.trim()) ?? [];
  return (kinds.some((each) => kind.toLowerCase().includes(each)) ? name : title).trim();
}

function fileOf(subject: Subject, pageTitle: string): ShowFile {
  const { page, words, field } = subject;
  const title = originalTitle(subject) ?? pageTitle;
  const country = countriesIn(field('country'), words.language)[0] ?? UNKNOWN_COUNTRY;
  const language = languageIn(field('language'), words.language) ?? languageOf(country) ?? words.language;
  const origin: Origin = { market: country, network: namesListed(field('network'))[0] ?? 'unknown' };
  const last = lastSeasonOf(page, field('seasons'), words);
  const { people, characters } = castOf(subject, last, peopleOf(subject));
  const companies = uniqueNames(namesListed(field('company'))).map((name) => ({ name, roles: ['producer'] }));
  return {
    show: slug(title) || slug(pageTitle),
    title,
    country,
    language,
    ended: hasEnded(subject),
    titles: [
      { text: title, language, ...strengthOf(title) },
      ...(pageTitle === title ? [] : [{ text: pageTitle, language: words.language, ...strengthOf(pageTitle) }]),
    ],
    seasons: seasonsOf(page, { last, origin, first: field('first') }, words),
    ...(people.length > 0 ? { people: [...people] } : {}),
    ...(characters.length > 0 ? { characters: [...characters] } : {}),
    ...(companies.length > 0 ? { organisations: companies } : {}),
  };
}

/** A show has ended when its page tells a last day: a field of its own, or a second date behind the premiere. */
function hasEnded({ words, field }: Subject): boolean {
  const [aired, ...later] = datesIn(field('first'), words);
  return (
    field('last') !== '' || later.length > 0 || (aired !== undefined && aired.to !== null && aired.to !== aired.from)
  );
}

const uniqueNames = (names: readonly string[]): readonly string[] => [
  ...new Map(names.map((name) => [slug(name), name])).values(),
];

function originalTitle({ page, field }: Subject): string | null {
  const lead = page.sections[0]?.lines.join(' ') ?? '';
  const told = /\((?:original title|[A-Z][a-z]{2,15}): ([^);]{1,100})[);]/u.exec(lead)?.[1];
  return namesListed(field('original'))[0] ?? told?.trim() ?? null;
}

/** A title of one word beside its article is an everyday word: it counts only on a page about the show. */
function strengthOf(title: string): { strength?: 'weak' } {
  const telling = slug(title)
    .split('-')
    .filter((word) => !articles.articles.includes(word));
  return telling.length > 1 ? {} : { strength: 'weak' };
}
