import type { Element } from 'domhandler';
import { anyDay } from '../dates/machine.ts';
import { checked, ratingIn } from '../metadata/ratings.ts';
import { first } from '../outline/first.ts';
import { folded } from '../text.ts';
import { gluedRating } from './glued.ts';
import { LONGEST_FIELD, MOST_TRIES } from './limits.ts';
import { nearText } from './node-text.ts';
import type { Details, FieldRule, FormRules } from './rules.ts';

/** Finds the nodes of a card by a selector, in page order. */
type Find = (selector: string) => readonly Element[];

interface Value {
  readonly text: string;
  readonly rule: FieldRule;
}

/** The values that the rules find in a card, in the order of the rules. */
function* values(find: Find, rules: readonly FieldRule[]): Generator<Value> {
  for (const rule of rules) {
    let tries = 0;
    for (const node of find(rule.at)) {
      const text = valueOf(node, rule);
      if (text === '' || text.length > LONGEST_FIELD) continue;
      yield { text, rule };
      tries += 1;
      if (tries === MOST_TRIES) break;
    }
  }
}

function valueOf(node: Element, { attribute, pattern }: FieldRule): string {
  const raw = folded(attribute === undefined ? nearText(node) : first(node.attribs[attribute] ?? '', LONGEST_VALUE));
  if (pattern === undefined) return raw;
  return (new RegExp(pattern, 'iu').exec(first(raw, LONGEST_FIELD))?.[1] ?? '').trim();
}

/** Characters of an attribute that are looked at. */
const LONGEST_VALUE = 2_000;

/** The first text that the rules find; null when they find none. */
export function textField(find: Find, rules: readonly FieldRule[] = []): string | null {
  for (const { text } of values(find, rules)) return text;
  return null;
}

/** The first day that the rules find. */
export function dateField(find: Find, rules: readonly FieldRule[] = []): Details['date'] {
  for (const { text, rule } of values(find, rules)) {
    const day = anyDay(rule.monthFirst === true ? dayFirst(text) : text);
    if (day !== null) return { day, basis: rule.attribute === undefined ? 'text' : 'meta' };
  }
  return null;
}

const dayFirst = (text: string): string => text.replace(/^(\d{1,2})\/(\d{1,2})\//u, '$2/$1/');

/** The first whole number from 1 to 99 that the rules find: a season. */
export function seasonField(find: Find, rules: readonly FieldRule[] = []): number | null {
  for (const { text } of values(find, rules)) if (/^[1-9]\d?$/u.test(text)) return Number(text);
  return null;
}

/** The first rating that the rules find, then one that is glued to the user's name. */
export function ratingField(
  find: Find,
  rules: readonly FieldRule[],
  form: FormRules,
  author: string | null,
): Details['rating'] {
  const best = bestField(find, form.cards?.bestRating) ?? form.best;
  for (const { text, rule } of values(find, rules)) {
    const rating = ratingOf(text, { ...form, best }, rule.divide);
    if (rating) return rating;
  }
  return form.glued === true && author !== null ? gluedRating(author) : null;
}

function bestField(find: Find, rules: readonly FieldRule[] = []): number | null {
  const best = Number(textField(find, rules) ?? 0);
  return Number.isFinite(best) && best > 0 ? best : null;
}

/** A rating as a site writes it: a number on the form's scale, "3/5", stars, a school grade, or a word for yes or no. */
export function ratingOf(text: string, form: FormRules, divide = 1): Details['rating'] {
  const number = /^\d{1,3}(?:[.,]\d{1,2})?$/u.exec(text)?.[0];
  if (number !== undefined) return checked(Number(number.replace(',', '.')) / divide, form.best);
  const grade = form.grades?.indexOf(text.toUpperCase().replace('−', '-')) ?? -1;
  if (grade >= 0 && form.grades) return checked(grade, form.grades.length - 1);
  const lower = text.toLowerCase();
  if (form.verdicts?.yes.includes(lower)) return checked(1, 1);
  if (form.verdicts?.no.includes(lower)) return checked(0, 1);
  return ratingIn(text, form.best);
}
