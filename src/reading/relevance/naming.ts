import type { NameHit, Show } from '../../domain/catalogue.ts';
import cues from './cues.json' with { type: 'json' };
import type { PlacedHit } from './found.ts';
import { beginsSentence, type Grade, gradeOf, isQuoted, standsInside } from './grade.ts';
import { isHomonym } from './homonyms.ts';
import { anyOf } from './patterns.ts';
import { trade, wordsIn } from './vocabulary.ts';
import words from './words.json' with { type: 'json' };

/** A place where a show is named. `passing` — only by the way: "by the creator of …", "like …", one of a list. */
export interface Naming {
  readonly start: number;
  readonly grade: Grade;
  readonly passing: boolean;
  readonly quoted: boolean;
  /** It opens the text, before a comma or colon: "Borgen, second term". */
  readonly heads: boolean;
  /** A season stands beside it: "The Bureau season 5", "saison 2 de Lupin". */
  readonly withSeason: boolean;
  /** A word that series alone have stands beside it: "the drama Severance", "la série Lost", "Dark, saison 2". */
  readonly withSeries: boolean;
  /** Its capital stands within a sentence, where plain words have none; false in titles that give every word one. */
  readonly inside: boolean;
  /** It begins a sentence, as a subject does. */
  readonly subject: boolean;
  /** A word that is of television for sure stands near. */
  readonly near: boolean;
}

/** What the words of a show's name are in a text. */
export interface Namings {
  readonly namings: readonly Naming[];
  /** How often they are plain words or part of another name. */
  readonly otherwise: number;
}

/** Characters before a name in which its clause may say that it is named by the way. */
const CLAUSE = 70;
/** Characters around a name in which a season stands beside it. */
const BESIDE = 24;
/** Characters around a name in which a word of television stands near it. */
const NEAR = 90;

const inClause = new RegExp(anyOf(cues.passingInClause), 'iu');
const beside = new RegExp(
  `${anyOf(cues.passingBeside)}\\s?["«“‘]?\\s?(?:(?:la série|the series|l['’]|the|le|la|les)\\s?)?["«“‘]?\\s?$`,
  'iu',
);
const after = new RegExp(`^["»”’)]?\\s?(?:['’]s\\s)?(?:${cues.passingAfter.join('|')})(?!\\p{L})`, 'iu');
const list = new RegExp(`^["»”’)]?\\s?(?:,|&|/|,?\\s?(?:${cues.listing.join('|')}))\\s?["«“‘(]?$`, 'iu');
const season = new RegExp(`(?<!\\p{L})(?:${cues.numberedSeason.join('|')})(?!\\p{L})`, 'iu');
const series = new RegExp(`(?<!\\p{L})(?:${[...cues.season, ...words.subject].join('|')})(?!\\p{L})`, 'iu');

/** Where a text names a show; names that belong to a longer one or to a homonym are left out. */
export function namingsOf(show: Show, placed: readonly PlacedHit[], text: string): Namings {
  const own = placed.flatMap((each) => {
    const candidate = each.hit.candidates.find(({ entity }) => entity.id === `show:${show.id}`);
    return candidate ? [{ ...each, grade: gradeOf(candidate, each.hit, text) }] : [];
  });
  const namings = own.flatMap(({ grade, ...each }) =>
    grade === null || isHomonym(show, each.hit, text) ? [] : [namingAt(each, grade, text)],
  );
  return { namings, otherwise: own.length - namings.length };
}

function namingAt({ hit, before, after: next }: PlacedHit, grade: Grade, text: string): Naming {
  const { start, end, surface } = hit;
  const beside = text.slice(Math.max(0, start - BESIDE), end + BESIDE);
  return {
    start,
    grade,
    quoted: isQuoted(surface, start, text),
    heads: start === 0 && /^\s?[,:–]/u.test(text.slice(end, end + 2)),
    passing: isPassing(hit, before, next, text),
    withSeason: season.test(beside),
    withSeries: series.test(beside),
    inside: standsInside(surface, start, text),
    subject: beginsSentence(start, text),
    near: wordsIn(text.slice(Math.max(0, start - NEAR), end + NEAR)).some((word) => trade.has(word)),
  };
}

function isPassing(hit: NameHit, before: NameHit | undefined, next: NameHit | undefined, text: string): boolean {
  const clause =
    text
      .slice(Math.max(0, hit.start - CLAUSE), hit.start)
      .split(/[.!?;\n]/u)
      .at(-1) ?? '';
  return (
    inClause.test(clause) ||
    beside.test(clause) ||
    after.test(text.slice(hit.end, hit.end + BESIDE)) ||
    isListed(before, hit, text) ||
    isListed(hit, next, text)
  );
}

/** Two shows side by side, with a comma or "and" between them. */
function isListed(first: NameHit | undefined, second: NameHit | undefined, text: string): boolean {
  if (!first || !second || second.start - first.end > 12) return false;
  const [one, two] = [showsOf(first), showsOf(second)];
  return (
    one.length > 0 &&
    two.length > 0 &&
    !one.some((id) => two.includes(id)) &&
    list.test(text.slice(first.end, second.start))
  );
}

const showsOf = ({ candidates }: NameHit): readonly string[] =>
  candidates.filter(({ entity }) => entity.type === 'show' || entity.type === 'work').map(({ entity }) => entity.id);
