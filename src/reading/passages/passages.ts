import { closingLength, continues, gluedStarts } from './joins.ts';

export const passagesStage = { name: 'passages', version: '2' } as const;

/** Where a sentence stands in a text; UTF-16 offsets, `end` exclusive, no white space at either end. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Lines are segmented in pieces of so many characters; the work on a piece grows with the square of its length. */
const LONGEST_PIECE = 8_000;
/** No sentence is longer: a text without full stops is cut at blanks. */
const LONGEST_SENTENCE = 2_000;
/** The longest of 1,700 pages of the press has about a thousand sentences; those behind this one are not looked at. */
const MOST = 6_000;
const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string): Intl.Segmenter {
  const locale = /^[a-z]{2}$/u.test(language) ? language : 'en';
  const cached = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'sentence' });
  segmenters.set(locale, cached);
  return cached;
}

/**
 * The sentences of a text. A line break always ends one (blocks of the page are joined by line breaks);
 * inside a line, Intl.Segmenter's boundaries are repaired: abbreviations, initials, closing quotes, glued sentences.
 * What never ends is cut at a blank: no span is longer than 2,000 characters. At most the first 6,000.
 */
export function splitPassages(text: string, language: string): readonly Span[] {
  const spans: Span[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    if (spans.length >= MOST) return spans.slice(0, MOST);
    for (const piece of pieces(line, LONGEST_PIECE)) {
      for (const sentence of splitLine(piece, language)) {
        for (const part of pieces(sentence, LONGEST_SENTENCE)) {
          spans.push(...trimmed(text, offset, offset + part.length));
          offset += part.length;
        }
      }
    }
    offset += 1;
  }
  return spans.slice(0, MOST);
}

/** A text in pieces of at most so many characters, cut behind a full stop or a blank where there is one, never inside a character. */
function pieces(text: string, longest: number): readonly string[] {
  if (text.length <= longest) return [text];
  const found: string[] = [];
  let from = 0;
  while (text.length - from > longest) {
    const head = text.slice(from, from + longest);
    const stop = head.lastIndexOf('. ') + 1;
    const blank = stop > longest / 2 ? stop : head.lastIndexOf(' ') + 1;
    const hard = /[\uD800-\uDBFF]$/.test(head) ? longest - 1 : longest;
    const length = blank > longest / 2 ? blank : hard;
    found.push(head.slice(0, length));
    from += length;
  }
  return [...found, text.slice(from)];
}

/** The sentences of a line; together they are the whole line. */
function splitLine(line: string, language: string): readonly string[] {
  if (line.trim() === '') return [line];
  const starts = repairedStarts(line, language);
  return starts
    .map((start, i) => line.slice(start, starts[i + 1] ?? line.length))
    .flatMap((sentence) => {
      const cuts = [0, ...gluedStarts(sentence)];
      return cuts.map((cut, i) => sentence.slice(cut, cuts[i + 1] ?? sentence.length));
    });
}

function repairedStarts(line: string, language: string): readonly number[] {
  const starts: number[] = [];
  for (const { segment, index } of segmenter(language).segment(line)) {
    const before = line.slice(starts.at(-1) ?? 0, index);
    const closing = before === '' ? 0 : closingLength(before, segment);
    const rest = segment.slice(closing);
    if (before === '') starts.push(index);
    else if (rest.trim() !== '' && !continues(line.slice(starts.at(-1) ?? 0, index + closing), rest, language)) {
      starts.push(index + closing);
    }
  }
  return starts;
}

function trimmed(text: string, start: number, end: number): readonly Span[] {
  const slice = text.slice(start, end);
  const from = start + slice.length - slice.trimStart().length;
  const to = start + slice.trimEnd().length;
  return from < to ? [{ start: from, end: to }] : [];
}
