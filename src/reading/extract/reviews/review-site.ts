import type { CheerioAPI } from 'cheerio';
import type { ExtractedDocument, ExtractedPage } from '../../../domain/extraction.ts';
import { pageOf } from '../article.ts';
import type { HtmlPage, SiteAdapter } from '../site.ts';
import { folded } from '../text.ts';
import { isMachineMade } from './blocks.ts';
import { textField } from './fields.ts';
import { inData } from './in-data.ts';
import { keptReviews } from './kept.ts';
import { onCards } from './on-cards.ts';
import type { FormRules, Found, SiteRules } from './rules.ts';
import { seasonOf } from './season.ts';

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
  const $ = page.tree();
  const noise = (rules.noise ?? []).map((source) => new RegExp(source, 'iu'));
  const [best] = forms
    .map((form) => ({ form, ...keptReviews(foundIn($, form, noise)) }))
    .sort((a, b) => b.kept.length - a.kept.length);
  if (best === undefined || best.kept.length === 0) return null;
  const titles = [page.facts.title, folded($('h1').first().text()), folded($('title').first().text())];
  const season = seasonOf(path, rules.season, titles);
  const documents = best.kept.map((review) => documentOf(review, best.form, season));
  const title = page.given.title ?? subjectOf($, rules) ?? page.facts.title;
  const omitted = leftOut(best.repeats, best.machine > 0 || hasMachineSummary($));
  return { ...pageOf(page, 'reviews', documents, omitted), title };
}

const pathOf = (url: string | null): string => (url !== null && URL.canParse(url) ? new URL(url).pathname : '');

function foundIn($: CheerioAPI, form: FormRules, noise: readonly RegExp[]): readonly Found[] {
  if (form.data) return inData($, form, form.data, noise);
  return form.cards ? onCards($, form, form.cards, noise) : [];
}

function documentOf(review: Found, { press = false }: FormRules, season: number | null): ExtractedDocument {
  const { title, author, date, rating, blocks } = review;
  return {
    kind: press ? 'review' : 'audience-review',
    title,
    author: press ? author : null,
    published: date && { date: date.day, precision: 'day', basis: date.basis },
    modified: null,
    rating,
    blocks: blocks.map((text) => ({ kind: 'paragraph', text })),
    season: review.season ?? season,
  };
}

function subjectOf($: CheerioAPI, { subject }: SiteRules): string | null {
  const root = $('html').get(0);
  return root === undefined ? null : textField($, root, subject);
}

const leftOut = (repeats: number, machine: boolean): ExtractedPage['leftOut'] => [
  ...(repeats > 0 ? [{ kind: 'duplicate', detail: `${repeats} repeated copies of reviews on the page` } as const] : []),
  ...(machine ? [{ kind: 'machine-summary', detail: 'A summary written by a machine is no review.' } as const] : []),
];

/** Whether an element opens a summary by a machine. Looks at the first words of each element only, so nesting costs nothing. */
const hasMachineSummary = ($: CheerioAPI): boolean =>
  $('h2, h3, h4, p, div, span, strong, b, section')
    .toArray()
    .some((node) => {
      const [first] = node.children;
      return first?.type === 'text' && isMachineMade(first.data);
    });
