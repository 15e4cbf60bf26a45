import marks from './marks.json' with { type: 'json' };
import { begins } from './starts.ts';
import { titleCuts } from './titles.ts';

const BULLET = new RegExp(`(?<=[.!?…:;,]\\s)[${marks.bullets}](?=\\s)`, 'gu');
const STAR = /(?<=^|\s)\*(?=\s\p{Lu})/gu;
const DASH_ITEM = /(?<=[;:]\s)[-–—•](?=\s\S)/gu;
const HEADER = new RegExp(`(?<=^|\\s)(${marks.headerKeys})\\s?:(?=\\s)`, 'gu');
const headerSigns = new Set(marks.headerSigns.split(' '));
/** A line drawn with signs, or a title between two of them: "-----Original Message-----". */
const RULE = /(?<=^|\s)(?:-{4,}[^-\s][^-]{0,40}-{4,}|([-=~#])\1{3,})(?=\s|$)/gu;
const NUMBER = /(?<=^|\s)(\(?)(\d{1,2}|[a-h])([.)])(?=\s)/gu;
/** "Dear Anna," at the start of a sentence. */
const GREETING = new RegExp(`(?<=^|[.!?]\\s)(?:${marks.greetings})(?:\\s[\\p{L}.]{1,20}){0,3},(?=\\s\\p{Lu})`, 'gu');
/** An address that stands alone between sentences. */
const ADDRESS = /(?<=^|[.:!?>]\s)https?:\/\/\S{1,200}(?=\s\p{Lu})/gu;
const SMILEY = /(?<=[\p{L}\d]\s?)(?:[:;]-?[)(DP]|\^\^|<3|xD|XD)(?=\s\p{Lu})/gu;

/** Offsets where a line is cut though no stop ends a sentence: items of lists, heads of e-mails, drawn lines, titles; ascending. */
export function markCuts(line: string, language: string): readonly number[] {
  const found = [
    ...starts(line, BULLET),
    ...several(starts(line, STAR), 2),
    ...several(starts(line, DASH_ITEM), 2),
    ...headers(line),
    ...[...line.matchAll(RULE)].flatMap(({ index, 0: { length } }) => [index, index + length]),
    ...[...line.matchAll(SMILEY)].map(({ index, 0: { length } }) => index + length),
    ...greetings(line),
    ...numbers(line),
    ...[...line.matchAll(ADDRESS)].map(({ index, 0: { length } }) => index + length),
    ...titleCuts(line, language),
  ];
  return [...new Set(found)].filter((cut) => cut > 0 && cut < line.length).sort((a, b) => a - b);
}

const starts = (line: string, pattern: RegExp): readonly number[] =>
  [...line.matchAll(pattern)].map(({ index }) => index);

const several = (cuts: readonly number[], least: number): readonly number[] => (cuts.length < least ? [] : cuts);

function headers(line: string): readonly number[] {
  const keys = [...line.matchAll(HEADER)];
  const names = new Set(keys.map(({ 1: key = '' }) => key));
  return names.size >= 2 && [...names].some((name) => headerSigns.has(name)) ? keys.map(({ index }) => index) : [];
}

/** A greeting is a sentence where the next word has a capital and is no name; "Hi, I am" is one. */
const greetings = (line: string): readonly number[] =>
  [...line.matchAll(GREETING)]
    .map(({ index, 0: { length } }) => index + length)
    .filter((cut) => begins(line.slice(cut + 1, cut + 40)) && !/^I\b/u.test(line.slice(cut + 1, cut + 3)));

/** Items that count up: "1) … 2) …", "a. … b. …", where a stop, a comma ("1)" only) or the line's start stands before each or before the first. */
function numbers(line: string): readonly number[] {
  const cuts: number[] = [];
  const last = new Map<string, { readonly value: number; readonly index: number; readonly opens: boolean }>();
  for (const { index, 1: bracket = '', 2: name = '', 3: sign = '' } of line.matchAll(NUMBER)) {
    const digits = /^\d/u.test(name);
    const style = `${bracket}${digits ? 1 : 'a'}${sign}`;
    const value = digits ? Number(name) : name.charCodeAt(0) - 96;
    const opens =
      index === 0 ||
      (bracket || sign === '.' ? /[.;:!?…]\s$/u : /[.;,:!?…]\s$/u).test(line.slice(Math.max(0, index - 2), index));
    const before = last.get(style);
    if (before?.value === value - 1 && (opens || (before.opens && sign === '.'))) {
      if (before.opens && value === 2) cuts.push(before.index);
      cuts.push(index);
    }
    // A letter counts only behind an "a": initials and abbreviations look like letters of a list.
    if (digits || value === 1 || before?.value === value - 1)
      last.set(style, { value, index, opens: opens || (before?.value === value - 1 && before.opens) });
  }
  return cuts;
}
