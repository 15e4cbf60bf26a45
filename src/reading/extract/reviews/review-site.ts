import type { ExtractedDocument, ExtractedPage } from '../../../domain/extraction.ts';
import { pageOf } from '../article.ts';
import type { HtmlPage, SiteAdapter } from '../site.ts';
import { folded } from '../text.ts';
import { isMachineMade } from './blocks.ts';
import { textField } from './fields.ts';
import { wayInData } from './in-data.ts';
import { keptReviews } from './kept.ts';
import { nearText } from './node-text.ts';
import { waysOnCards } from './on-cards.ts';
import type { FormRules, Found, SiteRules, Way } from './rules.ts';
import { type Search, searchPage } from './search.ts';
import { seasonOf } from './season.ts';
import words from './words.json' with { type: 'json' };

/** The adapter of a site whose reviews a table describes. Pages of the site that hold no review are left to the general reader. */
export const reviewSite = (rules: SiteRules): SiteAdapter => ({
  name: rules.name,
  version: rules.version,
  html: (page) => readPage(page, rules),
});

function readPage(page: HtmlPage, rules: SiteRules): ExtractedPage | null {
  const host = page.facts.outlet?.domain ?? '';
  return rules.hosts.some((name) => host === name || host.endsWith(`.${name}`)) ? readForms(page, rules) : null;
}

/** The reviews of a page in the form that gives the most of them; null when no form gives any. */
export function readForms(page: HtmlPage, rules: SiteRules): ExtractedPage | null {
  const path = pathOf(page.facts.canonicalUrl ?? page.url);
  const forms = rules.forms.filter((form) => form.path === undefined || new RegExp(form.path, 'iu').test(path));
  if (forms.length === 0) return null;
  const whole = searchPage(page.tree());
  const noise = (rules.noise ?? []).map((source) => new RegExp(source, 'iu'));
  const best = fullest(forms.flatMap((form) => waysOf(whole, form, noise)));
  if (best === null) return null;
  const titles = [page.facts.title, ...['h1', 'title'].map((tag) => textOfFirst(whole, tag))];
  const season = seasonOf(path, rules.season, titles);
  const documents = best.kept.map((review) => documentOf(review, best.form, season));
  const title = page.given.title ?? textField(whole.inside, rules.subject) ?? page.facts.title;
  const omitted = [...leftOut(best.repeats, best.machine > 0 || hasMachineSummary(whole)), ...cutOf(best)];
  return { ...pageOf(page, 'reviews', documents, omitted), title };
}

const pathOf = (url: string | null): string => (url !== null && URL.canParse(url) ? new URL(url).pathname : '');

const textOfFirst = (page: Search, tag: string): string => {
  const [element] = page.inside(tag);
  return element === undefined ? '' : folded(nearText(element));
};

function waysOf(page: Search, form: FormRules, noise: readonly RegExp[]): readonly Way[] {
  if (form.data) return [wayInData(page, form, form.data, noise)];
  return form.cards ? waysOnCards(page, form, form.cards, noise) : [];
}

/** The way that gives the most reviews, of equal ones the first; null when none gives any. Ways that cannot give more are not read. */
function fullest(ways: readonly Way[]) {
  let best: (ReturnType<typeof keptReviews> & { readonly form: FormRules; readonly isCut: boolean }) | null = null;
  for (const { form, most, read } of ways) {
    const least = best?.kept.length ?? 0;
    if (most <= least) continue;
    const { found, isCut } = read();
    const reviews = keptReviews(found);
    if (reviews.kept.length > least) best = { ...reviews, form, isCut };
  }
  return best;
}

function documentOf(review: Found, { press = false }: FormRules, season: number | null): ExtractedDocument {
  const { title, author, blocks } = review;
  const { date, rating, season: own } = review.details();
  return {
    kind: press ? 'review' : 'audience-review',
    title,
    author: press ? author : null,
    published: date && { date: date.day, precision: 'day', basis: date.basis },
    modified: null,
    rating,
    blocks: blocks.map((text) => ({ kind: 'paragraph', text })),
    season: own ?? season,
  };
}

function cutOf({
  kept,
  isCut,
}: {
  readonly kept: readonly Found[];
  readonly isCut: boolean;
}): ExtractedPage['leftOut'] {
  const long = kept.filter((review) => review.isCut).length;
  return [
    ...(isCut ? [{ kind: 'cut', detail: words.cut.reviews.replace('{count}', String(kept.length)) } as const] : []),
    ...(long > 0 ? [{ kind: 'cut', detail: words.cut.length.replace('{count}', String(long)) } as const] : []),
  ];
}

const leftOut = (repeats: number, machine: boolean): ExtractedPage['leftOut'] => [
  ...(repeats > 0 ? [{ kind: 'duplicate', detail: `${repeats} repeated copies of reviews on the page` } as const] : []),
  ...(machine ? [{ kind: 'machine-summary', detail: 'A summary written by a machine is no review.' } as const] : []),
];

/** Whether an element opens a summary by a machine. Looks at the first words of each element only, so nesting costs nothing. */
const hasMachineSummary = (page: Search): boolean =>
  page.inside('h2, h3, h4, p, div, span, strong, b, section').some(({ children: [first] }) => {
    return first?.type === 'text' && isMachineMade(first.data);
  });
