import type { NameHit, Show } from '../../domain/catalogue.ts';
import cues from './cues.json' with { type: 'json' };

/** A place where a show is named. `passing` — only by the way: "by the creator of …", "like …", one of a list. */
export interface Naming {
  readonly start: number;
  readonly end: number;
  readonly isStrong: boolean;
  readonly passing: boolean;
}

/** Characters before a name in which its clause may say that it is named by the way. */
const CLAUSE = 70;

const any = (patterns: readonly string[]): string => `(?<!\\p{L})(?:${patterns.join('|')})`;
const inClause = new RegExp(any(cues.passingInClause), 'iu');
const beside = new RegExp(
  `${any(cues.passingBeside)}\\s*["«“‘]?\\s*(?:(?:la série|the series|l['’]|the|le|la|les)\\s*)?["«“‘]?\\s*$`,
  'iu',
);
const list = new RegExp(`^["»”’)]?\\s*(?:,|&|/|,?\\s*(?:${cues.listing.join('|')}))\\s*["«“‘(]?$`, 'iu');
const longerName = new RegExp(`^ (?:${cues.longerName.join('|')}) \\p{Lu}`, 'u');
const indefinite = new RegExp(`(?<!\\p{L})(?:${cues.indefinite.join('|')})\\s$`, 'iu');

/** Where a text names a show; names that belong to a longer one or to a homonym are left out. */
export function namingsOf(show: Show, hits: readonly NameHit[], text: string): readonly Naming[] {
  const others = homonymsIn(show, text);
  return hits.flatMap((hit, i) => {
    const own = hit.candidates.find(({ entity }) => entity.id === `show:${show.id}`);
    if (!own || !isWritten(own.alias.strength, hit, text)) return [];
    const { start, end } = hit;
    if (others.some((other) => other.start < end && start < other.end)) return [];
    return [
      {
        start,
        end,
        isStrong: own.alias.strength === 'strong',
        passing: isPassing(hit, hits[i - 1], hits[i + 1], text),
      },
    ];
  });
}

/** Capitals tell a title from its words: "the bureau" in small letters is a bureau, "un bureau des légendes" is any. */
function isWritten(strength: string, { start, end, surface }: NameHit, text: string): boolean {
  const after = text.slice(end, end + 24);
  if (strength === 'capitals') return surface === surface.toUpperCase() && !/^\s\p{Lu}\p{Ll}/u.test(after);
  if (strength === 'weak') {
    if (!/^\p{Lu}/u.test(surface.split(' ').at(-1) ?? '')) return false;
    return !longerName.test(after) && !/^[\s-]\p{Lu}\p{Ll}/u.test(after.replace(/^ (?:Season|Saison|Series)\b/u, ''));
  }
  if (/\p{Lu}/u.test(surface)) return true;
  return surface.includes(' ') && !indefinite.test(text.slice(Math.max(0, start - 4), start));
}

function isPassing(hit: NameHit, before: NameHit | undefined, after: NameHit | undefined, text: string): boolean {
  const clause =
    text
      .slice(Math.max(0, hit.start - CLAUSE), hit.start)
      .split(/[.!?;\n]/u)
      .at(-1) ?? '';
  return inClause.test(clause) || beside.test(clause) || isListed(before, hit, text) || isListed(hit, after, text);
}

/** Two shows side by side, with a comma or "and" between them. */
function isListed(first: NameHit | undefined, second: NameHit | undefined, text: string): boolean {
  if (!first || !second) return false;
  const [one, two] = [showsOf(first), showsOf(second)];
  return (
    one.length > 0 &&
    two.length > 0 &&
    !one.some((id) => two.includes(id)) &&
    list.test(text.slice(first.end, second.start))
  );
}

const showsOf = ({ candidates }: NameHit): readonly string[] =>
  candidates.filter(({ entity }) => entity.type === 'show').map(({ entity }) => entity.id);

/** Where a text holds something that only looks like the show ("Census Bureau"). */
export function homonymsIn({ homonyms }: Show, text: string): readonly { start: number; end: number; says: string }[] {
  if (homonyms.length === 0) return [];
  const escaped = homonyms.map((homonym) => homonym.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&'));
  const pattern = new RegExp(`(?<!\\p{L})(?:${escaped.join('|')})(?!\\p{L})`, 'giu');
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    says: match[0],
  }));
}
