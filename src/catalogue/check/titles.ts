import words from '../articles.json' with { type: 'json' };
import type { ShowFile } from '../schema.ts';
import { countryNotes, languageNotes } from './codes.ts';
import common from './common-words.json' with { type: 'json' };
import { advice, fault, type Note, type Path } from './findings.ts';
import type { Usable } from './form.ts';
import { each, folded, repeats } from './lists.ts';

type File = Usable<ShowFile>;

/** Letters and digits below which a name alone says nothing. */
const SHORTEST = 4;
const everyday = new Set([...common.en, ...common.fr].flatMap((line) => line.split(' ')).map(folded));

/** What is wrong with the titles and homonyms of a show. */
export function titleNotes(file: File): readonly Note[] {
  const titles = each(file.titles, ['titles']);
  const ownLine = titles.some(([{ text }]) => text === file.title);
  return [
    ...(file.title === undefined || ownLine ? [] : strengthNotes(file.title, undefined, ['title'])),
    ...titles.flatMap(([{ text, strength, language, market }, path]) => [
      ...(text === undefined ? [] : strengthNotes(text, strength, path)),
      ...languageNotes(language, [...path, 'language']),
      ...countryNotes(market, [...path, 'market']),
    ]),
    ...repeats(titles, ({ text, language, market }) => JSON.stringify([text, language, market])).map(
      ([{ text: name = '' }, path]) => advice(path, 'title-twice', { name }),
    ),
    ...homonymNotes(file),
  ];
}

/** Whether a name is too short or too common to be trusted alone; null where it is neither. */
export function weakness(name: string): 'too-short' | 'too-common' | 'one-word' | null {
  const telling = folded(name)
    .split(' ')
    .filter((word) => !words.articles.includes(word));
  const [word = ''] = telling;
  // In other scripts a word is short, and not set off by blanks.
  if (telling.length > 1 || /[^\p{Script=Latin}\p{N}+]/u.test(word)) return null;
  if (word.length < SHORTEST && !everyday.has(word)) return 'too-short';
  return everyday.has(word) ? 'too-common' : 'one-word';
}

/** A title with an article ("The Crown"), or that says "strong" itself and was thought about, gets advice at most. */
function strengthNotes(name: string, strength: string | undefined, path: Path): readonly Note[] {
  const why = strength === undefined || strength === 'strong' ? weakness(name) : null;
  if (why === null || (why === 'one-word' && strength === 'strong')) return [];
  const mayStand = why === 'one-word' || strength === 'strong' || folded(name).includes(' ');
  return [(mayStand ? advice : fault)(path, why, { name })];
}

function homonymNotes(file: File): readonly Note[] {
  const titles = new Set(
    [file.title, ...each(file.titles, []).map(([{ text }]) => text)].map((text) => folded(text ?? '')),
  );
  const homonyms = each(file.homonyms, ['homonyms']);
  return [
    ...homonyms
      .filter(([name]) => titles.has(folded(name)))
      .map(([name, path]) => fault(path, 'homonym-title', { name })),
    ...repeats(homonyms, folded).map(([name, path]) => advice(path, 'homonym-twice', { name })),
  ];
}
