import { type Thing, textProperty, typesOf } from '../json-ld.ts';
import type { Outline } from '../outline/outline.ts';
import { type KnownDate, monthOfYear } from './calendar.ts';
import { anyDay } from './machine.ts';
import data from './meta.json' with { type: 'json' };
import type { Manner } from './written.ts';

/** What is said of a page in data for machines: ISO days. */
export interface Stated {
  readonly published: string | null;
  readonly modified: string | null;
}

const pageTypes = new RegExp(data.pageTypes, 'u');
const mediaTypes = new RegExp(data.mediaTypes, 'u');
/** Broken sources are searched this far, in characters. */
const LONGEST = 200_000;

/** The days that the article's own object states. */
export function articleDays(article: Thing | null, manner: Manner): Stated {
  const first = (names: readonly string[]): string | null => {
    for (const name of article ? names : []) {
      const day = anyDay(textProperty(article as Thing, name), manner);
      if (day !== null) return day;
    }
    return null;
  };
  return { published: first(data.thingPublished), modified: first(data.thingModified) };
}

/** The days of all texts and pages among the objects of a page, or of its sources where these are broken. */
export function pageDays(things: readonly Thing[], outline: Outline, manner: Manner): Stated {
  return things.length === 0 ? brokenDays(outline, manner) : firstDays(things, pageTypes, manner);
}

/** The days of films and recordings on a page: an article with one mostly came out with it. */
export const mediaDays = (things: readonly Thing[], manner: Manner): Stated => firstDays(things, mediaTypes, manner);

function firstDays(things: readonly Thing[], types: RegExp, manner: Manner): Stated {
  const all = things
    .filter((thing) => typesOf(thing).some((type) => types.test(type)))
    .map((thing) => articleDays(thing, manner));
  const pick = (key: keyof Stated): string | null => all.find((stated) => stated[key] !== null)?.[key] ?? null;
  return { published: pick('published'), modified: pick('modified') };
}

/** The first dates in JSON-LD that is no JSON. */
function brokenDays(outline: Outline, manner: Manner): Stated {
  const source = outline.head.jsonLd.join('\n').slice(0, LONGEST);
  const find = (pattern: RegExp): string | null => anyDay(pattern.exec(source)?.[1] ?? null, manner);
  return {
    published: find(/"(?:datePublished|dateCreated|uploadDate)"\s{0,9}:\s{0,9}"([^"]{4,60})"/u),
    modified: find(/"dateModified"\s{0,9}:\s{0,9}"([^"]{4,60})"/u),
  };
}

/** The days that meta elements state. */
export function metaDays({ head }: Outline, manner: Manner): Stated {
  const first = (names: readonly string[]): string | null => {
    for (const name of names) {
      for (const content of head.meta.get(name) ?? []) {
        const day = anyDay(content, manner);
        if (day !== null) return day;
      }
    }
    return null;
  };
  return { published: first(data.published), modified: first(data.modified) };
}

/** The month or the year that a meta element states, where that is all. */
export function metaMonth({ head }: Outline, manner: Manner): KnownDate | null {
  for (const name of data.published) {
    const match = /^\s*(\d{4})(?:[-/](\d{1,2}))?\s*$/u.exec(head.meta.get(name)?.[0]?.slice(0, 50) ?? '');
    const month = match ? monthOfYear(Number(match[1]), Number(match[2] ?? 1)) : null;
    if (month === null || month > manner.latest) continue;
    return match?.[2] === undefined
      ? { date: month.slice(0, 4), precision: 'year' }
      : { date: month, precision: 'month' };
  }
  return null;
}
