import type { PassageNames } from './binding.ts';
import type { Expression } from './find.ts';
import genres from './grammar/genres.json' with { type: 'json' };
import notTitles from './grammar/not-titles.json' with { type: 'json' };

/** How far around an expression a title may reach, in characters. */
const REACH = 70;

const OF_QUOTED = /^ (?:of |in |from |de la serie |de |d'|du |des |von |di |della |del )?("[^"]{2,50}")/;
const OF_CAPITALS =
  /^ (?:of (?:the )?|de la série |de (?:la )?|d[’']|du |des )((?:(?:The|Le|La|Les) |L[’'])?\p{Lu}[\p{L}’']{1,30})/u;
const QUOTED_BEFORE = /("[^"]{2,50}")(?:,| -| :)? (?:season |saison )?$/;
const CAPITALS_BEFORE = /((?:\p{Lu}[\p{L}’']{1,30} ){0,4}\p{Lu}\p{L}{1,30})(?: [-–—] |[’']s )$/u;

const COMMON: ReadonlySet<string> = new Set(notTitles);
const WORD = /[a-z]{2,40}/g;
/** What follows a word that only tells where a show comes from: "of the Baltimore drama". */
const GENRE = new RegExp(`^ (?:${genres.join('|')})\\b`);

interface Candidate {
  readonly start: number;
  readonly end: number;
}

function candidate(match: RegExpExecArray | null, from: number): readonly Candidate[] {
  const title = match?.[1];
  if (match === null || title === undefined) return [];
  const start = from + match.index + match[0].indexOf(title);
  return [{ start, end: start + title.length }];
}

/** True when a title in quotes or capitals stands right beside the expression and no name of the catalogue covers it. */
export function besideUnknownTitle(at: Expression, { text, folded, names, ownWords }: PassageNames): boolean {
  const from = Math.max(0, at.start - REACH);
  const candidates = [
    ...candidate(OF_QUOTED.exec(folded.slice(at.end, at.end + REACH)), at.end),
    ...candidate(OF_CAPITALS.exec(text.slice(at.end, at.end + REACH)), at.end),
    ...candidate(QUOTED_BEFORE.exec(folded.slice(from, at.start)), from),
    ...candidate(CAPITALS_BEFORE.exec(text.slice(from, at.start)), from),
  ];
  return candidates.some(({ start, end }) => {
    // Words all in capitals are headings ("AGAINST — The third drags") far oftener than titles.
    if (!/\p{Ll}/u.test(text.slice(start, end))) return false;
    if (names.some((name) => name.start < end && name.end > start) || GENRE.test(folded.slice(end, end + REACH)))
      return false;
    const words = folded.slice(start, end).match(WORD) ?? [];
    return words.length > 0 && !words.some((word) => ownWords.has(word)) && !words.every((word) => COMMON.has(word));
  });
}
