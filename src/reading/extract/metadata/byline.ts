import { ancestors, type Box, type Mark, type Outline, type TextBlock } from '../outline/outline.ts';
import { announcesOther, bylineIn, hasLead, isPersonName, namesIn } from './names.ts';
import type { MetadataPage } from './page.ts';
import { isForeign, type Zone, zoneOf } from './zone.ts';

/** Longer texts are no bylines. */
const LONGEST = 140;
const MARKED = /(?:^|\s)author(?:\s|$)/u;
const AUTHOR_LINK =
  /\/(?:authors?|auteurs?|autor(?:en)?|contributors?|journalistes?|profiles?|people|staff|by)\/[^/?#]+/iu;

/** The names that the page shows as the article's authors: marked ones, those in boxes for authors, or in lines such as "By …". */
export function shownAuthors(page: MetadataPage, heading: number | null): readonly string[] {
  const zone = zoneOf(page, heading);
  for (const read of [markedNames, boxedNames, lineNames, loneNames]) {
    const names = read(zone);
    if (names.length > 0) return names;
  }
  return [];
}

/** Names in marks; what has not the form of a person's name only counts when it is marked, and alone. */
function markedNames({ outline, indices, own }: Zone): readonly string[] {
  const near = new Set(indices);
  const marks = outline.marks.filter(
    (mark) => near.has(mark.at) && isAuthorMark(mark) && !isForeign(mark.box, own) && !isOthers(mark, outline),
  );
  const names = marks.flatMap((mark) => namesIn(mark.text === '' ? (mark.value ?? '') : mark.text));
  const people = names.filter(isPersonName);
  return people.length > 0 ? people : names.slice(0, 1);
}

const isAuthorMark = ({ names, href, text }: Mark): boolean =>
  text.length <= LONGEST && (MARKED.test(names) || AUTHOR_LINK.test(href ?? ''));

/** "Edited by <mark>": the words before a mark say that it names somebody else. */
function isOthers({ at, text }: Mark, { blocks }: Outline): boolean {
  const before = (blocks[at]?.text ?? '').split(text, 1)[0] ?? '';
  return announcesOther(before.trim() === '' ? (blocks[at - 1]?.text ?? '') : before);
}

/** The names in the first box that is named for authors. */
function boxedNames({ outline, indices }: Zone): readonly string[] {
  for (const index of indices) {
    const box = outermostAuthorBox(outline.blocks[index]?.box);
    if (box === null) continue;
    const inside = indices.filter((i) => isInside(outline.blocks[i]?.box ?? null, box));
    const names = inside.flatMap((i) =>
      announcesOther(outline.blocks[i - 1]?.text ?? '') ? [] : shortNames(outline.blocks[i]),
    );
    if (names.length > 0) return names;
  }
  return [];
}

function outermostAuthorBox(box: Box | undefined): Box | null {
  let found: Box | null = null;
  let level = 0;
  for (const each of box ? ancestors(box) : []) {
    if (level++ > 5) break;
    if (each.families.has('author')) found = each;
  }
  return found;
}

function isInside(box: Box | null, outer: Box): boolean {
  for (const each of box ? ancestors(box) : []) if (each === outer) return true;
  return false;
}

const shortNames = (block: TextBlock | undefined): readonly string[] =>
  block === undefined || block.text.length > LONGEST
    ? []
    : namesIn(bylineIn(block.text) ?? block.text).filter(isPersonName);

/** The names of the first line that is a byline; "By" may stand alone before them. */
function lineNames({ outline, indices }: Zone): readonly string[] {
  for (const index of indices) {
    const text = outline.blocks[index]?.text ?? '';
    if (text.length > LONGEST) continue;
    const line = bylineIn(text) ?? (hasLead(`${text} X`) ? (outline.blocks[index + 1]?.text ?? '') : '');
    const names = line.length > LONGEST ? [] : namesIn(line).filter(isPersonName);
    if (names.length > 0) return names;
  }
  return [];
}

/** Names that stand alone on their line between the heading and the text, on or beside a line with a date. */
function loneNames({ outline: { blocks }, indices, between: [from, to] }: Zone): readonly string[] {
  for (const index of indices) {
    const text = blocks[index]?.text ?? '';
    if (index < from || index >= to || text.length > LONGEST) continue;
    const around = [text, blocks[index - 1]?.text, blocks[index + 1]?.text];
    if (!around.some((line) => line !== undefined && line.length < LONGEST && /(?:19|20)\d\d/u.test(line))) continue;
    const parts = text.split(/\s*[|·•●]\s*|\s*,\s*|\s+(?:and|et|und|&)\s+/u);
    const names = parts.filter((name) => isPersonName(name) && namesIn(name)[0] === name);
    if (names.length > 0 && (names.length === parts.length || names.length === 1)) return names;
  }
  return [];
}
