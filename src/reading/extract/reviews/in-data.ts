import type { CheerioAPI } from 'cheerio';
import { anyDay } from '../dates/machine.ts';
import type { Thing } from '../json-ld.ts';
import { folded } from '../text.ts';
import { blocksOfHtml } from './blocks.ts';
import { ratingOf } from './fields.ts';
import type { DataRules, FormRules, Found } from './rules.ts';

/** The data of a page is hostile input: no more values are looked at, no more reviews taken, no more scripts read. */
const MOST_VALUES = 200_000;
const MOST_REVIEWS = 500;
const MOST_SCRIPTS = 50;

/** The reviews in a page's JSON; none where it is broken. */
export function inData(
  $: CheerioAPI,
  form: FormRules,
  rules: DataRules,
  siteNoise: readonly RegExp[],
): readonly Found[] {
  const scripts = $(rules.script).toArray().slice(0, MOST_SCRIPTS);
  const things = scripts.flatMap((script) => thingsIn(parsed($(script).text()), rules.having));
  return things.slice(0, MOST_REVIEWS).flatMap((thing) => reviewIn($, thing, form, rules, siteNoise) ?? []);
}

/** JSON between its outermost brackets: some sites wrap it in comments. */
function parsed(text: string): unknown {
  const bare = text.replace(/^[^{[]{0,40}<!\[CDATA\[/u, '').replace(/\]\]>[^}\]]{0,40}$/u, '');
  const from = bare.search(/[{[]/u);
  try {
    return JSON.parse(bare.slice(from, Math.max(bare.lastIndexOf('}'), bare.lastIndexOf(']')) + 1));
  } catch {
    return null;
  }
}

/** All objects that have these keys, wherever they stand. */
function thingsIn(data: unknown, having: readonly string[]): readonly Thing[] {
  const things: Thing[] = [];
  const queue: unknown[] = [data];
  for (let i = 0; i < queue.length && i < MOST_VALUES && things.length < MOST_REVIEWS; i++) {
    const value = queue[i];
    if (typeof value !== 'object' || value === null) continue;
    const thing = value as Thing;
    if (having.every((key) => Object.hasOwn(thing, key))) things.push(thing);
    else for (const key in thing) if (queue.length < MOST_VALUES) queue.push(thing[key]);
  }
  return things;
}

function reviewIn(
  $: CheerioAPI,
  thing: Thing,
  form: FormRules,
  rules: DataRules,
  siteNoise: readonly RegExp[],
): Found | null {
  const blocks = blocksOfHtml($, valueAt(thing, rules.text) ?? '', siteNoise);
  if (blocks.length === 0) return null;
  const named = (paths: readonly string[] | undefined): string | null => {
    const value = folded(blocksOfHtml($, (valueAt(thing, paths) ?? '').slice(0, 500), []).join(' '));
    return value === '' ? null : value;
  };
  const day = anyDay(valueAt(thing, rules.date));
  const rating = valueAt(thing, rules.rating);
  const best = Number(valueAt(thing, rules.bestRating) ?? form.best) || form.best;
  return {
    title: named(rules.title),
    author: named(rules.author),
    date: day === null ? null : { day, basis: 'json-ld' },
    rating: rating === null ? null : ratingOf(rating, { ...form, best }),
    season: null,
    blocks,
  };
}

/** The first text or number at one of the paths; of a list its first item. */
function valueAt(thing: Thing, paths: readonly string[] = []): string | null {
  for (const path of paths) {
    let value: unknown = thing;
    for (const key of path.split('.')) {
      if (Array.isArray(value)) value = value[0];
      value = typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Thing)[key] : null;
    }
    if (typeof value === 'string' || typeof value === 'number') return String(value);
  }
  return null;
}
