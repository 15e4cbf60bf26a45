import { anyDay } from '../dates/machine.ts';
import type { Thing } from '../json-ld.ts';
import { first } from '../outline/first.ts';
import { folded } from '../text.ts';
import { blocksOfHtml } from './blocks.ts';
import { ratingOf } from './fields.ts';
import type { DataRules, Details, FormRules, Found, Way } from './rules.ts';
import { scriptData } from './script-data.ts';
import type { Search } from './search.ts';

/** Characters of a name or a title that are looked at, with tags. */
const LONGEST_NAME = 500;

/** The reviews in a page's JSON; none where it is broken. */
export function wayInData(page: Search, form: FormRules, rules: DataRules, siteNoise: readonly RegExp[]): Way {
  const { things, isCut } = scriptData(page, rules);
  const read = () => ({ found: things.flatMap((thing) => reviewIn(thing, form, rules, siteNoise) ?? []), isCut });
  return { form, most: things.length, read };
}

function reviewIn(thing: Thing, form: FormRules, rules: DataRules, siteNoise: readonly RegExp[]): Found | null {
  const { blocks, isCut } = blocksOfHtml(valueAt(thing, rules.text) ?? '', siteNoise);
  if (blocks.length === 0) return null;
  const named = (paths: readonly string[] | undefined): string | null => {
    const html = first(valueAt(thing, paths) ?? '', LONGEST_NAME);
    return folded(blocksOfHtml(html, []).blocks.join(' ')) || null;
  };
  return {
    title: named(rules.title),
    author: named(rules.author),
    blocks,
    isCut,
    details: () => detailsIn(thing, form, rules),
  };
}

function detailsIn(thing: Thing, form: FormRules, rules: DataRules): Details {
  const day = anyDay(valueAt(thing, rules.date));
  const rating = valueAt(thing, rules.rating);
  const best = Number(valueAt(thing, rules.bestRating) ?? form.best) || form.best;
  return {
    date: day === null ? null : { day, basis: 'json-ld' },
    rating: rating === null ? null : ratingOf(rating, { ...form, best }),
    season: null,
  };
}

/** The first text or number at one of the paths; of a list its first item. Without what only an escape can bring in, and no database stores. */
function valueAt(thing: Thing, paths: readonly string[] = []): string | null {
  for (const path of paths) {
    let value: unknown = thing;
    for (const key of path.split('.')) {
      if (Array.isArray(value)) value = value[0];
      value = typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Thing)[key] : null;
    }
    if (typeof value === 'string' || typeof value === 'number') return String(value).replace(/\0|\p{Cs}/gu, '');
  }
  return null;
}
