import { endsSentence, type Manner } from './ends.ts';
import { isInformal } from './manner.ts';
import { markCuts } from './marks.ts';
import { stopCuts } from './stops.ts';

export const passagesStage = { name: 'passages', version: '3' } as const;

/** Where a sentence stands in a text; UTF-16 offsets, `end` exclusive, no white space at either end. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** No sentence is longer: a text without full stops is cut at blanks. */
const LONGEST_SENTENCE = 2_000;
/** The longest of 1,700 pages of the press has about a thousand sentences; those behind this one are not looked at. */
const MOST = 6_000;
const LINES = /[^\n\r\u2028\u2029\u0085]+/gu;

/**
 * The sentences of a text. A line break always ends one (blocks of the page are joined by line breaks);
 * inside a line, stops are judged by what stands around them (abbreviations, initials, quotations, small letters),
 * and items of lists, heads of e-mails and titles are cut without a stop.
 * What never ends is cut at a blank: no span is longer than 2,000 characters. At most the first 6,000.
 */
export function splitPassages(text: string, language: string): readonly Span[] {
  const manner: Manner = { language: language.toLowerCase().split('-')[0] ?? '', informal: isInformal(text) };
  const spans: Span[] = [];
  for (const { 0: line, index } of text.matchAll(LINES)) {
    let from = 0;
    for (const to of [...lineCuts(line, manner), line.length]) {
      for (const part of shortSpans(line, from, to)) spans.push({ start: index + part.start, end: index + part.end });
      from = to;
    }
    if (spans.length >= MOST) break;
  }
  return spans.slice(0, MOST);
}

/** Offsets inside a line where a sentence starts, ascending. */
function lineCuts(line: string, manner: Manner): readonly number[] {
  const marks = markCuts(line, manner.language);
  const stops = stopCuts(line, marks, (stop) => endsSentence(stop, manner));
  return [...new Set([...marks, ...stops])].sort((a, b) => a - b);
}

/** A stretch of a line in spans of at most 2,000 characters, cut behind a full stop or a blank where there is one, never inside a character. */
function shortSpans(line: string, from: number, to: number): readonly Span[] {
  const spans: Span[] = [];
  let start = from;
  while (to - start > LONGEST_SENTENCE) {
    const head = line.slice(start, start + LONGEST_SENTENCE);
    const stop = head.lastIndexOf('. ') + 1;
    const blank = stop > LONGEST_SENTENCE / 2 ? stop : head.lastIndexOf(' ') + 1;
    const hard = /[\uD800-\uDBFF]$/.test(head) ? LONGEST_SENTENCE - 1 : LONGEST_SENTENCE;
    const length = blank > LONGEST_SENTENCE / 2 ? blank : hard;
    spans.push(...trimmed(line, start, start + length));
    start += length;
  }
  return [...spans, ...trimmed(line, start, to)];
}

function trimmed(line: string, start: number, end: number): readonly Span[] {
  const slice = line.slice(start, end);
  const from = start + slice.length - slice.trimStart().length;
  const to = start + slice.trimEnd().length;
  return from < to ? [{ start: from, end: to }] : [];
}
