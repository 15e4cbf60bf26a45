import type { CatalogueIndex, Show, ShowId } from '../../domain/catalogue.ts';
import { fold } from './fold.ts';
import type { Grammar } from './grammar.ts';
import type { SeasonInput } from './input.ts';
import type { Judge } from './judge.ts';
import markets from './markets.json' with { type: 'json' };
import { namesOfSeasons, type SeasonName } from './season-names.ts';
import { NO_TIMELINE, type Timeline, timelineOf } from './timeline.ts';
import { seasonsOfTitle } from './title-season.ts';

/** A title is read up to here, in characters. */
const LONGEST_TITLE = 400;

/** Where nobody knows the outlet's country, a language read in one country above all stands in for it. */
const MARKETS: ReadonlyMap<string, string> = new Map(Object.entries(markets));

/** What holds for the whole document. */
export interface Frame {
  readonly show: ShowId | null;
  readonly own: number | null;
  /** The title speaks of seasons, or the page is one of a season. */
  readonly titled: boolean;
  readonly ownWords: ReadonlySet<string>;
  readonly timelineOf: (show: ShowId) => Timeline;
  readonly seasonNamesOf: (show: ShowId) => readonly SeasonName[];
  readonly judge: Judge;
}

/** Words that name the show by themselves in "la saison 4 du Bureau". */
function wordsOfTitles(show: Show | undefined): ReadonlySet<string> {
  const titles = show === undefined ? [] : [show.title, ...show.titles.map(({ text }) => text)];
  return new Set(titles.flatMap((title) => fold(title).match(/[a-z]{4,40}/g) ?? []));
}

/** Works something out once a show. */
function onceEach<T>(work: (show: Show | undefined) => T, index: CatalogueIndex): (show: ShowId) => T {
  const known = new Map<ShowId, T>();
  return (id) => {
    const found = known.get(id) ?? work(index.shows.get(id));
    known.set(id, found);
    return found;
  };
}

/** Gathers what holds for a whole document. */
export function frameOf(input: SeasonInput, index: CatalogueIndex, grammar: Grammar, judge: Judge): Frame {
  const { show, title } = input;
  const ownWords = wordsOfTitles(show === null ? undefined : index.shows.get(show));
  const market = input.market ?? MARKETS.get(grammar.language) ?? null;
  const timelineFor = onceEach(
    (each) => (each === undefined ? NO_TIMELINE : timelineOf(each, input.published, market)),
    index,
  );
  const seasonNamesOf = onceEach((each) => namesOfSeasons(each, input.text), index);
  const titled =
    title === null || show === null
      ? []
      : seasonsOfTitle(title.slice(0, LONGEST_TITLE), show, grammar, index, {
          ownWords,
          timeline: timelineFor(show),
          seasonNames: seasonNamesOf(show),
        });
  const own = input.documentSeason ?? (titled.length === 1 ? (titled[0] ?? null) : null);
  const isTitled = titled.length > 0 || own !== null;
  return { show, own, timelineOf: timelineFor, seasonNamesOf, titled: isTitled, ownWords, judge };
}
