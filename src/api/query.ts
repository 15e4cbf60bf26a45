import { type Static, Type } from 'typebox';
import type { CoverageFilter } from '../coverage/filter.ts';

const date = (description: string) =>
  Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', format: 'date', description }));
const list = (item: string, description: string) =>
  Type.Optional(Type.String({ pattern: `^${item}(,${item})*$`, maxLength: 200, description }));

/** The parameters that choose a part of the coverage; the same on every route. */
export const filterParameters = {
  season: list('\\d{1,3}', 'Season numbers, separated by commas.'),
  lang: list('[a-z]{2,3}', 'Languages of the documents (BCP 47), separated by commas.'),
  kind: list('(press|audience)', 'press: news, reviews, interviews; audience: what viewers wrote.'),
  start: date('First day (inclusive).'),
  end: date('Day after the last one (exclusive).'),
  basis: Type.Optional(
    Type.Enum(['published', 'indexed'], { description: 'Which date counts.', default: 'published' }),
  ),
} as const;

const filterSchema = Type.Object(filterParameters);

/** The filter that a query string asks for. */
export function filterOf(show: string, query: Static<typeof filterSchema>): CoverageFilter {
  return {
    show,
    seasons: query.season?.split(',').map(Number) ?? null,
    languages: query.lang?.split(',') ?? null,
    kinds: (query.kind?.split(',') as ('press' | 'audience')[] | undefined) ?? null,
    start: query.start ?? null,
    end: query.end ?? null,
    basis: query.basis ?? 'published',
  };
}

/** Which rows of a long answer. */
export const pageParameters = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50, description: 'Rows at most.' })),
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000, default: 0, description: 'Rows to skip.' })),
} as const;
