import type { Rating } from '../../../domain/reading.ts';
import type { Thing } from '../json-ld.ts';
import { ancestors, type Box, type Mark } from '../outline/outline.ts';
import { ownReviews } from './article-thing.ts';
import type { MetadataPage } from './page.ts';
import words from './ratings.json' with { type: 'json' };
import { checked, ratingIn, ratingOf } from './ratings.ts';
import { isForeign, ownBoxes } from './zone.ts';

/** Longer lines are running text, where a number is anything. */
const LONGEST = 60;
/** A verdict is shown once or twice; the same stars many times are a list's. */
const MOST = 3;
/** What every rating holds, to pass over most lines at once. */
const RATED = /[\d★⭐👍👎]|[A-DFT][+\-–−]?$|(?:fresh|rotten|up|down|levé|baissé)$/iu;
const COUNTED = new RegExp(words.counts, 'iu');
const NAMED = new RegExp(`(?:^|[\\s_-])(?:${words.names})(?:[\\s_-]|$)`, 'iu');
const AUDIENCE = new RegExp(words.audience, 'iu');
const LABELLED = new RegExp(`^(?:${words.labels})\\s*(?:[:：–—-]\\s*|\\s)(.{1,30})$`, 'iu');
/** A line that is a rating and nothing else: with a scale, or drawn. */
const ALONE =
  /^(?:\d{1,2}(?:[.,]\d)?\s?(?:\/|sur|out of|von|su)\s?(?:5|10|20|100)(?:\s?(?:stars?|étoiles?|sterne))?|[★☆⭐½⯪\s️]{3,16})$/iu;

/**
 * The page's own verdict: in structured data, in marks, in a box that is named for ratings, or on a short line of its own
 * ("Notre note : 3/5", "★★★★☆"). Ratings of readers, of several works, and numbers in running text do not count.
 */
export function verdictOf(page: MetadataPage): Rating | null {
  return declared(page.article, page.things) ?? marked(page) ?? shown(page);
}

function declared(article: Thing | null, things: readonly Thing[]): Rating | null {
  const own = article && ratingOf(article);
  if (own) return own;
  const reviews = ownReviews(things);
  return reviews.length === 1 && reviews[0] ? ratingOf(reviews[0]) : null;
}

/** Microdata and labels such as "Rated 4 out of 5", when the page has one only. */
function marked({ outline, main }: MetadataPage): Rating | null {
  const around = ownBoxes(outline, main[0]);
  const own = outline.marks.filter(({ box }) => !isOthers(box, around));
  const values = own.filter(({ names }) => /\bratingvalue\b/u.test(names));
  const verdicts = own.filter(({ names }) => /\breviewrating\b/u.test(names));
  const [value] = values;
  if (value && values.length === 1 && verdicts.length < 2 && (verdicts.length === 1 || !isAggregate(value, own))) {
    const best = own.find(({ names }) => /\bbestrating\b/u.test(names));
    return checked(numberOf(value), best ? numberOf(best) : 5);
  }
  const labels = own.filter(
    ({ names, value: label }) =>
      !/rating(?:value|count)|\bdate/u.test(names) &&
      label !== null &&
      /[★☆]|étoile|star|rated|noté|note|sterne/iu.test(label),
  );
  const ratings = distinct(labels.map(({ value: label }) => ratingIn(label)));
  return ratings.length === 1 ? (ratings[0] ?? null) : null;
}

const numberOf = ({ value, text }: Mark): number => Number((value ?? text).replace(',', '.'));
const isAggregate = ({ at }: Mark, own: readonly Mark[]): boolean =>
  own.some(
    ({ names, at: other }) => /aggregaterating|ratingcount|reviewcount/u.test(names) && Math.abs(other - at) < 5,
  );

/** In boxes named for ratings and on lines of their own; several different ones are a list, no verdict. */
function shown({ outline, main }: MetadataPage): Rating | null {
  const around = ownBoxes(outline, main[0]);
  const from = Math.max(0, (main[0] ?? 0) - 30);
  const to = (main.at(-1) ?? outline.blocks.length) + 15;
  const near = outline.blocks
    .slice(from, to)
    .filter(
      ({ text, box }) => text.length <= LONGEST && RATED.test(text) && !COUNTED.test(text) && !isOthers(box, around),
    );
  for (const read of [labelled, boxed, alone]) {
    const found = near.map(({ text, box }) => read(text, box)).filter((rating) => rating !== null);
    const [first, ...others] = distinct(found);
    if (first) return others.length === 0 && found.length <= MOST ? first : null;
  }
  return null;
}

const labelled = (text: string): Rating | null => {
  const rest = LABELLED.exec(text)?.[1];
  return rest === undefined || /^\d{1,2}$/u.test(rest) ? null : ratingIn(rest, 10);
};

/** Bare whole numbers in such boxes are counts; their scale is not known either. */
const boxed = (text: string, box: Box): Rating | null =>
  [...ancestors(box)].slice(0, 3).some(({ names }) => NAMED.test(names)) && !/^\d{1,3}$/u.test(text)
    ? ratingIn(text)
    : null;

const alone = (text: string): Rating | null => (ALONE.test(text) ? ratingIn(text) : null);

/** In what is not the article's, or in a box for the ratings of its readers. */
const isOthers = (box: Box, own: ReadonlySet<Box>): boolean =>
  isForeign(box, own) || [...ancestors(box)].slice(0, 4).some((each) => !own.has(each) && AUDIENCE.test(each.names));

function distinct(ratings: readonly (Rating | null)[]): readonly Rating[] {
  const seen = new Map(
    ratings.filter((rating) => rating !== null).map((rating) => [`${rating.value}/${rating.best}`, rating]),
  );
  return [...seen.values()];
}
