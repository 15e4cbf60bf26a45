import type { CheerioAPI } from 'cheerio';
import type { AnyNode } from 'domhandler';
import { anyDay } from '../dates/machine.ts';
import { checked, ratingIn } from '../metadata/ratings.ts';
import { folded } from '../text.ts';
import { gluedRating } from './glued.ts';
import type { FieldRule, FormRules, Found } from './rules.ts';

/** Names, dates and ratings are short; longer texts are something else. */
const LONGEST = 300;

interface Value {
  readonly text: string;
  readonly rule: FieldRule;
}

/** Every value that the rules find in a card, in the order of the rules. */
function* values($: CheerioAPI, card: AnyNode, rules: readonly FieldRule[]): Generator<Value> {
  for (const rule of rules) {
    const pattern = rule.pattern === undefined ? null : new RegExp(rule.pattern, 'iu');
    for (const node of $(card).find(rule.at).addBack(rule.at).toArray()) {
      const raw = folded((rule.attribute === undefined ? $(node).text() : $(node).attr(rule.attribute)) ?? '');
      const text = pattern === null ? raw : (pattern.exec(raw.slice(0, LONGEST))?.[1] ?? '').trim();
      if (text !== '' && text.length <= LONGEST) yield { text, rule };
    }
  }
}

/** The first text that the rules find; null when they find none. */
export function textField($: CheerioAPI, card: AnyNode, rules: readonly FieldRule[] = []): string | null {
  for (const { text } of values($, card, rules)) return text;
  return null;
}

/** The first day that the rules find. */
export function dateField($: CheerioAPI, card: AnyNode, rules: readonly FieldRule[] = []): Found['date'] {
  for (const { text, rule } of values($, card, rules)) {
    const day = anyDay(rule.monthFirst === true ? dayFirst(text) : text);
    if (day !== null) return { day, basis: rule.attribute === undefined ? 'text' : 'meta' };
  }
  return null;
}

const dayFirst = (text: string): string => text.replace(/^(\d{1,2})\/(\d{1,2})\//u, '$2/$1/');

/** The first whole number from 1 to 99 that the rules find: a season. */
export function seasonField($: CheerioAPI, card: AnyNode, rules: readonly FieldRule[] = []): number | null {
  for (const { text } of values($, card, rules)) if (/^[1-9]\d?$/u.test(text)) return Number(text);
  return null;
}

/** The first rating that the rules find, then one that is glued to the user's name. */
export function ratingField(
  $: CheerioAPI,
  card: AnyNode,
  rules: readonly FieldRule[],
  form: FormRules,
  author: string | null,
): Found['rating'] {
  const best = bestField($, card, form.cards?.bestRating) ?? form.best;
  for (const { text, rule } of values($, card, rules)) {
    const rating = ratingOf(text, { ...form, best }, rule.divide);
    if (rating) return rating;
  }
  return form.glued === true && author !== null ? gluedRating(author) : null;
}

function bestField($: CheerioAPI, card: AnyNode, rules: readonly FieldRule[] = []): number | null {
  const best = Number(textField($, card, rules) ?? 0);
  return Number.isFinite(best) && best > 0 ? best : null;
}

/** A rating as a site writes it: a number on the form's scale, "3/5", stars, a school grade, or a word for yes or no. */
export function ratingOf(text: string, form: FormRules, divide = 1): Found['rating'] {
  const number = /^\d{1,3}(?:[.,]\d{1,2})?$/u.exec(text)?.[0];
  if (number !== undefined) return checked(Number(number.replace(',', '.')) / divide, form.best);
  const grade = form.grades?.indexOf(text.toUpperCase().replace('−', '-')) ?? -1;
  if (grade >= 0 && form.grades) return checked(grade, form.grades.length - 1);
  const lower = text.toLowerCase();
  if (form.verdicts?.yes.includes(lower)) return checked(1, 1);
  if (form.verdicts?.no.includes(lower)) return checked(0, 1);
  return ratingIn(text, form.best);
}
