const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.split('');
const CODES = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));

/** English names (lower case) of every two-letter code of one kind, and the codes. */
function codesByName(type: 'region' | 'language', codes: readonly string[]): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames(['en'], { type, fallback: 'none' });
  return new Map(codes.flatMap((code) => (names.of(code) ? [[names.of(code)?.toLowerCase() ?? '', code]] : [])));
}

/** Withdrawn codes (UK, FX) share the names of the ones in use and would hide them. */
const inUse = (region: string): boolean => new Intl.Locale(`und-${region}`).region === region;

const regions = codesByName('region', CODES.map((code) => code.toUpperCase()).filter(inUse));
const languages = codesByName('language', CODES);
const namesOfRegions = new RegExp(`(?<!\\p{L})(?:${[...regions.keys()].join('|')})(?!\\p{L})`, 'giu');

/** The ISO 3166 codes of the countries that a text names, in its order. */
export const countriesIn = (text: string): readonly string[] =>
  [...text.matchAll(namesOfRegions)].flatMap(([name]) => regions.get(name.toLowerCase()) ?? []);

/** The two-letter code of the first language that a text names, null when there is none. */
export const languageIn = (text: string): string | null =>
  text
    .split(/[,/;]\s*/u)
    .map((name) => languages.get(name.trim().toLowerCase()))
    .find((code) => code !== undefined) ?? null;
