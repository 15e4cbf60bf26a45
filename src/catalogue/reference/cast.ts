import { numbersIn, rangeText } from '../ranges.ts';
import type { CharacterEntry } from '../schema.ts';
import { anyOf } from './any-of.ts';
import type { Words } from './words.ts';

/** What a cast list stands under: the last season of the show, and whether its people are guests. */
export interface CastSection {
  readonly lastSeason: number;
  readonly guests: boolean;
}

const LONGEST_LINE = 2_000;
/** Who dubs an actor is no part of the cast: "(VF : …)". */
const DUBBING = /\((?:VF|V\. F\.|voix française|doublage)[^()]{0,80}\)/giu;

/** The characters that one line of a cast list names ("A and B as C and D"), each with its actor; none for other lines. */
export function charactersOf(line: string, section: CastSection, words: Words): readonly CharacterEntry[] {
  const plain = line.trim().slice(0, LONGEST_LINE).replace(DUBBING, '').replace(/ {2,}/gu, ' ');
  const sides = sidesOf(plain, words);
  if (sides === null) return [];
  const [players, told] = sides;
  const joint = new RegExp(` ${anyOf(words.and)} (?=\\p{Lu})`, 'u');
  const actors = players.split(joint).filter((name) => /\p{L}/u.test(name));
  const codeWord = new RegExp(`,? ${anyOf(words.code)} `, 'u');
  const names = (told.split(/, | \(|\. | – /u)[0] ?? '').split(codeWord)[0] ?? '';
  const shared = { ...codesIn(told, words), ...seasonsIn(told, section, words) };
  return names
    .split(joint)
    .map((name) => plainName(name, words))
    .filter((name) => /[\p{L}\p{N}]/u.test(name))
    .map((name, i) => {
      const actor = actors[i] ?? actors[0];
      return { name, ...(actor ? { 'played by': actor.trim() } : {}), ...shared };
    });
}

/** Who plays and what is said of the character; null for a line that is no item of a cast list. */
function sidesOf(line: string, { plays, notCast }: Words): readonly [string, string] | null {
  if (!line.startsWith('- ') || notCast.some((label) => line.slice(2).toLowerCase().startsWith(label))) return null;
  const item = ` ${line.slice(2)}`;
  const found = plays.map((sign) => ({ sign, at: item.indexOf(sign) })).find(({ at }) => at >= 0 && at <= 120);
  if (!found) return null;
  const told = item.slice(found.at + found.sign.length).trim();
  return told === '' ? null : [item.slice(0, found.at).trim(), told];
}

/** A name without rank, full stop and the nickname in the middle of it. */
const plainName = (name: string, { ranks }: Words): string =>
  name
    .replace(/ ?["“«][^"”»]{1,60}["”»]/u, '')
    .trim()
    .replace(new RegExp(`^(?:${ranks.join('|')})\\.? `, 'u'), '')
    .replace(/\.$/u, '');

/** Code names ("codename “X” later “Y”", "alias Malotru"), an acronym "(JJA)" and a nickname in quotes. */
function codesIn(told: string, { code }: Words): { codes?: string[] } {
  const named = new RegExp(
    `${anyOf(code)}:? (?:["“«][\\s]?([^"”»]{1,60}?)[\\s]?["”»]|(\\p{Lu}[\\p{L}\\d-]{1,40})(?=[,;.)(]| \\(|$))`,
    'gu',
  );
  const quoted = [...told.matchAll(named)].map(([, inQuotes, word]) => inQuotes ?? word ?? '');
  const acronym = /\((\p{Lu}{2,5})\)/u.exec(told)?.[1];
  const nickname = /^[^,(]{0,60}(?:\(| )["“«]\s?([^"”»]{1,60}?)\s?["”»]/u.exec(told)?.[1];
  const codes = [...quoted, ...(acronym ? [acronym] : []), ...(nickname ? [nickname] : [])].filter(
    (each) => each.trim() !== '',
  );
  return codes.length > 0 ? { codes: [...new Set(codes)] } : {};
}

/** "season 1–3, guest season 4-5", "saisons 1 à 3, invitée saison 4"; an open range runs to the last season. */
function seasonsIn(
  told: string,
  { lastSeason, guests }: CastSection,
  words: Words,
): Pick<CharacterEntry, 'seasons' | 'guest'> {
  const season = new RegExp(anyOf(words.season), 'iu');
  const range = [...told.matchAll(/\(([^()]{1,120})\)/gu)]
    .map(([, inside = '']) => inside)
    .find((each) => season.test(each));
  if (range === undefined) return {};
  const parts: Record<'main' | 'guest', Set<number>> = { main: new Set(), guest: new Set() };
  let kind: 'main' | 'guest' = guests ? 'guest' : 'main';
  const since = new RegExp(`${anyOf(words.since)} (?:${anyOf(words.season)} )?$`, 'iu');
  const tokens = new RegExp(
    `(${anyOf(words.guest)})|(${anyOf(words.main)})|(\\d{1,3})(?:\\s*([–-]|${anyOf(words.to)})\\s*(\\d{1,3})?)?`,
    'giu',
  );
  for (const { 1: guest, 2: main, 3: from, 4: joint, 5: to, index } of range.matchAll(tokens)) {
    if (from === undefined) {
      kind = guest === undefined || main !== undefined ? 'main' : 'guest';
      continue;
    }
    const isOpen = to === undefined && (joint !== undefined || since.test(range.slice(0, index)));
    const numbers = numbersIn(`${from}-${isOpen ? lastSeason : (to ?? from)}`);
    for (const number of numbers) if (number >= 1 && number <= lastSeason) parts[kind].add(number);
  }
  const guest = [...parts.guest].filter((number) => !parts.main.has(number));
  return {
    ...(parts.main.size > 0 ? { seasons: rangeText(ascending([...parts.main])) } : {}),
    ...(guest.length > 0 ? { guest: rangeText(ascending(guest)) } : {}),
  };
}

const ascending = (numbers: readonly number[]): readonly number[] => numbers.toSorted((a, b) => a - b);
