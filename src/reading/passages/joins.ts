import abbreviations from './abbreviations.json' with { type: 'json' };
import endings from './endings.json' with { type: 'json' };

const perLanguage: Readonly<Record<string, string>> = abbreviations;
const mayEndSentence = new Set(endings.mayEndSentence.split(' '));
const onlyBeforeNumber = new Set(endings.onlyBeforeNumber.split(' '));
const starters = new Set(endings.sentenceStarters.split(' '));
/** No abbreviation, with the blanks behind it, is longer. */
const LONGEST_WORD = 40;
const known = new Map<string, ReadonlySet<string>>();

function abbreviationsOf(language: string): ReadonlySet<string> {
  const cached = known.get(language);
  if (cached) return cached;
  const words = new Set(`${abbreviations.all} ${perLanguage[language] ?? abbreviations.en}`.split(' '));
  known.set(language, words);
  return words;
}

/** True when `after` continues the sentence that the segmenter ended with `before` (an abbreviation, an initial, a comma). */
export function continues(before: string, after: string, language: string): boolean {
  const next = after.trimStart();
  if (/^[,;:]/u.test(next)) return true;
  if (/^["«“'(]?\s*\p{Ll}/u.test(next)) return true;
  const word = /([^\s«“"(['’]+)\.$/u.exec(before.slice(-LONGEST_WORD).trimEnd())?.[1];
  return word !== undefined && abbreviationContinues(word, next, language);
}

function abbreviationContinues(word: string, next: string, language: string): boolean {
  const lower = word.toLowerCase();
  const startsSentence = starters.has(/^[\s«“"'‘’([—–-]*(\p{L}+)/u.exec(next)?.[1] ?? '');
  if (onlyBeforeNumber.has(lower) && /^\d/u.test(next)) return true;
  if (/^(?:\p{Lu}\.-?)*\p{Lu}\p{Ll}?$/u.test(word) && word.length <= 4 && !abbreviationsOf(language).has(lower)) {
    return /^\d/u.test(next) || (/^\p{Lu}/u.test(next) && !startsSentence);
  }
  if (!abbreviationsOf(language).has(lower) || onlyBeforeNumber.has(lower)) return false;
  if (lower === 'm') return word === 'M' && language === 'fr';
  if (lower === 'me') return word === 'Me' && language === 'fr';
  return mayEndSentence.has(lower) ? !startsSentence && /^\p{Lu}/u.test(next) && lower !== 'etc' : true;
}

/** Characters at the head of `segment` that close the sentence before it: quotation marks, brackets, [12] citations. */
export function closingLength(before: string, segment: string): number {
  const citation = /^(?:\[(?:\d{1,3}|…|\.\.\.)\]\s*)+/u.exec(segment)?.[0];
  if (citation) return citation.length;
  const closing = /^(?:[»”’)\]…]|"(?=\s|$))+\s*/u.exec(segment)?.[0];
  if (!closing) return 0;
  const opensQuote = closing.trim() === '"' && (before.match(/"/gu) ?? []).length % 2 === 0;
  return opensQuote ? 0 : closing.length;
}

/** Offsets inside `sentence` where another one starts without the blank that belongs there ("agents.A very"). */
export function gluedStarts(sentence: string): readonly number[] {
  const glued = /(?<=[\p{Ll}]{2}[\p{Ll}»")]|\d{2})[.!?]+[»”"]?(?=(?:[«“"]\s?)?\p{Lu}(?:\p{Ll}+[\s,’']|\s|[’']\p{L}))/gu;
  const starts: number[] = [];
  for (const match of sentence.matchAll(glued)) {
    const end = match.index + match[0].length;
    const token = sentence.slice(sentence.lastIndexOf(' ', match.index) + 1, end + 12);
    if (!/https?:|www\.|@|\.(?:com|fr|net|org|io|tv)\b/iu.test(token)) starts.push(end);
  }
  return starts;
}
