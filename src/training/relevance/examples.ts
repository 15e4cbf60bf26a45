import type { CatalogueIndex, ShowId } from '../../domain/catalogue.ts';
import type { Verdict } from '../../reading/relevance/judge.ts';
import { observe } from '../../reading/relevance/observe.ts';
import type { LabelledDocument } from './corpus.ts';

/** A document's relation to one show, as labelled, and all that the reader sees of it; nothing where it sees none. */
export interface RelevanceExample {
  readonly id: string;
  readonly source: string;
  readonly kind: LabelledDocument['kind'];
  readonly show: string;
  readonly features: readonly string[];
  readonly verdict: Verdict;
}

/** What the reader sees of a document's shows, beside the labels. A labelled show of which it sees nothing has no features. */
export function examplesOf(document: LabelledDocument, index: CatalogueIndex): readonly RelevanceExample[] {
  const { id, source, kind, title, text, url, labels, otherwise, unknown } = document;
  const known = unknown === null ? index : without(unknown, index);
  const published =
    document.published === null ? null : ({ date: document.published, precision: 'day', basis: 'given' } as const);
  const seen = observe({ title, text, url, published, hits: known.scan(text), given: undefined }, known);
  const unseen = [...labels].filter(([show]) => known.shows.has(show) && !seen.some((each) => each.show === show));
  return [
    ...seen.flatMap(({ show, observations, sure }): readonly RelevanceExample[] => {
      const verdict = labels.get(show) ?? (sure ? null : otherwise);
      const features = observations.flatMap((each) => each.features);
      return verdict === null ? [] : [{ id, source, kind, show, features, verdict }];
    }),
    ...unseen.map(([show, verdict]) => ({ id, source, kind, show, features: [], verdict })),
  ];
}

/** An index that does not know a show. */
function without(unknown: ShowId, index: CatalogueIndex): CatalogueIndex {
  return {
    ...index,
    shows: new Map([...index.shows].filter(([id]) => id !== unknown)),
    scan: (text) =>
      index.scan(text).flatMap((hit) => {
        const candidates = hit.candidates.filter(({ show }) => show !== unknown);
        return candidates.length > 0 ? [{ ...hit, candidates }] : [];
      }),
  };
}
