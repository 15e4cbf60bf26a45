import type { Sql } from '../database/database.ts';
import type { Season, Show } from '../domain/catalogue.ts';
import { coverageCells, wholeCut } from './cells.ts';
import { wholeCoverage } from './filter.ts';
import type { ToneSummary } from './mean.ts';
import { toneOf } from './timeline.ts';

/** A show with what was taken in about it. */
export interface ShowSummary {
  readonly id: string;
  readonly title: string;
  readonly seasons: number;
  readonly documents: number;
}

/** One season of the catalogue with its coverage in every language that has any. */
export interface SeasonSummary extends Season {
  readonly coverage: readonly {
    readonly lang: string;
    readonly documents: number;
    readonly stories: number;
    readonly outlets: number;
    readonly sentiment: ToneSummary | null;
  }[];
}

const list = `
  SELECT s.id, s.title, jsonb_array_length(s.definition -> 'seasons') AS seasons,
    (SELECT count(*) FROM document_show d WHERE d.show = s.id AND d.relevance = 'about')::int AS documents
  FROM show s ORDER BY documents DESC, s.title`;

/** All shows of the catalogue, those with the most documents first. */
export async function listShows(sql: Sql): Promise<readonly ShowSummary[]> {
  return (await sql.query<ShowSummary>(list)).rows;
}

/** One show of the catalogue; null when there is none of this id. */
export async function getShow(sql: Sql, id: string): Promise<Show | null> {
  const { rows } = await sql.query<{ definition: Show }>('SELECT definition FROM show WHERE id = $1', [id]);
  return rows[0]?.definition ?? null;
}

/** The seasons of a show with their coverage: those of the catalogue, and those that only the press speaks of. */
export async function listSeasons(sql: Sql, show: Show): Promise<readonly SeasonSummary[]> {
  const cells = await coverageCells(sql, wholeCoverage(show.id), wholeCut);
  const known = new Map(show.seasons.map((season) => [season.number, season]));
  const numbers = new Set([...known.keys(), ...cells.flatMap(({ season }) => season ?? [])]);
  return [...numbers]
    .sort((a, b) => a - b)
    .map((number) => ({
      ...(known.get(number) ?? { number, windows: [] }),
      coverage: cells
        .filter(({ season }) => season === number)
        .map((cell) => ({
          lang: cell.language ?? 'und',
          documents: cell.documents,
          stories: cell.stories,
          outlets: cell.outlets,
          sentiment: toneOf(cell),
        })),
    }));
}

/** First broadcast of each season on a market (ISO 3166). */
export function premieres(show: Show, market: string): ReadonlyMap<number, string> {
  return new Map(
    show.seasons.flatMap(({ number, windows }) => {
      const dates = windows.filter((window) => window.market === market).map(({ from }) => from);
      const first = dates.sort()[0];
      return first === undefined ? [] : [[number, first] as const];
    }),
  );
}
