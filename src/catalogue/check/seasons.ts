import { daysOf, firstDay, isDay, lastDay } from '../dates.ts';
import type { SeasonEntry, ShowFile, WrittenDate } from '../schema.ts';
import { countryNotes, languageNotes } from './codes.ts';
import { advice, fault, type Note, type Path } from './findings.ts';
import type { Usable } from './form.ts';
import { each, folded, repeats } from './lists.ts';

type File = Usable<ShowFile>;
type Entry = Usable<SeasonEntry>;

/** A window of a season on a market, as the days that its dates may mean: it began between `from` and `latest`. */
interface Shown {
  readonly season: number;
  readonly market: string;
  readonly path: Path;
  readonly written: string;
  readonly writtenTo: string | null;
  readonly from: string;
  readonly latest: string;
  readonly to: string | null;
}

/** What is wrong with the seasons of a show: numbers, dates, markets, names. */
export function seasonNotes(file: File): readonly Note[] {
  const seasons = each(file.seasons, ['seasons']);
  return [
    ...numberNotes(seasons),
    ...seasons.flatMap(([season, path]) => [...windowNotes(season, path), ...partNotes(season, path)]),
    ...seasons.flatMap(([season, path]) => episodeNotes(season, path)),
    ...orderNotes(
      seasons.flatMap(([season, path]) => shownIn(season, path)),
      file.country ?? '',
    ),
    ...nameNotes(file),
    ...numberingNotes(seasons),
    ...specialNotes(file),
  ];
}

/** The highest season; 0 where none has a number. */
export const lastSeason = (file: File): number =>
  Math.max(0, ...each(file.seasons, []).map(([season]) => season.number ?? 0));

function numberNotes(seasons: readonly (readonly [Entry, Path])[]): readonly Note[] {
  let before = 0;
  const seen = new Set<number>();
  return seasons.flatMap(([{ number }, path]) => {
    if (number === undefined) return [];
    const notes = seen.has(number)
      ? [fault(path, 'season-twice')]
      : number < before
        ? [advice(path, 'season-order', { before })]
        : [];
    seen.add(number);
    before = Math.max(before, number);
    return notes;
  });
}

function windowNotes({ windows }: Entry, path: Path): readonly Note[] {
  const all = each(windows, [...path, 'windows']);
  const twice = repeats(all, ({ market, network }) => (market && network ? `${market} ${folded(network)}` : null));
  return [
    ...all.flatMap(([{ market, from, to }, at]) => [
      ...countryNotes(market, [...at, 'market']),
      ...dayNotes(from, to, at),
    ]),
    ...twice.map(([{ market = '', network = '' }, at]) => advice(at, 'window-twice', { market, network })),
  ];
}

function dayNotes(from: WrittenDate | undefined, to: WrittenDate | undefined, path: Path): readonly Note[] {
  const unreal = Object.entries({ from, to }).filter(
    ([, date]) => date !== undefined && String(date).length === 10 && !isDay(String(date)),
  );
  if (unreal.length > 0) {
    return unreal.map(([field, date]) => fault([...path, field], 'no-day', { field, found: String(date) }));
  }
  if (from === undefined || to === undefined || lastDay(String(to)) >= firstDay(String(from))) return [];
  return [fault([...path, 'to'], 'backward', { from, to })];
}

function partNotes({ parts }: Entry, path: Path): readonly Note[] {
  const all = each(parts, [...path, 'parts']);
  return [
    ...all.flatMap(([{ from, to }, at]) => dayNotes(from, to, at)),
    ...repeats(all, ({ name }) => (name === undefined ? null : folded(name))).map(([, at]) => fault(at, 'part-twice')),
  ];
}

