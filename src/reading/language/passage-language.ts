import { byByteGrams } from './byte-grams.ts';
import { functionWordScores } from './function-words.ts';
import { type LanguageModels, vote } from './vote.ts';

/** Shorter sentences follow their document: a name or a title is not in any language. */
const SHORTEST = 24;
/** Function words speak for another language when they weigh so much a word, and so many times as much as the document's own. */
const CONVINCING = 0.12;
const TIMES = 2;
/** Below this weight of the document's own function words, a sentence this long may be in a language that has no list of them. */
const STRANGE = 0.04;
const LONG_ENOUGH = 60;
const QUOTED = /[«“„"]\s?[^«»“”„"]{1,400}\s?[»”“"]/gu;
/** A run of words with capitals, with what joins them: a title or a name. */
const TITLE =
  /(?<![\p{L}'’-])\p{Lu}[\p{L}'’-]*(?:\s(?:of|the|and|in|de|du|des|la|le|les|et|I|\p{Lu}[\p{L}'’-]*)){1,9}/gu;

/**
 * The language of one sentence: the document's, unless its function words and runs of bytes both speak another one, titles and quotations
 * inside it set aside. A sentence that is a quotation as a whole is read itself.
 */
export function passageLanguage(text: string, document: string, models: LanguageModels): string {
  const own = without(without(text, QUOTED), TITLE);
  if (own.length < SHORTEST) return document;
  if (document === 'und') return vote(own, models).winner?.language ?? document;
  const scores = functionWordScores(own);
  const [best] = scores;
  const share = scores.find(({ language }) => language === document)?.score ?? 0;
  if (best && best.language !== document && best.score >= CONVINCING && best.score > TIMES * share)
    return byByteGrams(own, models.byteGrams) === best.language ? best.language : document;
  return share < STRANGE && own.length >= LONG_ENOUGH ? stranger(own, document, models) : document;
}

/** The language that all voters find in a sentence without any function word of its document. */
function stranger(text: string, document: string, models: LanguageModels): string {
  const { winner, named } = vote(text, models);
  return winner !== null && new Set(named).size === 1 ? winner.language : document;
}

/** A text without what a pattern finds in it; the text itself where that leaves next to nothing. */
function without(text: string, pattern: RegExp): string {
  const rest = text.replace(pattern, ' ').trim();
  return rest.length >= SHORTEST ? rest : text;
}
