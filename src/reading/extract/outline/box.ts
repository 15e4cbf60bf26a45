import familyWords from './families.json' with { type: 'json' };
import { LONGEST_VALUE } from './limits.ts';
import type { Box, Family } from './outline.ts';

/** Attributes of an element by their names in lower case. */
export type Attributes = Readonly<Record<string, string>>;

const families = Object.entries(familyWords).map(
  ([family, words]) => [family as Family, new RegExp(words, 'iu')] as const,
);
const NONE: ReadonlySet<Family> = new Set();

/** A box as its element's attributes describe it. */
export function boxOf(tag: string, parent: Box | null, attributes: Attributes, order: number, inline = false): Box {
  const names = namesOf(attributes);
  return {
    tag,
    parent,
    depth: parent ? parent.depth + 1 : 0,
    inline,
    names,
    families: familiesOf(names),
    hidden: parent?.hidden === true || isHidden(attributes),
    inBody:
      parent?.inBody === true ||
      /articleBody|reviewBody/u.test(attributes['itemprop']?.slice(0, LONGEST_VALUE.other) ?? ''),
    order,
  };
}

function namesOf(attributes: Attributes): string {
  let names = '';
  for (const key of ['class', 'id', 'itemprop', 'role', 'data-testid', 'data-component']) {
    const value = attributes[key];
    if (value) names += `${names === '' ? '' : ' '}${value.slice(0, LONGEST_VALUE.other)}`;
  }
  return names.slice(0, 500);
}

/** Pages repeat the same few hundred names. The keys are copies: a slice of a page would keep all of that page in memory. */
const known = new Map<string, ReadonlySet<Family>>();

function familiesOf(names: string): ReadonlySet<Family> {
  if (names === '') return NONE;
  const before = known.get(names);
  if (before) return before;
  const found = families.filter(([, words]) => words.test(names)).map(([family]) => family);
  const result = found.length > 0 ? new Set(found) : NONE;
  if (known.size > 20_000) known.clear();
  known.set(Buffer.from(names).toString(), result);
  return result;
}

const isHidden = (attributes: Attributes): boolean =>
  'hidden' in attributes ||
  attributes['aria-hidden'] === 'true' ||
  (attributes['style'] !== undefined &&
    /display:\s{0,9}none|visibility:\s{0,9}hidden/iu.test(attributes['style'].slice(0, LONGEST_VALUE.other)));
