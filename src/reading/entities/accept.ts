import type { CatalogueIndex, NameCandidate, NameHit, ShowId } from '../../domain/catalogue.ts';
import { fold, isAllCapitals, isCapital, openers, startsSentence, wordAfter, wordsOf } from './around.ts';
import context from './context.json' with { type: 'json' };
import { isInHomonym, isInLongerName, isSomebodyElse, type KnownNames } from './longer-names.ts';
import { isAlsoPlace, isHeadedByShow, isTitleHere, meansPlace } from './title-or-place.ts';

/** What a document says of names before any single one is judged. */
export interface NamesInDocument {
  readonly text: string;
  readonly index: CatalogueIndex;
  readonly known: KnownNames;
  /** Shows that the document is about or mentions. */
  readonly relevance: ReadonlyMap<ShowId, 'about' | 'mention'>;
  /** Entities named in full, with the first place. */
  readonly sure: ReadonlyMap<string, number>;
  /** The homonyms of shows that the text holds. */
  readonly homonyms: ReadonlyMap<ShowId, readonly string[]>;
  /** Surnames that stand behind a first name of somebody else, folded. */
  readonly strangers: ReadonlySet<string>;
  /** Names of people that stand within a sentence somewhere, folded: no accident of a sentence's first capital. */
  readonly inSentence: ReadonlySet<string>;
}

const familyBefore = new RegExp(`(?<!\\p{L})(?:${context.families.join('|')})\\s$`, 'iu');
const articleBefore = new RegExp(`(?<!\\p{L})(?:${context.articles.join('|')})\\s?$`, 'iu');
const outletBeforeNot = new RegExp(`(?:${context.outletBeforeNot.join('|')}) du $`, 'iu');
const reporting = wordsOf('reportingAfter');
const isPersonal = new Set(['person', 'character']);
/** From this many words on a name is told by its words alone, in any case. */
const LONG_NAME = 3;

/** Whether a name of the catalogue, found in a text, means its bearer there. */
export function accepts(candidate: NameCandidate, hit: NameHit, names: NamesInDocument): boolean {
  const { alias, entity, show, distance } = candidate;
  const inContext = show === null ? entity.type !== 'person' : names.relevance.has(show);
  if (alias.strength === 'capitals') return inContext && hit.surface === hit.surface.toUpperCase();
  if (!isWrittenAsName(candidate, hit) && !(inContext && isFullName(candidate, hit))) return false;
  const { text, known, sure } = names;
  if ((alias.strength !== 'strong' || entity.type === 'show') && meansPlace(candidate, hit, names)) return false;
  if (isInLongerName(candidate, hit, text, known)) return false;
  if (entity.type === 'show' && isInHomonym(names.homonyms.get(show ?? '') ?? [], hit, text)) return false;
  if (entity.roles?.includes('outlet') && isNoOutlet(candidate, hit, text)) return false;
  if (distance > 0 && /^-\p{Lu}/u.test(text.slice(hit.end, hit.end + 3))) return false;
  if (isCommonPhrase(candidate, hit, names)) return false;
  if (alias.strength === 'strong') return distance === 0 || inContext || hit.surface.includes(' ');
  const isTitle = entity.type === 'show' && isHeadedByShow(text, hit.start);
  if (!inContext && !sure.has(entity.id) && !isTitle) return false;
  return !isPersonal.has(entity.type) || acceptsPerson(candidate, hit, names);
}

/** A part of somebody's name, on a page where it may be theirs. */
function acceptsPerson(candidate: NameCandidate, hit: NameHit, names: NamesInDocument): boolean {
  const { alias, entity } = candidate;
  const { text, known, sure } = names;
  if (isBareFirstName(candidate, hit, names)) return false;
  if (alias.part === 'last' && !sure.has(entity.id) && names.strangers.has(fold(hit.surface))) return false;
  return (
    !isSomebodyElse(candidate, hit, text, known) &&
    !isCommonNoun(candidate, hit, text) &&
    !isSentenceStart(candidate, hit, names)
  );
}

/** Capitals stand where the name has them; long names and those with a sign or digit are known without. */
function isWrittenAsName({ alias, entity }: NameCandidate, { surface }: NameHit): boolean {
  if (isAllCapitals(surface) || surface === alias.text) return true;
  const words = surface.split(/[\s-]+/u);
  if (isPersonal.has(entity.type)) {
    const wanted = alias.text.split(/[\s-]+/u);
    if (wanted.length !== words.length) return isCapital(surface);
    return words.every(
      (word, i) => isCapital(word) || !isCapital(wanted[i] ?? '') || (i > 0 && word.length < LONG_NAME),
    );
  }
  if (alias.strength === 'strong' && words.length >= LONG_NAME) return true;
  if (/^\p{L}+\s?\+$|^\p{L}+\s\d$/u.test(surface) && entity.type === 'organisation') return true;
  const wanted = alias.text.split(/[\s-]+/u);
  const telling = words.filter((_, i) => isCapital(wanted[i] ?? '') && !isArticle(wanted[i] ?? ''));
  return telling.length > 0 ? telling.every(isCapital) : isCapital(surface);
}

