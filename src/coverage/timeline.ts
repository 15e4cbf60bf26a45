import type { Sql } from '../database/database.ts';
import { type Cell, type Cut, coverageCells, type Interval } from './cells.ts';
import { countExcluded, type Excluded } from './excluded.ts';
import { type CoverageFilter, MINIMUM_N } from './filter.ts';
import { intervalsBetween, nextInterval, weeksSince } from './intervals.ts';
import { meanOf, type ToneSummary } from './mean.ts';

/** One interval of a series, or its total (then `date` is null). `sentiment` is null below the minimum n. */
export interface TimelinePoint {
  readonly date: string | null;
  /** Whole weeks since the season's first broadcast on the chosen market; null when not aligned. */
  readonly week: number | null;
  readonly documents: number;
  readonly stories: number;
  readonly outlets: number;
  readonly passages: number;
  readonly sentiment: ToneSummary | null;
  /** Where the sentences behind this point are. */
  readonly evidence: string;
}

/** `season` or `lang` is null where the timeline is not broken down by it. */
export interface TimelineSeries {
  readonly season: number | null;
  readonly lang: string | null;
  readonly data: readonly TimelinePoint[];
  readonly total: TimelinePoint;
}

export interface Timeline {
  readonly show: string;
  readonly interval: Interval;
  readonly method: { readonly tone: string; readonly minimum: number };
  readonly series: readonly TimelineSeries[];
  readonly excluded: Excluded;
}

/** How a timeline is cut, and per season the day from which weeks are counted (empty: not aligned). */
export interface TimelineOptions extends Cut {
  readonly interval: Exclude<Interval, 'all'>;
  readonly premieres: ReadonlyMap<number, string>;
}

const method = {
  tone: 'Mean over stories of the tone of their passages about the season; 95 % interval by bootstrap over stories and one unheard one.',
  minimum: MINIMUM_N,
} as const;

/** The coverage of a show over time: one series a season and language, empty intervals as zeros. */
export async function timeline(sql: Sql, filter: CoverageFilter, options: TimelineOptions): Promise<Timeline> {
  const cells = await coverageCells(sql, filter, options);
  const totals = await coverageCells(sql, filter, { ...options, interval: 'all' });
  const series = totals.map((total) => {
    const own = cells.filter(({ season, language }) => season === total.season && language === total.language);
    const dates = datesOf(own, filter, options.interval);
    const known = new Map(own.map((cell) => [cell.date, cell]));
    return {
      season: total.season,
      lang: total.language,
      data: dates.map((date) => pointOf(known.get(date) ?? { ...total, ...nothing, date }, date, filter, options)),
      total: pointOf(total, null, filter, options),
    };
  });
  return { show: filter.show, interval: options.interval, method, series, excluded: await countExcluded(sql, filter) };
}

function datesOf(
  own: readonly Cell[],
  filter: CoverageFilter,
  interval: TimelineOptions['interval'],
): readonly string[] {
  const first = filter.start ?? own[0]?.date;
  const last = filter.end ?? own.at(-1)?.date;
  return first === undefined || last === undefined ? [] : intervalsBetween(first, last, interval, filter.end !== null);
}

const nothing = {
  documents: 0,
  stories: 0,
  outlets: 0,
  passages: 0,
  tones: [],
  positive: 0,
  negative: 0,
  mixed: 0,
  neutral: 0,
} as const;

function pointOf(cell: Cell, date: string | null, filter: CoverageFilter, options: TimelineOptions): TimelinePoint {
  const { documents, stories, outlets, passages } = cell;
  const premiere = cell.season === null ? undefined : options.premieres.get(cell.season);
  return {
    date,
    week: date === null || premiere === undefined ? null : weeksSince(premiere, date),
    documents,
    stories,
    outlets,
    passages,
    sentiment: toneOf(cell),
    evidence: evidenceLink(cell, date, filter, options.interval),
  };
}

/** The tone of a cell; null below the minimum number of stories with an opinion. */
export function toneOf(cell: Cell): ToneSummary | null {
  const mean = cell.tones.length < MINIMUM_N ? null : meanOf(cell.tones);
  const { positive, negative, mixed, neutral } = cell;
  return mean && { ...mean, positive, negative, mixed, neutral };
}

function evidenceLink(
  cell: Cell,
  date: string | null,
  filter: CoverageFilter,
  interval: TimelineOptions['interval'],
): string {
  const query = new URLSearchParams({ show: filter.show });
  const start = date ?? filter.start;
  const end = date === null ? filter.end : nextInterval(date, interval);
  const season = cell.season ?? filter.seasons?.join(',');
  const lang = cell.language ?? filter.languages?.join(',');
  const parameters = { season, lang, start, end, kind: filter.kinds?.join(',') };
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null) query.set(name, String(value));
  }
  return `/v1/evidence?${query}`;
}
