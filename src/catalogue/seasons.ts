import type { EpisodeTitle, LocalName, Season, SeasonPart, Special, Window } from '../domain/catalogue.ts';
import { daysOf, writtenDates } from './dates.ts';
import type { EpisodeEntry, LocalNameEntry, SeasonEntry, ShowFile } from './schema.ts';

type WindowEntry = SeasonEntry['windows'][number];
type PartEntry = NonNullable<SeasonEntry['parts']>[number];
type SpecialEntry = NonNullable<ShowFile['specials']>[number];

/** A season as its file says it; listed episodes are counted up to the highest number. */
export function seasonOf({ number, windows, episodes, awards, names, parts, numbering }: SeasonEntry): Season {
  const listed = typeof episodes === 'object' ? episodes : [];
  const count = typeof episodes === 'object' ? Math.max(...listed.map((each) => each.number)) : episodes;
  const titles = listed.flatMap(episodeTitles);
  return {
    number,
    windows: windows.map(windowOf),
    ...(count === undefined ? {} : { episodes: count }),
    ...(titles.length > 0 ? { episodeTitles: titles } : {}),
    ...(awards === undefined ? {} : { awards }),
    ...(names === undefined ? {} : { names: names.map(nameOf) }),
    ...(parts === undefined ? {} : { parts: parts.map(partOf) }),
    ...(numbering === undefined ? {} : { numbering }),
  };
}

/** A season as its file says it, so that `seasonOf` gives it back. */
export function seasonEntry(season: Season): SeasonEntry {
  const { number, windows, awards, names, parts, numbering } = season;
  const episodes = episodesEntry(season);
  return {
    number,
    ...(names === undefined ? {} : { names: names.map(nameEntry) }),
    ...(episodes === undefined ? {} : { episodes }),
    windows: windows.map(windowEntry),
    ...(parts === undefined ? {} : { parts: parts.map(partEntry) }),
    ...(numbering === undefined ? {} : { numbering: numbering.map((each) => ({ ...each })) }),
    ...(awards === undefined ? {} : { awards: [...awards] }),
  };
}

/** A special as its file says it. */
export function specialOf({ date, ...special }: SpecialEntry): Special {
  const { from, precision } = daysOf(date, undefined);
  return { ...special, ...(from === undefined ? {} : { date: from }), ...(precision ? { precision } : {}) };
}

/** A special as its file says it, so that `specialOf` gives it back. */
export function specialEntry({ date, precision, ...special }: Special): SpecialEntry {
  const { from } = writtenDates({ ...(date === undefined ? {} : { from: date }), ...(precision ? { precision } : {}) });
  return { ...special, ...(from === undefined ? {} : { date: from }) };
}

function windowOf({ from, to, ...window }: WindowEntry): Window {
  const days = daysOf(from, to);
  return { ...window, ...days, from: days.from ?? '', to: days.to ?? null };
}

function windowEntry({ market, network, from, to, precision }: Window): WindowEntry {
  const written = writtenDates({ from, ...(to === null ? {} : { to }), ...(precision ? { precision } : {}) });
  return { market, network, ...written, from: written.from ?? from };
}

const partOf = ({ name, from, to }: PartEntry): SeasonPart => ({ name, ...daysOf(from, to) });
const partEntry = ({ name, ...days }: SeasonPart): PartEntry => ({ name, ...writtenDates(days) });

const nameOf = (entry: LocalNameEntry): LocalName => (typeof entry === 'string' ? { text: entry } : entry);
const nameEntry = ({ text, language }: LocalName): LocalNameEntry =>
  language === undefined ? text : { text, language };

const episodeTitles = ({ number, title, titles = [] }: EpisodeEntry): readonly EpisodeTitle[] =>
  [...(title === undefined ? [] : [title]), ...titles].map((each) => ({ number, ...nameOf(each) }));

/** The count, or the list where titles are known; its last entry tells the count. */
function episodesEntry({ episodes, episodeTitles: titles = [] }: Season): SeasonEntry['episodes'] {
  if (titles.length === 0) return episodes;
  const numbers = new Set([...titles.map(({ number }) => number), ...(episodes === undefined ? [] : [episodes])]);
  return [...numbers].map((number) => {
    const [first, ...others] = titles.filter((title) => title.number === number);
    if (first === undefined) return { number };
    const rest = (first.language === undefined ? others : [first, ...others]).map(nameEntry);
    return {
      number,
      ...(first.language === undefined ? { title: first.text } : {}),
      ...(rest.length > 0 ? { titles: rest } : {}),
    };
  });
}
