import { type Static, Type } from 'typebox';
import type { CoverageFilter } from '../../coverage/filter.ts';

/** What the reader chose on the page of a show; all of it stands in the URL. */
export const choiceSchema = Type.Object({
  season: Type.Optional(Type.String({ pattern: '^(\\d{1,3})?$' })),
  lang: Type.Optional(Type.Union([Type.Literal('fr'), Type.Literal('en'), Type.Literal('')])),
  kind: Type.Optional(Type.Union([Type.Literal('press'), Type.Literal('audience'), Type.Literal('')])),
  market: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
});

export type Choice = Static<typeof choiceSchema>;

/** The part of the coverage that a choice names; the season narrows the quotations only. */
export function filterOfChoice(show: string, { lang, kind }: Choice): CoverageFilter {
  return {
    show,
    seasons: null,
    languages: lang ? [lang] : ['fr', 'en'],
    kinds: kind ? [kind] : null,
    start: null,
    end: null,
    basis: 'published',
  };
}

/** The query string of a choice with some of it changed. */
export function linkTo(choice: Choice, change: Partial<Record<keyof Choice, string>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...choice, ...change })) if (value) query.set(name, value);
  return `?${query}`;
}
