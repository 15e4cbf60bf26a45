import type { Sql } from '../database/database.ts';
import { type CoverageFilter, documentKinds } from './filter.ts';

/** What one season, language and interval holds. */
export interface Cell {
  /** Null when the coverage is not broken down by season. */
  readonly season: number | null;
  /** Null when the coverage is not broken down by language. */
  readonly language: string | null;
  /** First day of the interval. */
  readonly date: string;
  readonly documents: number;
  readonly stories: number;
  readonly outlets: number;
  readonly passages: number;
  /** The tone of each story that holds an opinion, in thousandths: a wire text is one voice. In no order. */
  readonly tones: readonly number[];
  readonly positive: number;
  readonly negative: number;
  readonly mixed: number;
  readonly neutral: number;
}

export type Interval = 'day' | 'week' | 'month' | 'all';

/** How cells are cut. `dedupe` makes copies of one text one voice; `tz` cuts the days of `indexed`. */
export interface Cut {
  readonly interval: Interval;
  readonly bySeason: boolean;
  readonly byLanguage: boolean;
  readonly dedupe: boolean;
  readonly tz: string;
}

/** `all` puts everything on one day. Undated documents never reach a cell. */
const text = `
  WITH part AS (
    SELECT CASE WHEN $9 THEN c.season END AS season, CASE WHEN $10 THEN d.language END AS language,
      CASE WHEN $11 THEN d.story ELSE d.id END AS story, d.outlet_id, d.id, c.passages, c.opinions, c.tone_milli,
      c.positive, c.negative, c.mixed, c.neutral, day.day,
      CASE WHEN $8 = 'all' THEN DATE '1970-01-01' ELSE date_trunc($8, day.day::timestamp)::date END AS date
    FROM contribution c JOIN document d ON d.id = c.document_id
      CROSS JOIN LATERAL (SELECT CASE WHEN $7 = 'indexed' THEN (d.indexed_at AT TIME ZONE $12)::date ELSE d.published END AS day) AS day
    WHERE c.show = $1
      AND ($2::int[] IS NULL OR c.season = ANY ($2))
      AND ($3::text[] IS NULL OR d.language = ANY ($3))
      AND ($4::text[] IS NULL OR d.kind = ANY ($4))
      AND day.day IS NOT NULL
      AND ($5::date IS NULL OR day.day >= $5)
      AND ($6::date IS NULL OR day.day < $6)
  ), voice AS (
    -- One voice a story: the mean over its documents of each document's mean over its opinions.
    SELECT season, language, date, story, avg(tone_milli::numeric / nullif(opinions, 0)) AS tone,
      count(DISTINCT id) AS documents, sum(passages) AS passages,
      sum(positive) AS positive, sum(negative) AS negative, sum(mixed) AS mixed, sum(neutral) AS neutral
    FROM part GROUP BY season, language, date, story
  ), outlet AS (
    SELECT season, language, date, count(DISTINCT outlet_id) AS outlets FROM part GROUP BY season, language, date
  )
  SELECT v.season, v.language, to_char(v.date, 'YYYY-MM-DD') AS date,
    sum(v.documents)::int AS documents, count(*)::int AS stories, max(o.outlets)::int AS outlets,
    sum(v.passages)::int AS passages,
    coalesce(array_agg(round(v.tone)::int) FILTER (WHERE v.tone IS NOT NULL), '{}') AS tones,
    sum(v.positive)::int AS positive, sum(v.negative)::int AS negative, sum(v.mixed)::int AS mixed, sum(v.neutral)::int AS neutral
  FROM voice v JOIN outlet o ON o.date = v.date AND o.season IS NOT DISTINCT FROM v.season AND o.language IS NOT DISTINCT FROM v.language
  GROUP BY v.season, v.language, v.date ORDER BY v.season, v.language, v.date`;

/** The coverage of a show in cells of season, language and interval, in that order. */
export async function coverageCells(sql: Sql, filter: CoverageFilter, cut: Cut): Promise<readonly Cell[]> {
  const { show, seasons, languages, start, end, basis } = filter;
  const kinds = documentKinds(filter.kinds);
  const values = [show, seasons, languages, kinds, start, end, basis, cut.interval];
  return (await sql.query<Cell>(text, [...values, cut.bySeason, cut.byLanguage, cut.dedupe, cut.tz])).rows;
}

/** One cell a season and language over the whole time. */
export const wholeCut: Cut = { interval: 'all', bySeason: true, byLanguage: true, dedupe: true, tz: 'UTC' };
