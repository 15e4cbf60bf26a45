import type { Sql } from '../database.ts';

/** Somebody whom documents about a show name and the catalogue does not know. */
export interface UnknownPerson {
  readonly show: string;
  readonly name: string;
  readonly documents: number;
  /** Documents that carry the same text are one story. */
  readonly stories: number;
  readonly mentions: number;
  /** The shortest sentence with the name, and the page that it stands on. */
  readonly quotation: string;
  readonly url: string;
}

// A surname alone may be anybody's, so a name has two words at least. Blanks are one blank: names run over lines.
const text = `
  WITH named AS (
    SELECT ds.show, regexp_replace(m.surface, '\\s+', ' ', 'g') AS name, d.id, d.story, p.text, page.url
    FROM mention m
    JOIN document d ON d.id = m.document_id
    JOIN document_show ds ON ds.document_id = d.id AND ds.relevance = 'about'
    JOIN passage p ON p.document_id = m.document_id AND p.ordinal = m.passage
    JOIN page ON page.id = d.page_id
    WHERE m.entity IS NULL AND m.type = 'person' AND m.surface ~ '\\S\\s+\\S' AND ($1::text IS NULL OR ds.show = $1)
  )
  SELECT show, name, count(DISTINCT id)::int AS documents, count(DISTINCT story)::int AS stories,
    count(*)::int AS mentions,
    (array_agg(text ORDER BY length(text), id))[1] AS quotation,
    (array_agg(url ORDER BY length(text), id))[1] AS url
  FROM named
  GROUP BY show, name
  HAVING count(DISTINCT id) >= $2
  ORDER BY show, documents DESC, mentions DESC, name`;

/** People without an entity in at least `documents` documents about a show (null: any), the most named first. */
export async function unknownPeople(
  sql: Sql,
  { show, documents }: { readonly show: string | null; readonly documents: number },
): Promise<readonly UnknownPerson[]> {
  return (await sql.query<UnknownPerson>(text, [show, documents])).rows;
}
