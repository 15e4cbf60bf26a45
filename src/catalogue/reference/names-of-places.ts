import type { PageLanguage } from './words.ts';

/** Codes with a name that are no countries: unknown, and two for trying out. */
const UNKNOWN_REGIONS = new Set(['ZZ', 'XA', 'XB']);
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.split('');
const CODES = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));

/** The names (lower case) of every two-letter code of one kind in a language, and the codes. */
function codesByName(
  language: PageLanguage,
  type: 'region' | 'language',
  codes: readonly string[],
): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames([language], { type, fallback: 'none' });
  return new Map(codes.flatMap((code) => (names.of(code) ? [[names.of(code)?.toLowerCase() ?? '', code]] : [])));
}

/** Withdrawn codes (UK, FX) share the names of the ones in use and would hide them. */
const inUse = (region: string): boolean => new Intl.Locale(`und-${region}`).region === region;

interface Names {
  readonly regions: ReadonlyMap<string, string>;
  readonly languages: ReadonlyMap<string, string>;
  readonly region: RegExp;
}

function namesIn(language: PageLanguage): Names {
  const regions = codesByName(language, 'region', REGIONS);
  const longestFirst = [...regions.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[().]/gu, '\\$&'));
  const region = new RegExp(`(?<!\\p{L})(?:${longestFirst.join('|')})(?!\\p{L})`, 'giu');
  return { regions, languages: codesByName(language, 'language', CODES), region };
}

const REGIONS = CODES.map((code) => code.toUpperCase()).filter(inUse);
const names: Readonly<Record<PageLanguage, Names>> = { en: namesIn('en'), fr: namesIn('fr') };
const regionCodes = new Set(names.en.regions.values());
const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** The ISO 3166 codes of the countries that a text in a language names, in its order. */
export const countriesIn = (text: string, language: PageLanguage): readonly string[] =>
  [...text.matchAll(names[language].region)].flatMap(([name]) => names[language].regions.get(name.toLowerCase()) ?? []);

/** The two-letter code of the first language that a text in a language names, null when there is none. */
export const languageIn = (text: string, language: PageLanguage): string | null =>
  text
    .split(/[,/;]\s*/u)
    .map((name) => names[language].languages.get(name.trim().toLowerCase()))
    .find((code) => code !== undefined) ?? null;

/** The language that is most spoken in a country, null where that is not known. */
export const languageOf = (country: string): string | null => {
  const { language } = new Intl.Locale(`und-${country}`).maximize();
  return isCountry(country) && language.length === 2 ? language : null;
};

/** Whether a text is a country code of ISO 3166 that is in use; ZZ (unknown) is none. */
export const isCountry = (code: string): boolean => regionCodes.has(code) && !UNKNOWN_REGIONS.has(code);

/** Whether a text is a tag of BCP 47 whose language has a name: `fr`, `pt-BR`, `zh-Hant`. */
export function isLanguage(tag: string): boolean {
  try {
    return languageNames.of(new Intl.Locale(tag).language) !== undefined;
  } catch {
    return false;
  }
}
