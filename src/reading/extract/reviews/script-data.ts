import { isTooDeep } from '../json-depth.ts';
import type { Thing } from '../json-ld.ts';
import { MOST_DATA, MOST_REVIEWS } from './limits.ts';
import { textIn } from './node-text.ts';
import type { DataRules } from './rules.ts';
import type { Search } from './search.ts';

/** Objects of a page's JSON, and whether the page may hold more of them. */
interface Things {
  readonly things: readonly Thing[];
  readonly isCut: boolean;
}

/** The objects in a page's scripts that have the keys of a review, at most as many as a page shows. */
export function scriptData(page: Search, { script, having }: DataRules): Things {
  const scripts = page.inside(script);
  const things: Thing[] = [];
  let isCut = scripts.length > MOST_DATA.scripts;
  let left = MOST_DATA.characters;
  for (const node of scripts.slice(0, MOST_DATA.scripts)) {
    const source = textIn(node, left, () => '');
    const found = source.isCut ? NONE : thingsIn(parsed(source.text), having);
    left -= source.text.length;
    isCut ||= source.isCut || found.isCut;
    things.push(...found.things);
  }
  return { things: things.slice(0, MOST_REVIEWS), isCut: isCut || things.length > MOST_REVIEWS };
}

const NONE: Things = { things: [], isCut: false };

/** JSON between its outermost brackets: some sites wrap it in comments. */
function parsed(text: string): unknown {
  const bare = text.replace(/^[^{[]{0,40}<!\[CDATA\[/u, '').replace(/\]\]>[^}\]]{0,40}$/u, '');
  const from = bare.search(/[{[]/u);
  const json = bare.slice(from, Math.max(bare.lastIndexOf('}'), bare.lastIndexOf(']')) + 1);
  try {
    return isTooDeep(json) ? null : JSON.parse(json);
  } catch {
    return null;
  }
}

/** All objects that have these keys, wherever they stand. */
function thingsIn(data: unknown, having: readonly string[]): Things {
  const things: Thing[] = [];
  const queue: unknown[] = [data];
  for (let i = 0; i < queue.length && things.length <= MOST_REVIEWS; i++) {
    const value = queue[i];
    if (typeof value !== 'object' || value === null) continue;
    if (having.every((key) => Object.hasOwn(value, key))) things.push(value as Thing);
    else for (const part of Object.values(value)) if (queue.length < MOST_DATA.values) queue.push(part);
  }
  return { things, isCut: queue.length >= MOST_DATA.values };
}
