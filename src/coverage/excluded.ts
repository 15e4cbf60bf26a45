import type { Sql } from '../database/database.ts';
import type { CoverageFilter } from './filter.ts';

/** What was taken in and is not counted in the timeline, or not counted twice, and how much of it. */
export interface Excluded {
  /** Documents about the show without a date. */
  readonly undated: number;
  /** Documents about the show that name no season. */
  readonly unattributed: number;
  /** Documents about the show that carry another one's text, the lead's; counted in volume, one voice in the tone. */
  readonly copies: number;
  /** Documents that only mention the show. */
  readonly mentions: number;
  /** Sentences about a season that report somebody else's opinion, which is kept out of the tone. */
  readonly reported: number;
  /** Reference pages and listings: no press. */
  readonly reference: number;
  /** Pages put aside because they could not be read or fetched, and pages that robots.txt or their owner withheld (any show). */
  readonly quarantined: number;
  readonly disallowed: number;
  readonly gone: number;
  /** Pages that hold nothing about any show of the catalogue, and repeats of a page under another URL (any show). */
  readonly notRelevant: number;
  readonly duplicates: number;
}

const documents = `
  SELECT
    count(*) FILTER (WHERE s.relevance = 'about' AND press AND d.published IS NULL)::int AS undated,
    count(*) FILTER (WHERE s.relevance = 'about' AND press AND NOT EXISTS
      (SELECT FROM contribution c WHERE c.document_id = d.id AND c.show = $1))::int AS unattributed,
    count(*) FILTER (WHERE s.relevance = 'about' AND d.story <> d.id)::int AS copies,
    count(*) FILTER (WHERE s.relevance = 'mention')::int AS mentions,
    count(*) FILTER (WHERE s.relevance = 'about' AND NOT press)::int AS reference
  FROM document_show s JOIN document d ON d.id = s.document_id
    CROSS JOIN LATERAL (SELECT d.kind NOT IN ('reference', 'listing') AS press) AS p
  WHERE s.show = $1`;

const reported = `
  SELECT count(DISTINCT (p.document_id, p.ordinal))::int AS reported
  FROM passage p JOIN attribution a ON a.document_id = p.document_id AND a.passage = p.ordinal
  WHERE p.reported_label IS NOT NULL AND a.show = $1 AND a.relation = 'about'`;

const pages = `
  SELECT
    count(*) FILTER (WHERE state = 'quarantined')::int AS quarantined,
    count(*) FILTER (WHERE state = 'disallowed')::int AS disallowed,
    count(*) FILTER (WHERE state = 'gone')::int AS gone,
    count(*) FILTER (WHERE state = 'read' AND twin_of IS NULL AND NOT EXISTS
      (SELECT FROM document d JOIN document_show s ON s.document_id = d.id WHERE d.page_id = page.id))::int AS "notRelevant",
    count(*) FILTER (WHERE twin_of IS NOT NULL)::int AS duplicates
  FROM page`;

/** The ledger of what a show's coverage leaves out, which users see beside the charts. */
export async function countExcluded(sql: Sql, filter: Pick<CoverageFilter, 'show'>): Promise<Excluded> {
  const ofShow = (await sql.query<Omit<Excluded, 'quarantined'>>(documents, [filter.show])).rows[0];
  const ofSentences = (await sql.query<Pick<Excluded, 'reported'>>(reported, [filter.show])).rows[0];
  const ofPages = (await sql.query<Pick<Excluded, 'quarantined'>>(pages)).rows[0];
  return { ...ofShow, ...ofSentences, ...ofPages } as Excluded;
}
