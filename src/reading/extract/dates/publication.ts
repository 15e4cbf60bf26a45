import type { PublicationDate } from '../../../domain/reading.ts';
import type { Thing } from '../json-ld.ts';
import type { Outline } from '../outline/outline.ts';
import type { KnownDate } from './calendar.ts';
import { best, type Weighed } from './choice.ts';
import { mannerOf } from './manner.ts';
import { articleDays, mediaDays, metaDays, metaMonth, pageDays } from './structured.ts';
import { urlDate } from './url.ts';
import { visibleDates } from './visible.ts';
import type { Manner } from './written.ts';

/** A page whose dates are looked for. */
export interface DatedPage {
  readonly outline: Outline;
  /** All objects of its JSON-LD. */
  readonly things: readonly Thing[];
  /** The JSON-LD object of the article. */
  readonly article: Thing | null;
  /** Canonical or real. */
  readonly url: string | null;
  /** Index of the block that holds the title, if found. */
  readonly heading: number | null;
  /** Indices of the blocks of the article's text, ascending; may be empty. */
  readonly main: readonly number[];
  /** ISO day on which the page was fetched, for "yesterday". */
  readonly fetchedOn: string | null;
}

/** When an article came out and was last changed, as far as its page tells. */
export interface PageDates {
  readonly published: PublicationDate | null;
  readonly modified: PublicationDate | null;
}

/** From this on a visible date or an address is better than a date of change in the data. */
const GOOD = 2;

/** When an article came out and was last changed: by its JSON-LD, its meta elements, its marks, its address and its date lines, in this order. Never throws. */
export function datesOf(page: DatedPage): PageDates {
  const { outline, url, fetchedOn } = page;
  const texts = outline.blocks.map(({ text }) => text);
  const manner = mannerOf({ language: outline.head.language, url, fetchedOn }, texts);
  const stated = statedDates(page, manner);
  if (stated.published && stated.modified) return inOrder(stated);
  const visible = visibleDates(page, manner);
  const changed = best(visible.filter(isChange));
  const modified = stated.modified ?? (changed && dated(changed));
  return inOrder({ published: stated.published ?? unstated(page, manner, best(visible), stated.modified), modified });
}

/** What the data for machines say of the page. */
function statedDates({ outline, things, article }: DatedPage, manner: Manner): PageDates {
  const own = articleDays(article, manner);
  const meta = metaDays(outline, manner);
  const other = pageDays(things, outline, manner);
  const first = (key: keyof PageDates): PublicationDate | null =>
    day(own[key], 'json-ld') ?? day(meta[key], 'meta') ?? day(other[key], 'json-ld');
  return { published: first('published'), modified: first('modified') };
}

/** When an article came out whose data do not say so. */
function unstated(
  { outline, things, url }: DatedPage,
  manner: Manner,
  shown: Weighed | null,
  modified: PublicationDate | null,
): PublicationDate | null {
  const visible = shown && dated(shown);
  const media = day(mediaDays(things, manner).published, 'json-ld');
  return (
    (shown && shown.score >= GOOD ? visible : null) ??
    media ??
    modified ??
    visible ??
    filed(url, manner) ??
    stated(metaMonth(outline, manner))
  );
}

const isChange = ({ signs }: Weighed): boolean => signs.includes('saidUpdated') || signs.includes('namedModified');

/** Nothing is changed before it came out. */
const inOrder = ({ published, modified }: PageDates): PageDates => ({
  published,
  modified: published && modified && modified.date < published.date ? null : modified,
});

const day = (date: string | null, basis: PublicationDate['basis']): PublicationDate | null =>
  date === null ? null : { date, precision: 'day', basis };

const stated = (known: KnownDate | null): PublicationDate | null => known && { ...known, basis: 'meta' };

const dated = ({ date, precision, at }: Weighed): PublicationDate => ({
  date,
  precision,
  basis: at < 0 ? 'url' : 'text',
});

function filed(url: string | null, manner: Manner): PublicationDate | null {
  const found = urlDate(url);
  return found && found.date <= manner.latest ? { date: found.date, precision: found.precision, basis: 'url' } : null;
}
