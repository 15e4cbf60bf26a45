import { type Thing, typesOf } from '../json-ld.ts';
import type { Head } from '../outline/outline.ts';
import type { Declared } from './features.ts';

const ARTICLE = /Article$|Posting$|^Report$|^Review$|^CriticReview$/u;

/** What a page's head and JSON-LD say about its article. */
export function declaredOf(head: Head, things: readonly Thing[]): Declared {
  const meta = (name: string): string => head.meta.get(name)?.[0] ?? '';
  const bodies = things.flatMap((thing) => [thing['articleBody'], thing['reviewBody']]);
  const body = bodies.reduce<string>(
    (longest, each) => (typeof each === 'string' && each.length > longest.length ? each : longest),
    '',
  );
  return {
    title: meta('og:title') || head.title,
    description: meta('og:description') || meta('description'),
    body: body.replace(/<[^>]{0,500}>/gu, ' '),
    isArticle:
      meta('og:type') === 'article' || things.some((thing) => typesOf(thing).some((type) => ARTICLE.test(type))),
  };
}
