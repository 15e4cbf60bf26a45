import { anyOf } from './any-of.ts';
import { datesIn, type Span } from './dates.ts';
import { countriesIn } from './names-of-places.ts';
import type { Words } from './words.ts';

/** When a season was on air on a market, as dates of a catalogue file; `precise` is false where only year or month is told. */
export interface Airing extends Span {
  readonly season: number;
  readonly market: string;
  readonly network: string;
}

/** What holds where a sentence does not say: the country and network of origin, and the season of the section. */
export interface Origin {
  readonly market: string;
  readonly network: string;
  readonly season?: number;
}

/** What a sentence tells of seasons going on air. Country and season hold on from clause to clause, and the verb to the next country. */
export function airingsIn(sentence: string, origin: Origin, words: Words): readonly Airing[] {
  const airing = new RegExp(anyOf(words.airing), 'iu');
  const unaired = new RegExp(anyOf(words.unaired), 'iu');
  let markets: readonly string[] = [origin.market];
  let seasons: readonly number[] = [origin.season ?? 1];
  let isOn = false;
  const found: Airing[] = [];
  for (const clause of clausesOf(sentence, words)) {
    const named = countriesIn(clause, words.language);
    if (named.length > 0) markets = named;
    const told = seasonsIn(clause, words);
    if (told.length > 0) seasons = told;
    const dates = datesIn(clause, words);
    isOn = (airing.test(clause) || (isOn && named.length > 0)) && !unaired.test(clause);
    if (!isOn || dates.length === 0) continue;
    // Two seasons with one date, or the reverse, cannot be told apart.
    if (dates.length !== seasons.length && dates.length !== 1) continue;
    const network = networkIn(clause, words);
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

/** A sentence at its commas, and where "and in Belgium" begins another place. */
const clausesOf = (sentence: string, { and, places }: Words): readonly string[] =>
  sentence.split(new RegExp(`, |; | ${anyOf(and)} (?=${anyOf(places)} )`, 'u'));

/** The channel or platform that a clause names: "sur la chaîne Canal+", "on France 2". */
function networkIn(clause: string, { on, months }: Words): string | undefined {
  const name = '(?:\\p{Lu}|i\\p{Lu})[\\p{L}\\d+]*';
  const number = `\\d{1,2}(?!\\d| (?:${Object.keys(months).join('|')}))`;
  const pattern = `${anyOf(on)} (?:\\p{Ll}[\\p{Ll}-]* ){0,4}?(${name}(?: (?:\\p{Lu}[\\p{L}\\d+]*|${number})){0,3})`;
  return new RegExp(pattern, 'u').exec(clause)?.[1];
}

/** The seasons that a text names: "the second season", "saisons 3 et 4", "Season 2". */
export function seasonsIn(text: string, { ordinals, season, and }: Words): readonly number[] {
  if (!new RegExp(anyOf(season), 'iu').test(text)) return [];
  const spelt = [...text.matchAll(new RegExp(anyOf(Object.keys(ordinals)), 'giu'))].map(
    ([word]) => ordinals[word.toLowerCase()] ?? 0,
  );
  const numbered = new RegExp(`${anyOf(season)} (\\d{1,2})(?!\\d)(?: ${anyOf(and)} (\\d{1,2})(?!\\d))?`, 'giu');
  const written = [...text.matchAll(numbered)].flatMap(([, first, second]) => [first, second]);
  return [...spelt, ...written.flatMap((number) => (number === undefined ? [] : [Number(number)]))].filter(
    (number) => number > 0,
  );
}
