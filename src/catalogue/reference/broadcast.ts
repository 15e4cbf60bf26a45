import { countriesIn } from './names-of-places.ts';
import words from './words.json' with { type: 'json' };

/** When a season began on a market; `precise` is false where only the year or month is told and the interval encloses it. */
export interface Airing {
  readonly season: number;
  readonly market: string;
  readonly network: string;
  readonly from: string;
  readonly to: string | null;
  readonly precise: boolean;
}

/** What holds where a sentence does not say: the country and network of origin. */
export interface Origin {
  readonly market: string;
  readonly network: string;
}

type Span = Pick<Airing, 'from' | 'to' | 'precise'>;

const month = `(${words.months.join('|')})`;
const DATE = new RegExp(
  `(\\d{4})-(\\d{2})-(\\d{2})|(\\d{1,2}) ${month} (\\d{4})|${month} (\\d{1,2}), (\\d{4})|(?:${month} )?(?<![\\d.])((?:19|20)\\d{2})(?!\\d)`,
  'giu',
);
const airing = new RegExp(`\\b(?:${words.airing.join('|')})\\b`, 'iu');
const unaired = new RegExp(`\\b(?:${words.unaired.join('|')})\\b`, 'iu');
const ordinal = new RegExp(`\\b(${words.ordinals.join('|')})\\b`, 'giu');
const NETWORK =
  /(?:\bon|\bby|\bto) (?:\p{Ll}[\p{Ll}-]* ){0,4}?((?:\p{Lu}|i\p{Lu})[\p{L}\d+]*(?: \p{Lu}[\p{L}\d+]*){0,3})/u;

/** The dates of a text in its order. A year or a month becomes the interval that encloses it. */
export function datesIn(text: string): readonly Span[] {
  return [...text.matchAll(DATE)].map((match) => {
    const [, y1, m1, d1, d2, m2, y2, m3, d3, y3, m4, y4 = ''] = match;
    if (y1) return day(y1, Number(m1), Number(d1));
    if (y2) return day(y2, monthNumber(m2), Number(d2));
    if (y3) return day(y3, monthNumber(m3), Number(d3));
    if (!m4) return { from: `${y4}-01-01`, to: `${y4}-12-31`, precise: false };
    const lastDay = new Date(Date.UTC(Number(y4), monthNumber(m4), 0)).getUTCDate();
    return { ...day(y4, monthNumber(m4), 1), to: day(y4, monthNumber(m4), lastDay).from, precise: false };
  });
}

const monthNumber = (name = ''): number => words.months.indexOf(name.toLowerCase()) + 1;

const day = (year: string, monthOfYear: number, dayOfMonth: number): Span => ({
  from: `${year}-${String(monthOfYear).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`,
  to: null,
  precise: true,
});

/** What a sentence tells of seasons going on air. Country and season hold on from clause to clause. */
export function airingsIn(sentence: string, origin: Origin): readonly Airing[] {
  let markets: readonly string[] = [origin.market];
  let seasons: readonly number[] = [1];
  const found: Airing[] = [];
  for (const clause of sentence.split(/, |; /u)) {
    const named = countriesIn(clause);
    if (named.length > 0) markets = named;
    const told = seasonsOf(clause);
    if (told.length > 0) seasons = told;
    const dates = datesIn(clause);
    if (!airing.test(clause) || unaired.test(clause) || dates.length === 0) continue;
    // Two seasons with one date, or the reverse, cannot be told apart.
    if (dates.length !== seasons.length && dates.length !== 1) continue;
    const network = NETWORK.exec(clause)?.[1];
    for (const market of markets) {
      const where = { market, network: network ?? (market === origin.market ? origin.network : 'unknown') };
      const last = dates.length === 1 ? seasons.slice(0, 1) : seasons;
      for (const [i, season] of last.entries()) {
        const date = dates[i];
        if (date) found.push({ season, ...where, ...date });
      }
    }
  }
  return found;
}

function seasonsOf(clause: string): readonly number[] {
  if (!/\b(?:seasons?|series [\d])/iu.test(clause)) return [];
  const spelt = [...clause.matchAll(ordinal)].map(([word]) => words.ordinals.indexOf(word.toLowerCase()) + 1);
  const numbered = [...clause.matchAll(/\bseasons? (\d{1,2})\b/giu)].map((match) => Number(match[1]));
  return [...spelt, ...numbered];
}
