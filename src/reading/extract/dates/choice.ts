import type { Candidate } from './candidates.ts';
import type { UrlDate } from './url.ts';
import choice from './weights.json' with { type: 'json' };

/** A candidate with all its signs, and the sum of their weights. */
export interface Weighed extends Candidate {
  readonly score: number;
}

const weightOf: Readonly<Record<string, number>> = choice.weights;
/** So many different days in boxes of one name are a list: of comments, of other articles. */
const LIST = 3;

/** Adds to candidates the signs that come from each other and from the page's address, and weighs them; in page order. */
export function weighed(candidates: readonly Candidate[], url: UrlDate | null): readonly Weighed[] {
  const ordered = [...candidates].sort((a, b) => a.at - b.at);
  const daysOf = grouped(ordered, signature, ({ date }) => date);
  const placesOf = grouped(
    ordered,
    ({ date }) => date,
    ({ at }) => at,
  );
  const seen = new Set<string>();
  return ordered.map((candidate, index) => {
    const signs = [...candidate.signs, ...urlSigns(candidate, url)];
    const name = signature(candidate);
    if ((daysOf.get(name)?.size ?? 0) >= LIST) signs.push(seen.has(name) ? 'listed' : 'listedFirst');
    seen.add(name);
    if (index === 0) signs.push('first');
    if ((placesOf.get(candidate.date)?.size ?? 0) > 1) signs.push('again');
    return { ...candidate, signs, score: signs.reduce((sum, sign) => sum + (weightOf[sign] ?? 0), 0) };
  });
}

function grouped<T>(
  all: readonly Candidate[],
  key: (candidate: Candidate) => string,
  value: (candidate: Candidate) => T,
): ReadonlyMap<string, ReadonlySet<T>> {
  const groups = new Map<string, Set<T>>();
  for (const each of all) {
    const group = groups.get(key(each));
    if (group) group.add(value(each));
    else groups.set(key(each), new Set([value(each)]));
  }
  return groups;
}

/** Boxes of one kind: numbers in names count the boxes of a list. */
const signature = ({ box }: Candidate): string =>
  `${box.tag} ${box.names} < ${box.parent?.tag} ${box.parent?.names}`.replace(/\d+/gu, '');

function urlSigns({ date }: Candidate, url: UrlDate | null): readonly string[] {
  if (url === null) return [];
  if (date === url.date) return ['inUrl'];
  if (date.slice(0, 7) === url.date.slice(0, 7)) return ['inUrlMonth'];
  return url.sure ? ['notInUrl'] : [];
}

/** A date with less is no better than none. */
const LEAST = -2;
/** A date among those of other texts must be better: it has to stand where dates of articles do. */
const LEAST_STRAY = 0;
const strays = new Set(choice.stray);
const after = new Set(choice.afterTitle);
const near = new Set(choice.near);
const outside = new Set(choice.outside);

/** The best of candidates that is good enough; of equals the first. */
export function best(candidates: readonly Weighed[]): Weighed | null {
  let found: Weighed | null = null;
  for (const each of candidates) if (isEnough(each) && (found === null || each.score > found.score)) found = each;
  return found && (firstOfList(candidates, found) ?? found);
}

/** The first of the posts of a thread, for a later one: all look alike, and any may be the longest. */
function firstOfList(candidates: readonly Weighed[], found: Weighed): Weighed | null {
  if (!found.signs.includes('listed')) return null;
  const name = signature(found);
  return (
    candidates.find(
      (each) => signature(each) === name && isEnough(each) && each.signs.some((sign) => after.has(sign)),
    ) ?? null
  );
}

function isEnough({ score, signs }: Weighed): boolean {
  if (!signs.some((sign) => strays.has(sign)) || signs.some((sign) => near.has(sign))) return score >= LEAST;
  return score >= LEAST_STRAY && !signs.some((sign) => outside.has(sign));
}
