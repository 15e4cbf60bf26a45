import { countriesIn, isCountry, isLanguage } from '../reference/names-of-places.ts';
import { advice, fault, type Note, type Path } from './findings.ts';

/** ISO 3166 reserves ZZ for a country that is not known. */
const UNKNOWN = 'ZZ';

/** What is wrong with a country code. */
export function countryNotes(code: string | undefined, path: Path): readonly Note[] {
  if (code === undefined || isCountry(code)) return [];
  const field = String(path.at(-1));
  if (code === UNKNOWN) return [advice(path, 'country-unknown', { field })];
  const meant = codeInUse(code);
  return [
    meant === null
      ? fault(path, 'country', { field, found: code })
      : fault(path, 'country-meant', { field, found: code, meant }),
  ];
}

/** What is wrong with a language tag. */
export const languageNotes = (tag: string | undefined, path: Path): readonly Note[] =>
  tag === undefined || isLanguage(tag) ? [] : [fault(path, 'language', { field: String(path.at(-1)), found: tag })];

/** The code that a withdrawn one (UK) or the name of a country stands for. */
export function codeInUse(found: string): string | null {
  const [named] = [...countriesIn(found, 'en'), ...countriesIn(found, 'fr')];
  if (named !== undefined) return named;
  if (!/^[A-Z]{2}$/u.test(found)) return null;
  const region = new Intl.Locale(`und-${found}`).region ?? found;
  return region !== found && isCountry(region) ? region : null;
}