function episodeNotes({ episodes }: Entry, path: Path): readonly Note[] {
  if (typeof episodes !== 'object') return [];
  const all = each(episodes, [...path, 'episodes']);
  const languages = all.flatMap(([{ titles }, at]) =>
    each(titles, [...at, 'titles']).flatMap(([title, where]) =>
      typeof title === 'string' ? [] : languageNotes(title.language, [...where, 'language']),
    ),
  );
  const twice = repeats(all, ({ number }) => (number === undefined ? null : String(number)));
  return [...languages, ...twice.map(([, at]) => fault(at, 'episode-twice'))];
}

const shownIn = ({ number, windows }: Entry, path: Path): readonly Shown[] =>
  each(windows, [...path, 'windows']).flatMap(([{ market, from, to }, at]) => {
    const { from: first, to: last } = daysOf(from, to);
    if (number === undefined || market === undefined || first === undefined) return [];
    const written = { written: String(from), writtenTo: to === undefined ? null : String(to) };
    return [
      { season: number, market, path: at, ...written, from: first, latest: lastDay(String(from)), to: last ?? null },
    ];
  });

/** Seasons that begin before an earlier one on a market; at home that is a fault, abroad it happens. */
function orderNotes(shown: readonly Shown[], home: string): readonly Note[] {
  return shown.flatMap((later) => {
    const { market, path, written: from } = later;
    const before = shown
      .filter((earlier) => earlier.market === market && earlier.season < later.season)
      .toSorted((a, b) => b.season - a.season);
    const early = before.find((earlier) => later.latest < earlier.from);
    if (early) {
      const values = { market, from, earlier: early.season, earlierFrom: early.written };
      return [(market === home ? fault : advice)(path, 'season-before', values)];
    }
    // Seasons released on one day overlap on purpose.
    const over = before.find(({ from: day, to }) => to !== null && later.latest <= to && later.latest !== day);
    if (!over) return [];
    return [advice(path, 'season-overlap', { market, from, earlier: over.season, earlierTo: over.writtenTo ?? '' })];
  });
}

function nameNotes(file: File): readonly Note[] {
  const titles = new Set(
    [file.title, ...each(file.titles, []).map(([{ text }]) => text)].flatMap((title) => (title ? [folded(title)] : [])),
  );
  const seen = new Map<string, number>();
  return each(file.seasons, ['seasons']).flatMap(([{ number = 0, names }, path]) =>
    each(names, [...path, 'names']).flatMap(([entry, at]) => {
      const name = typeof entry === 'string' ? entry : (entry.text ?? '');
      const other = seen.get(folded(name)) ?? number;
      seen.set(folded(name), number);
      return [
        ...(typeof entry === 'string' ? [] : languageNotes(entry.language, [...at, 'language'])),
        ...(titles.has(folded(name)) ? [fault(at, 'season-name-title', { name })] : []),
        ...(other === number ? [] : [fault(at, 'season-name-twice', { name, other })]),
      ];
    }),
  );
}

function numberingNotes(seasons: readonly (readonly [Entry, Path])[]): readonly Note[] {
  const seen = new Map<string, number>();
  return seasons.flatMap(([{ number = 0, numbering }, path]) =>
    each(numbering, [...path, 'numbering']).flatMap(([{ source, as }, at]) => {
      if (source === undefined || as === undefined) return [];
      const key = `${folded(source)} ${folded(String(as))}`;
      const other = seen.get(key);
      seen.set(key, number);
      return other === undefined ? [] : [fault(at, 'numbering-twice', { source, as, other })];
    }),
  );
}

const specialNotes = (file: File): readonly Note[] =>
  each(file.specials, ['specials']).flatMap(([{ after, date }, path]) => {
    const last = lastSeason(file);
    return [
      ...(date !== undefined && String(date).length === 10 && !isDay(String(date))
        ? [fault([...path, 'date'], 'no-day', { field: 'date', found: date })]
        : []),
      ...(after !== undefined && after > last && last > 0
        ? [fault([...path, 'after'], 'after-last', { number: after, last })]
        : []),
    ];
  });
