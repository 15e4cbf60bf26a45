import abbreviations from './abbreviations.json' with { type: 'json' };
import endings from './endings.json' with { type: 'json' };

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const byLanguage = (lists: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(Object.entries(lists).map(([language, words]) => [language, set(words)]));

const everywhere = set(abbreviations.all);
const own = byLanguage(abbreviations);
const lower = byLanguage(endings.lowerStarters);
const english: ReadonlySet<string> = own.get('en') ?? new Set();

/** Abbreviations that never end a sentence: titles before names, "cf.", "e.g.". */
export const neverEnd = set(endings.neverEnd);
/** Abbreviations that end a sentence before any capital: "etc.". */
export const endBeforeCapital = set(endings.endBeforeCapital);
/** Months: abbreviations only beside a number, "12 oct." and "Oct. 22"; "Canal Sept." ends. */
export const months = set(endings.months);
/** Words that are abbreviations only before a number: "no. 5", "p. 12", "art. 3". */
export const onlyBeforeNumber = set(endings.onlyBeforeNumber);
/** Abbreviations that are names too: "with Max. She left". */
export const alsoNames = set(endings.alsoNames);
/** What goes on behind "9 p.m.": days, months and zones. */
export const behindHours = set(endings.behindHours);
/** Languages that write ordinals with a full stop: "am 3. Mai". */
export const ordinalLanguages = set(endings.ordinalLanguages);
/** Capital words that begin a surname: "J. De Niro". */
export const nameParticles = set(endings.nameParticles);
/** Names that end with an exclamation mark: "Yahoo! bought it". */
export const exclaimingNames = set(endings.exclaimingNames);
/** Capital words that begin a sentence and hardly a name. */
export const starters = set(endings.starters);
/** Cries that are sentences when they stand alone: "Wow... just wow." */
export const interjections = set(endings.interjections);
/** Verbs of saying, as they stand behind a quotation. */
export const saidWords = set(endings.saidWords);
/** English words that begin a sentence behind a title whose words have capitals: "Opening Hours The shop …". */
export const strongAfterCapital = set(endings.strongAfterCapital);
/** Words that want another word behind them, or a title: no sentence ends there without a stop. */
export const neverBeforeStart = set(endings.neverBeforeStart);

/** True for an abbreviation of the language, in lower case and without its last full stop; a language without a list has the English one. */
export function isAbbreviation(word: string, language: string): boolean {
  return everywhere.has(word) || (own.get(language) ?? english).has(word);
}

/** True for a word that begins a sentence where nobody writes capitals, as in forums. */
export function isLowerStarter(word: string, language: string): boolean {
  return (lower.get(language) ?? new Set()).has(word.replaceAll('’', "'"));
}
