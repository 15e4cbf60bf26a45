import type { CharacterEntry } from '../schema.ts';
import words from './words.json' with { type: 'json' };

const ranks = new RegExp(`^(?:${words.ranks.join('|')})\\.? `, 'u');
const SEASONS = /\(((?:guest )?(?:seasons?|series) [^)]{1,80})\)/iu;

/** The characters that one line of a cast list names ("A and B as C and D"), each with its actor; none for other lines. */
export function charactersOf(line: string, lastSeason: number): readonly CharacterEntry[] {
  const match = /^- (?:(.{0,120}?) )?as (.+)$/u.exec(line.trim());
  const told = match?.[2];
  if (!told) return [];
  const actors = (match[1] ?? '').split(' and ').filter((name) => name !== '');
  const names = (told.split(/, | \(|\. /u)[0] ?? '').split(/ and (?=\p{Lu})/u).map(plainName);
  const shared = { ...codesIn(told), ...seasonsIn(told, lastSeason) };
  return names
    .filter((name) => /[\p{L}\p{N}]/u.test(name))
    .map((name, i) => {
      const actor = actors[i] ?? actors[0];
      return { name, ...(actor ? { 'played by': actor } : {}), ...shared };
    });
}

const plainName = (name: string): string => name.trim().replace(ranks, '').replace(/\.$/u, '');

/** Code names ("codename “X” later “Y”"), an acronym "(JJA)" and a nickname in brackets. */
function codesIn(told: string): { codes?: string[] } {
  const quoted = [...told.matchAll(/(?:code ?name[d:]?|later) ["“]([^"”]{1,60})["”]/giu)].map(
    (match) => match[1] ?? '',
  );
  const acronym = /\((\p{Lu}{2,5})\)/u.exec(told)?.[1];
  const nickname = /\(["“]([^"”]{1,60})["”]\)/u.exec(told)?.[1];
  const codes = [...quoted, ...(acronym ? [acronym] : []), ...(nickname ? [nickname] : [])];
  return codes.length > 0 ? { codes: [...new Set(codes)] } : {};
}

/** "season 1–3, guest season 4-5"; an open range ("season 1– ") runs to the last season. */
function seasonsIn(told: string, lastSeason: number): { seasons?: string; guest?: string } {
  const range = SEASONS.exec(told)?.[1];
  if (range === undefined) return {};
  const parts: { readonly main: string[]; readonly guest: string[] } = { main: [], guest: [] };
  let kind: 'main' | 'guest' = 'main';
  for (const [part] of range.matchAll(/guest|main|\d{1,3}(?:\s*[–-]\s*(?:\d{1,3})?)?/giu)) {
    if (/^\p{L}/u.test(part)) {
      kind = part.toLowerCase() === 'guest' ? 'guest' : 'main';
      continue;
    }
    const [from = '', to] = part.split(/[–-]/u).map((number) => number.trim());
    parts[kind].push(
      to === undefined || to === from ? from : `${from}-${to === '' ? Math.max(lastSeason, Number(from)) : to}`,
    );
  }
  return {
    ...(parts.main.length > 0 ? { seasons: parts.main.join(', ') } : {}),
    ...(parts.guest.length > 0 ? { guest: parts.guest.join(', ') } : {}),
  };
}
