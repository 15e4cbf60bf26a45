import words from './bylines.json' with { type: 'json' };
import { comparable, plain } from './plain.ts';

/** Longer bylines are biographies. */
const LONGEST = 300;
const LONGEST_NAME = 60;

const escaped = (text: string): string => text.replace(/[.*+?^${}()[\]\\/]/gu, '\\$&');
/** Word lists are written `one|other`, by language where it helps to read them; longer ones are tried first. */
const listOf = (lists: string | Readonly<Record<string, string>>): readonly string[] =>
  (typeof lists === 'string' ? [lists] : Object.values(lists)).flatMap((list) => list.split('|'));
const anyOf = (lists: string | Readonly<Record<string, string>>): string =>
  [...listOf(lists)]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');

const LEAD = new RegExp(
  `^(?:(?:${anyOf(words.labelled)})\\s*[:：]\\s*|(?:${anyOf(words.leads)})\\s*[:：]?\\s+(?=\\S))`,
  'iu',
);
/** Words that name whoever did something else. */
const OTHER = new RegExp(`^(?:${anyOf(words.others)})(?=\\s|:|$)`, 'iu');
const OTHER_BEHIND = new RegExp(`(?:^|\\s)(?:${anyOf(words.others)})\\s*:?\\s*$`, 'iu');
const STOP = new RegExp(
  `(?<=\\s|^)(?:(?:${anyOf(words.stops)})(?=\\s|:|$)|(?:${anyOf(words.beforeDates)})\\s+\\d).*$`,
  'iu',
);
const JOIN = new RegExp(`\\s+(?:${anyOf(words.joins)}|\\|)\\s+`, 'iu');
const MIDDLE = new RegExp(words.middle, 'iu');
const COMMA = /\s*[,;，、]\s*/u;
/** Names in scripts without capitals. */
const UNCASED = /^(?:\p{Lo}[\p{Lo}\s・·]{1,11})$/u;
const roles = new Set(listOf(words.roles));
const desks = new Set(listOf(words.desks));
const furniture = new Set(listOf(words.furniture));
const particles = new Set(listOf(words.particles));
const nobodies = new Set(listOf(words.nobodies).map(comparable));
const agencies = new Set(listOf(words.agencies).map(comparable));

/** Whether a text begins as bylines do: "By …", "Par …", "Text: …". */
export const hasLead = (text: string): boolean => LEAD.test(text);

/** Whether a text ends by announcing somebody else than the author: "Edited by", "Photos:". */
export const announcesOther = (text: string): boolean => OTHER_BEHIND.test(text.slice(-60));

/** Whether a name is a news agency's. */
export const isAgency = (name: string): boolean => agencies.has(comparable(name));

/** The names in a byline or a declared author, cleaned, in order: "By Ada Bly, TV critic, and Cy Dow" → Ada Bly, Cy Dow. */
export function namesIn(byline: string): readonly string[] {
  const text = withoutLeads(withoutAddresses(plain(byline.slice(0, LONGEST))));
  if (OTHER.test(text)) return [];
  return text.split(COMMA).flatMap((part, i) => {
    // A single word behind a comma is a place or a degree.
    const names = joined(part).filter(isName);
    return i === 0 ? names : names.filter((name) => /\s/u.test(name) || isAgency(name) || UNCASED.test(name));
  });
}

/** A declared author of two or more words that names no person: "Culture Team"; null for placeholders and addresses. */
export function deskIn(declared: string): string | null {
  const text = trimmed(withoutAddresses(plain(declared.slice(0, LONGEST))).split(COMMA)[0] ?? '');
  return /\p{L}\s+\p{L}/u.test(text) &&
    text.length <= LONGEST_NAME &&
    !OTHER.test(text) &&
    !nobodies.has(comparable(text))
    ? text
    : null;
}

/** "Ada Bly and Cy Dow" is two, "Bly & Daughters" is one. */
function joined(text: string): readonly string[] {
  const parts = withoutJoin(text)
    .split(JOIN)
    .map((part) => trimmed(withoutLeads(part)));
  const whole = parts.every((part) => /\s/u.test(part) || isAgency(part)) || parts.every((part) => !/\s/u.test(part));
  return whole || parts.some((part) => isAgency(part)) ? parts : [trimmed(text)];
}

const withoutJoin = (text: string): string => ` ${text}`.replace(new RegExp(`^${JOIN.source}`, 'iu'), '');

/** The part of a line that is a byline: "12 June | By Ada Bly", "Posted on 12 June by Ada Bly"; null when there is none. */
export function bylineIn(line: string): string | null {
  for (const part of line.split(/\s*[|·•●]\s*/u)) {
    if (hasLead(part)) return part;
    const middle = MIDDLE.exec(part);
    if (middle) return part.slice(middle.index + middle[0].length);
  }
  return null;
}

const withoutAddresses = (text: string): string =>
  text
    .replace(/https?:\S+|www\.\S+|\S+@\S+|(?<=^|\s)@\S+/gu, ' ')
    .replace(/\([^)]{0,100}\)|\[[^\]]{0,100}\]/gu, ' ')
    .trim();

function withoutLeads(text: string): string {
  let rest = text.replace(/^By(?=\p{Lu}\p{Ll})/u, '');
  for (let i = 0; i < 3 && LEAD.test(rest); i++) rest = rest.replace(LEAD, '');
  return rest;
}

const trimmed = (text: string): string =>
  withoutRole(
    text
      .replace(/\s+[–—-]\s.*$/u, '')
      .replace(/(?<=\S\s+\S+)\s+\p{L}+\.?\s+\d.*$|\s+\d.*$/u, '')
      .replace(STOP, '')
      .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.)]+$/gu, '')
      .trim(),
  );

/** "Ada Bly critic" → "Ada Bly": job titles behind a whole name go. */
function withoutRole(text: string): string {
  const parts = text.split(/\s+/u);
  const role = parts.findIndex((part) => roles.has(part.toLowerCase()));
  return role > 1 || (role === 1 && UNCASED.test(parts[0] ?? '')) ? parts.slice(0, role).join(' ') : text;
}

/** Whether what is left can be a name: letters, no job title, nobody's placeholder. */
function isName(text: string): boolean {
  if (text.length < 2 || text.length > LONGEST_NAME || !/\p{L}{2}/u.test(text)) return false;
  if (nobodies.has(comparable(text)) || hasLead(`${text} X`)) return false;
  return !text
    .toLowerCase()
    .split(/[\s-]+/u)
    .some((word) => roles.has(word));
}

/** Whether a text has the form of a person's name: two to six capitalised words, particles aside. */
export function isPersonName(text: string): boolean {
  const parts = text.split(/\s+/u);
  const own = parts.filter((part) => !particles.has(part.toLowerCase()));
  if (/\p{N}|[!?:…"«»]/u.test(text) || own.length < 2 || parts.length > 6) return false;
  return own.every(
    (part) => /^[\p{Lu}\p{Lo}]/u.test(part) && !furniture.has(part.toLowerCase()) && !desks.has(part.toLowerCase()),
  );
}
