import type { Rating } from '../../../domain/reading.ts';
import { type Thing, textProperty, thingProperty } from '../json-ld.ts';
import words from './ratings.json' with { type: 'json' };

const VALUE = String.raw`(\d{1,3}(?:[.,]\d{1,2})?)`;
const STAR_WORDS = words.stars;
const SCALED = new RegExp(
  String.raw`(?<![\d/.,-])${VALUE}\s*(?:${STAR_WORDS})?\s*(?:${words.of})\s*(\d{1,3})(?![\d/]|[.,]\d|-\d)\s*(\p{L}*)`,
  'iu',
);
const UNITS = new RegExp(`^(?:${words.units})`, 'iu');
const STARRED = new RegExp(String.raw`(?<![\d/.,-])${VALUE}\s*(?:${STAR_WORDS})(?!\p{L})`, 'iu');
const GRADE = /^\s*([A-DF])\s?([+\-–−]?)\s*$/u;
const GRADES: Readonly<Record<string, number>> = words.grades;
const FRESH: Readonly<Record<string, number>> = words.fresh;
/** Scales that reviews are given on; anything else behind a slash is a date, an episode or a score of a match. */
const SCALES = new Set([4, 5, 6, 10, 20, 100]);

const number = (text: string | undefined): number => Number((text ?? '').replace(',', '.'));

/**
 * A rating as written: `8/10`, `4,2 sur 5`, `3.5 out of 5`, `3 étoiles sur 5`, `★★★½☆`, `B+` (A+ = 12 … F = 0, best 12),
 * `TTT` (best 4), `fresh` (best 1), `87 %`, or a bare number on the scale `best`; null when the text holds none.
 */
export function ratingIn(text: string | null, best = 5): Rating | null {
  if (text === null || text.length > 500) return null;
  return scaled(text) ?? drawn(text) ?? starred(text, best) ?? lettered(text) ?? percent(text) ?? bare(text, best);
}

/** A rating inside its scale; null otherwise. */
export function checked(value: number, best: number): Rating | null {
  return Number.isFinite(value) && best > 0 && value >= 0 && value <= best ? { value, best } : null;
}

/** The rating that a JSON-LD review gives; its own scale, else 5. */
export function ratingOf(review: Thing): Rating | null {
  const rating = thingProperty(review, 'reviewRating');
  const written = rating && textProperty(rating, 'ratingValue');
  if (!rating || written === null) return null;
  const best = number(textProperty(rating, 'bestRating') ?? '5');
  return /^\s*[\d.,]+\s*$/u.test(written) ? checked(number(written), best) : ratingIn(written, best);
}

function scaled(text: string): Rating | null {
  const found = SCALED.exec(text);
  if (!found || UNITS.test(found[3] ?? '')) return null;
  const best = Number(found[2]);
  return SCALES.has(best) ? checked(number(found[1]), best) : null;
}

/** Stars as signs; empty ones tell the scale, which is 5 at least. */
function drawn(text: string): Rating | null {
  const stars = /(?:[★☆⭐✭✮✩⯪½]️?\s?){1,12}/u.exec(text)?.[0];
  if (!stars || !/[★⭐✭]/u.test(stars)) return null;
  const count = (signs: RegExp): number => stars.match(signs)?.length ?? 0;
  const [whole, half, empty] = [count(/[★⭐✭]/gu), count(/[½⯪✮]/gu) > 0 ? 0.5 : 0, count(/[☆✩]/gu)];
  return checked(whole + half, Math.max(5, whole + empty + (count(/[⯪✮]/gu) > 0 ? 1 : 0)));
}

function starred(text: string, best: number): Rating | null {
  const found = STARRED.exec(text);
  return found ? checked(number(found[1]), best) : null;
}

/** Letters as grades, one to four T, fresh or rotten: only as the whole text. */
function lettered(text: string): Rating | null {
  const grade = GRADE.exec(text);
  if (grade) return checked(GRADES[`${grade[1]}${grade[2] ? (grade[2] === '+' ? '+' : '-') : ''}`] ?? Number.NaN, 12);
  if (/^\s*T(?:\s?T){0,3}\s*$/u.test(text)) return checked(text.replace(/\s/gu, '').length, 4);
  const fresh = FRESH[text.trim().toLowerCase()];
  return fresh === undefined ? null : checked(fresh, 1);
}

function percent(text: string): Rating | null {
  const found = /^\s*(\d{1,3})\s?%\s*$/u.exec(text);
  return found ? checked(Number(found[1]), 100) : null;
}

function bare(text: string, best: number): Rating | null {
  const found = /^\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*$/u.exec(text);
  return found ? checked(number(found[1]), best) : null;
}
