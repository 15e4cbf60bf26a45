import type { Sql } from '../database/database.ts';
import { coverageCells, wholeCut } from './cells.ts';
import { type Evidence, findEvidence } from './evidence.ts';
import { wholeCoverage } from './filter.ts';
import type { ToneSummary } from './mean.ts';
import { type Found, searchCoverage } from './search.ts';
import { toneOf } from './timeline.ts';

/** What came out about a show in a period: `start` inclusive, `end` exclusive. */
export interface Digest {
  readonly show: string;
  readonly start: string;
  readonly end: string;
  readonly documents: readonly Found[];
  readonly quotations: readonly Evidence[];
  readonly seasons: readonly {
    readonly season: number | null;
    readonly lang: string | null;
    readonly documents: number;
    readonly sentiment: ToneSummary | null;
  }[];
}

/** Composes the digest of a show and a period from what is stored. */
export async function composeDigest(
  sql: Sql,
  { show, start, end }: { readonly show: string; readonly start: string; readonly end: string },
): Promise<Digest> {
  const filter = { ...wholeCoverage(show), start, end };
  const cells = await coverageCells(sql, filter, wholeCut);
  return {
    show,
    start,
    end,
    documents: await searchCoverage(sql, filter, { query: null, limit: 200, offset: 0 }),
    quotations: await findEvidence(sql, filter, { order: 'strongest', limit: 12, offset: 0 }),
    seasons: cells.map((cell) => ({
      season: cell.season,
      lang: cell.language,
      documents: cell.documents,
      sentiment: toneOf(cell),
    })),
  };
}
