import { textProperty, typesOf } from '../json-ld.ts';
import { type Heading, headingsOf } from './headings.ts';
import { type MetadataPage, metaOf } from './page.ts';
import { comparable, likeness, plain, wordsOf } from './plain.ts';
import { isSiteName, siteNames } from './site-names.ts';

/** Longer texts are standfirsts. */
const LONGEST = 250;
/** From this likeness on two titles are versions of one. */
const ALIKE = 0.5;
/** From this likeness on a heading is the title, whatever its level. */
const SAME = 0.9;
/** So many headings are looked at when no h1 is the title. */
const SEARCHED = 40;
const SEPARATOR = /\s+(?:[|·•»›:]|::|–|—|-|\|\|)\s+|\s*[|｜]\s*|：(?=[^：]{1,20}$)/u;

/** Only a site's or section's name stands behind the last bar. */
const BAR = /\s+[|·•»›]\s+[^|·•»›]+$/u;

/** The article's own title, without the site's name, and the index of the block that shows it. */
export function titleOf(page: MetadataPage): { readonly title: string | null; readonly heading: number | null } {
  const names = siteNames(page);
  const declared = declaredTitles(page, names);
  const headings = headingsOf(page.outline).filter(({ text }) => text.length <= LONGEST && !isSiteName(text, names));
  const heading = bestHeading(headings, declared);
  const title = chosen(page, declared, heading?.text ?? null);
  return { title, heading: (heading ?? headings.find(({ text }) => isAlike(text, title)))?.at ?? null };
}

/** What the page declares as its title, cleaned, by source. */
interface Declared {
  readonly headline: string | null;
  readonly social: string | null;
  readonly element: string | null;
}

function declaredTitles(page: MetadataPage, names: ReadonlySet<string>): Declared {
  const sections = sectionsOf(page.url);
  const own = (text: string | null): string | null => {
    const clean = text === null ? '' : withoutSite(plain(text), names, sections);
    return clean === '' || clean.length > LONGEST || isSiteName(clean, names) ? null : clean;
  };
  return {
    headline: own(page.article && textProperty(page.article, 'headline')),
    social: own(metaOf(page, ['og:title', 'twitter:title', 'dc.title', 'citation_title', 'parsely-title'])),
    element: own(page.outline.head.title),
  };
}

/** The h1 that agrees most with a declared title, else a lesser heading that is one, else the only h1. */
function bestHeading(headings: readonly Heading[], declared: Declared): Heading | null {
  const titles = [...new Set(Object.values(declared).filter((title) => title !== null))];
  const ones = headings.filter(({ level }) => level === 1);
  const found = mostAlike(ones, titles, ALIKE) ?? mostAlike(headings.slice(0, SEARCHED), titles, SAME);
  if (found) return found;
  const [only, second] = ones;
  return only && !second && (titles.length === 0 || wordsOf(only.text).length > 3) ? only : null;
}

function mostAlike(headings: readonly Heading[], titles: readonly string[], least: number): Heading | null {
  let best: Heading | null = null;
  let most = least;
  for (const heading of headings) {
    const agreement = Math.max(0, ...titles.map((title) => agreementOf(heading.text, title)));
    if (agreement < most || (best !== null && agreement === most)) continue;
    best = heading;
    most = agreement;
  }
  return best;
}

/** A heading that is the main part of a longer title, or stands whole in it, agrees with it too. */
function agreementOf(heading: string, title: string): number {
  const bare = comparable(heading);
  const parts = title.split(SEPARATOR);
  const longest = parts.reduce((main, part) => (part.length > main.length ? part : main), '');
  if ([parts[0] ?? '', longest].some((part) => comparable(part) === bare)) return 1;
  return wordsOf(heading).length > 2 && comparable(title).includes(bare) ? 0.95 : likeness(heading, title);
}

const isAlike = (one: string, other: string | null): boolean => other !== null && likeness(one, other) >= ALIKE;

/** News outlets declare the headline that they printed; others declare one for search engines and show another. */
function chosen(page: MetadataPage, { headline, social, element }: Declared, shown: string | null): string | null {
  const isNews = page.article !== null && typesOf(page.article).some((type) => /News|Report/u.test(type));
  if (headline !== null && isNews && !/(?:…|\.{3})$/u.test(headline) && !isPadded(headline, shown, social))
    return headline;
  if (shown !== null && social !== null && hasKicker(shown, social)) return social;
  return shown ?? headline ?? social ?? element;
}

/** `Title - Author`: a headline whose first part alone is what the page shows and declares elsewhere. */
const isPadded = (headline: string, shown: string | null, social: string | null): boolean =>
  shown !== null && shown === social && headline !== shown && headline.split(SEPARATOR)[0] === shown;

/** `Kicker - Title`: a heading whose last part alone is the declared title. */
const hasKicker = (heading: string, title: string): boolean => {
  const last = heading.split(SEPARATOR).at(-1) ?? '';
  return last !== heading && comparable(last) === comparable(title);
};

/**
 * `Title - Section - Site` → `Title`: parts at either end go while they name the site, sections of the address before it,
 * and a short last part behind a bar.
 */
function withoutSite(title: string, names: ReadonlySet<string>, sections: ReadonlySet<string>): string {
  const parts = title.split(SEPARATOR);
  const own = parts.map((part) => part.trim() !== '' && !isSiteName(part, names));
  const from = own.indexOf(true);
  if (from < 0) return '';
  // Behind the site's name only sections follow.
  const site = own.indexOf(false, from);
  const kept = site > 0 ? withoutSections(parts.slice(from, site), sections) : parts.slice(from);
  const start = title.indexOf(kept[0] ?? '');
  const last = kept.at(-1) ?? '';
  const end = kept.length > 1 ? title.indexOf(last, start + (kept[0] ?? '').length) + last.length : start + last.length;
  const text = title.slice(start, end).trim();
  const bar = text.search(BAR);
  return bar > text.length / 2 || (bar > 0 && text.length > LONGEST) ? text.slice(0, bar) : text;
}

function withoutSections(parts: readonly string[], sections: ReadonlySet<string>): readonly string[] {
  const end = parts.findLastIndex((part) => !sections.has(comparable(part)));
  return parts.slice(0, Math.max(1, end + 1));
}

/** The folders of an address, as titles may name them. */
const sectionsOf = (url: string | null): ReadonlySet<string> =>
  new Set(url !== null && URL.canParse(url) ? new URL(url).pathname.split('/').slice(1, -1).map(comparable) : []);
