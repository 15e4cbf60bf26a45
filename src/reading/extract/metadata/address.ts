import { textProperty } from '../json-ld.ts';
import domains from './domains.json' with { type: 'json' };
import { hostOf, type MetadataPage, metaOf } from './page.ts';

/** The address that the page calls its own, without fragment, resolved against where it was found; null unless it is http(s). */
export function canonicalOf({ outline, url }: Pick<MetadataPage, 'outline' | 'url'>): string | null {
  const href = outline.head.canonical ?? metaOf({ outline }, ['og:url']);
  if (!href || !URL.canParse(href, url ?? undefined)) return null;
  const canonical = new URL(href, url ?? undefined);
  canonical.hash = '';
  return /^https?:$/u.test(canonical.protocol) ? canonical.href : null;
}

/** What is written in the countries of one language, by their top-level domains. */
const languages: Readonly<Record<string, string>> = domains;

/** The languages that the page declares and the one of its country, as BCP 47 tags. */
export function languageHints(page: MetadataPage): readonly string[] {
  const { outline, article } = page;
  const declared = [
    outline.head.language,
    article && textProperty(article, 'inLanguage'),
    metaOf(page, ['og:locale', 'language', 'content-language']),
    languages[hostOf(page.url)?.split('.').at(-1) ?? ''] ?? null,
  ];
  return declared
    .filter((hint): hint is string => hint !== null && /^[a-z]{2,3}\b/iu.test(hint.replace('_', '-')))
    .map((hint) => hint.replace('_', '-'));
}