/** A title of an article and one word, its article without the capital, on a page that is not about it: "the Americans". */
const isCommonPhrase = (
  { alias, entity, show }: NameCandidate,
  { surface }: NameHit,
  names: NamesInDocument,
): boolean =>
  entity.type === 'show' &&
  names.relevance.get(show ?? '') !== 'about' &&
  /^\p{Lu}/u.test(alias.text) &&
  /^\p{Ll}/u.test(surface) &&
  surface.split(' ').length === 2;

/** First name and surname, which readers write without capitals: "alba flores". */
const isFullName = ({ alias, entity, distance }: NameCandidate, { surface }: NameHit): boolean =>
  surface === surface.toLowerCase() &&
  isPersonal.has(entity.type) &&
  alias.strength === 'strong' &&
  distance === 0 &&
  alias.text.split(' ').every((word) => isCapital(word) && word.length >= LONG_NAME && !isArticle(word));

const articles = new Set(context.articles.map(fold));
const isArticle = (word: string): boolean => articles.has(fold(word));

/** Outlets bear no article but their own, and a word such as Variety opens a sentence for other reasons too. */
function isNoOutlet({ alias }: NameCandidate, { start, end, surface }: NameHit, text: string): boolean {
  if (/\s/u.test(surface)) return false;
  const before = text.slice(Math.max(0, start - 24), start);
  if (/(?<!\p{L})(?:la|le|les|l[’']|une|un|the|a)\s?$/iu.test(before) || outletBeforeNot.test(before)) return true;
  if (alias.strength === 'strong' || !startsSentence(text, start)) return false;
  const after = wordAfter(text, end);
  return !(after && reporting.has(after.folded)) && !/^[’']s/u.test(text.slice(end, end + 2));
}

/** Behind an article a code name is the word it was taken from (le César, un cyclone), a surname a family (les Fisher). */
function isCommonNoun({ alias, entity }: NameCandidate, { start, surface }: NameHit, text: string): boolean {
  if (alias.part === 'last') return familyBefore.test(text.slice(Math.max(0, start - 5), start));
  if (entity.type !== 'character' || alias.part === 'first' || /[\s-]/u.test(surface)) return false;
  return articleBefore.test(text.slice(Math.max(0, start - 5), start));
}

/** First names alone are characters' of the show that the page is about, or people's who are named in full and share it with nobody. */
function isBareFirstName(
  { alias, entity, show }: NameCandidate,
  { candidates }: NameHit,
  { relevance, sure }: NamesInDocument,
): boolean {
  if (alias.part !== 'first') return false;
  if (entity.type === 'character') return relevance.get(show ?? '') !== 'about' && !sure.has(entity.id);
  return !sure.has(entity.id) || candidates.some((other) => other.entity.id !== entity.id);
}

/** A name that is an everyday word opens a sentence: "Will he come?", "Don't look". */
function isSentenceStart({ entity }: NameCandidate, { start, end, surface }: NameHit, names: NamesInDocument): boolean {
  if (/^n?[’']t\b/u.test(names.text.slice(end, end + 3))) return true;
  const folded = fold(surface);
  if (!openers.has(folded) || names.sure.has(entity.id) || names.inSentence.has(folded)) return false;
  return startsSentence(names.text, start) && !/^(?:,|[’']s| \()/u.test(names.text.slice(end, end + 2));
}

/** How much speaks for one bearer of a name against another. */
export function weightOf(candidate: NameCandidate, hit: NameHit, names: NamesInDocument): number {
  const { alias, entity, distance, show } = candidate;
  const relevance = show === null ? undefined : names.relevance.get(show);
  const first = names.sure.get(entity.id);
  const named = first === undefined ? 0 : first <= hit.start ? 4 : 2;
  return (
    (alias.strength === 'strong' ? 8 : 0) +
    named +
    (relevance === 'about' ? 3 : relevance === 'mention' ? 2 : 0) +
    (entity.type === 'character' ? (alias.part === 'first' ? 5 : 0.5) : 0) +
    (entity.seasons?.main.length ?? 0) / 10 +
    (entity.type !== 'place' && isAlsoPlace(hit) ? 10 : 0) +
    (entity.type === 'show' && relevance === 'about' && isTitleHere(hit, names) ? 15 : 0) -
    distance
  );
}
