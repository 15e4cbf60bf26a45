import type { DocumentKind, PageKind } from '../../../domain/reading.ts';
import { ancestors, type Outline } from '../outline/outline.ts';
import type { HtmlPage } from '../site.ts';
import rules from './kinds.json' with { type: 'json' };
import { addressOf, sidelineOf } from './page-signs.ts';

/** Questions at the heads of blocks that make an interview. */
const QUESTIONS = 3;
const word = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
const REVIEW = word(rules.review);
const INTERVIEW = word(rules.interview);
const REVIEW_PATH = new RegExp(`/(?:${rules.review.join('|')})(?:[/.-]|$)`, 'iu');
const LISTING_PATH = new RegExp(rules.listing, 'iu');
const REFERENCE_HOST = new RegExp(rules.reference.hosts, 'iu');
const REFERENCE_PATH = new RegExp(rules.reference.paths, 'iu');
const SECTION = new RegExp(rules.section.join('|'), 'iu');

/** What kind of page and document an article page is, by what it declares and by the words of its title and address. */
export function kindsOf(page: HtmlPage): { readonly pageKind: PageKind; readonly kind: DocumentKind } {
  const { facts, outline } = page;
  const { hostname, pathname } = addressOf(page);
  if (REFERENCE_HOST.test(hostname) || REFERENCE_PATH.test(pathname) || facts.outlet?.kind === 'reference')
    return { pageKind: 'reference', kind: 'reference' };
  const sideline = sidelineOf(page);
  if (sideline !== null) return { pageKind: sideline, kind: sideline === 'forum' ? 'audience-review' : 'listing' };
  const is = (...types: readonly string[]): boolean => facts.types.some((type) => types.includes(type));
  if (is(...rules.reviewTypes)) return review;
  const named = `${facts.title ?? ''} \n ${sectionOf(outline)}`;
  if (is('interviewarticle') || INTERVIEW.test(named) || questions(page) >= QUESTIONS)
    return { pageKind: 'article', kind: 'interview' };
  if (facts.rating !== null || REVIEW.test(named) || REVIEW_PATH.test(pathname)) return review;
  return LISTING_PATH.test(pathname) ? { pageKind: 'listing', kind: 'listing' } : { pageKind: 'article', kind: 'news' };
}

/** What kind of document a title announces. */
export function kindOfTitle(title: string | null): DocumentKind {
  if (INTERVIEW.test(title ?? '')) return 'interview';
  return REVIEW.test(title ?? '') ? 'review' : 'news';
}

const review = { pageKind: 'review', kind: 'review' } as const;

/** The names of the section that the page files itself under. */
function sectionOf({ blocks, head }: Outline): string {
  const shown = blocks.filter(
    ({ text, box }) => text.length < 120 && [...ancestors(box)].slice(0, 3).some(({ names }) => SECTION.test(names)),
  );
  return [...shown.map(({ text }) => text), ...(head.meta.get('article:section') ?? [])].join(' ');
}

const questions = ({ text: blocks }: HtmlPage): number =>
  blocks.filter(({ text }) => text.length < 220 && /\?["»”]?$/u.test(text)).length;
