import { type Box, blockBox, type Mark } from '../outline/outline.ts';
import type { KnownDate } from './calendar.ts';
import { datedLines, type Line } from './lines.ts';
import { anyDay } from './machine.ts';
import type { Ground, Places } from './place.ts';
import words from './words.json' with { type: 'json' };
import { daysIn, type Found, type Manner, monthIn } from './written.ts';

/** A date on a page, and what speaks for or against its being the article's: names in `weights.json`. */
export interface Candidate extends KnownDate {
  readonly at: number;
  readonly box: Box;
  readonly signs: readonly string[];
}

const published = new RegExp(`(?<!\\p{L})(?:${words.published})`, 'giu');
const updated = new RegExp(`(?<!\\p{L})(?:${words.updated})`, 'giu');
const first = new RegExp(`(?<!\\p{L})(?:${words.first})`, 'iu');
const copyright = new RegExp(words.copyright, 'iu');
const other = new RegExp(`(?<!\\p{L})(?:${words.other})`, 'iu');
const dateNames = new RegExp(words.dateNames, 'u');
const metaNames = new RegExp(words.metaNames, 'iu');
const modifiedNames = new RegExp(words.modifiedNames, 'iu');
const publishedNames = new RegExp(words.publishedNames, 'iu');
/** Words this far before a date, in characters, speak of it. */
const REACH = 60;
/** Pages have up to some hundred marks. */
const MOST_MARKS = 3_000;
/** A line with more dates is a list or a calendar. */
const MOST = 4;

/** The dates that readers see in the lines of a page. */
export function lineCandidates(ground: Ground, places: Places, manner: Manner): readonly Candidate[] {
  const dated = datedBoxes(ground);
  return datedLines(ground.outline, ground.main).flatMap((line) => {
    const found = datesIn(line, manner);
    if (found.length > MOST) return [];
    const where = [...namesOf(line.box, dated), ...places.zone(line.at), ...places.surroundings(line.box)];
    return found.flatMap((each, index) => {
      const said = saidOf(wordsBefore(line, found, index));
      if (said === null) return [];
      const { date, precision } = each;
      const signs = [...said, ...formOf(line, each), ...where, ...(index === 0 ? [] : ['second'])];
      return [{ date, precision, at: line.at, box: line.box, signs }];
    });
  });
}

function datesIn({ text }: Line, manner: Manner): readonly Found[] {
  const days = daysIn(text, manner);
  const month = days.length === 0 && text.length <= REACH ? monthIn(text, manner) : null;
  return month ? [month] : days;
}

/** From the date before, or from the label of the line. */
function wordsBefore({ text, label }: Line, found: readonly Found[], index: number): string {
  const { index: start = 0 } = found[index] ?? {};
  return index === 0 ? `${label} ${text.slice(0, start)}` : text.slice(found[index - 1]?.end, start);
}

/** Boxes that hold a span or link which is named a date. */
function datedBoxes({ outline }: Ground): ReadonlySet<Box> {
  return new Set(outline.boxes.filter(({ inline, names }) => inline && dateNames.test(names)).map(blockBox));
}

/** What the words before a date say of it; null for what is never the article's date. */
function saidOf(before: string): readonly string[] | null {
  const near = before.slice(-REACH);
  if (copyright.test(near)) return null;
  if (other.test(near)) return ['ofOther'];
  if (first.test(near)) return ['saidFirst'];
  const since = [...near.matchAll(updated)].at(-1)?.index ?? -1;
  const from = [...near.matchAll(published)].at(-1)?.index ?? -1;
  if (since >= 0 && since >= from) return ['saidUpdated'];
  return from >= 0 ? ['saidPublished'] : [];
}

function formOf(line: Line, { precision, vague, index, end }: Found): readonly string[] {
  const rest = (line.text.slice(0, index) + line.text.slice(end))
    .replace(/\d{1,2}[:h.]\d{2}|\P{L}+/gu, ' ')
    .trim().length;
  const size = line.cut ? 'cut' : rest <= 12 ? 'alone' : rest <= 40 ? 'inShort' : rest <= 90 ? 'inLine' : 'inLong';
  return [
    size,
    ...(index <= 30 ? ['startsLine'] : []),
    ...(precision === 'day' ? [] : ['monthOnly']),
    ...(vague ? ['vague'] : []),
  ];
}

function namesOf(box: Box, dated: ReadonlySet<Box>): readonly string[] {
  const names = [box, box.parent].map((each) => (each === null || each.tag === 'body' ? '' : each.names));
  const signs: string[] = [];
  if (names.some((each) => dateNames.test(each)) || dated.has(box)) signs.push('namedDate');
  else if (metaNames.test([...names, box.parent?.parent?.names ?? ''].join(' '))) signs.push('namedMeta');
  if (names.some((each) => modifiedNames.test(each))) signs.push('namedModified');
  return signs;
}

/** The dates in marks: time and abbr elements, properties. */
export function markCandidates({ outline }: Ground, places: Places, manner: Manner): readonly Candidate[] {
  return outline.marks.slice(0, MOST_MARKS).flatMap((mark) => {
    const isNamed = publishedNames.test(mark.names) || modifiedNames.test(mark.names);
    if (mark.tag !== 'time' && mark.tag !== 'abbr' && !isNamed && !dateNames.test(mark.names)) return [];
    const date = anyDay(mark.value, manner) ?? daysIn(mark.text, manner)[0]?.date ?? null;
    const block = outline.blocks[mark.at];
    const text = block && mark.text !== '' ? block.text : '';
    const said = saidOf(text.slice(0, Math.max(0, text.indexOf(mark.text))));
    if (date === null || said === null) return [];
    const signs = [...said, ...markSigns(mark), ...places.zone(mark.at), ...places.surroundings(mark.box)];
    return [{ date, precision: 'day', at: mark.at, box: mark.box, signs }];
  });
}

function markSigns({ tag, names, value }: Mark): readonly string[] {
  const signs = [tag === 'time' ? 'time' : tag === 'abbr' ? 'abbr' : 'property'];
  if (modifiedNames.test(names)) signs.push('namedModified');
  else if (publishedNames.test(names)) signs.push('namedPublished');
  else if (dateNames.test(names)) signs.push('namedDate');
  if (value === null) signs.push('noValue');
  return signs;
}
