/** What part of the coverage is asked for. Dates are ISO 8601; `start` is inclusive, `end` exclusive. */
export interface CoverageFilter {
  readonly show: string;
  readonly seasons: readonly number[] | null;
  readonly languages: readonly string[] | null;
  /** `press` is news, reviews and interviews; `audience` is what viewers wrote. */
  readonly kinds: readonly ('press' | 'audience')[] | null;
  readonly start: string | null;
  readonly end: string | null;
  /** By the date of publication, or by the day on which Revue read it. */
  readonly basis: 'published' | 'indexed';
}

/** Stories below which no tone is stated: the mean of fewer says nothing. */
export const MINIMUM_N = 5;

/** All that is counted of a show. */
export function wholeCoverage(show: string): CoverageFilter {
  return { show, seasons: null, languages: null, kinds: null, start: null, end: null, basis: 'published' };
}

/** The document kinds behind `kinds`, as stored; null for all that is counted. */
export function documentKinds(kinds: CoverageFilter['kinds']): readonly string[] | null {
  if (kinds === null) return null;
  return kinds.flatMap((kind) => (kind === 'audience' ? ['audience-review'] : ['news', 'review', 'interview']));
}
