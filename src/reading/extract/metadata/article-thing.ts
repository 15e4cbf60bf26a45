import { type Thing, textProperty, typesOf } from '../json-ld.ts';

const ARTICLE = /Article$|^BlogPosting$|^Report$|^Reportage/u;
const REVIEW = /^(?:Critic)?Review$/u;

/**
 * The JSON-LD object of the page's article: the outermost with a headline, else the first of such a type, else the page's own
 * review; null when there is none.
 */
export function articleThing(things: readonly Thing[]): Thing | null {
  const articles = things.filter((thing) => typesOf(thing).some((type) => ARTICLE.test(type)));
  const all = [...articles, ...ownReviews(things)];
  return all.find((thing) => textProperty(thing, 'headline') !== null) ?? all[0] ?? null;
}

/** The reviews that stand for themselves; those that a product or business lists are its customers'. */
export function ownReviews(things: readonly Thing[]): readonly Thing[] {
  const listed = new Set(things.flatMap((thing) => [thing['review'], thing['reviews']].flat()));
  const isReview = (thing: Thing): boolean => typesOf(thing).some((type) => REVIEW.test(type));
  return things.filter((thing) => isReview(thing) && (!listed.has(thing) || textProperty(thing, 'headline') !== null));
}

/** The schema types of a page's things and its og:type, lower case, in page order. */
export function schemaTypes(things: readonly Thing[], meta: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [...things.flatMap(typesOf), ...(meta.get('og:type') ?? [])].map((type) => type.toLowerCase());
}
