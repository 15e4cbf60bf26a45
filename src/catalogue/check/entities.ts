import { slug } from '../names.ts';
import { numbersIn } from '../ranges.ts';
import type { ShowFile } from '../schema.ts';
import { fault, type Note, type Path } from './findings.ts';
import type { Usable } from './form.ts';
import { each } from './lists.ts';
import { lastSeason } from './seasons.ts';
import { weakness } from './titles.ts';

type File = Usable<ShowFile>;
type Character = NonNullable<NonNullable<File['characters']>[number]>;

/** A name in a file; the same spelling may stand again where `again` is true (a director who also plays). */
interface Named {
  readonly name: string;
  readonly type: string;
  readonly path: Path;
  readonly again: boolean;
}

/** What is wrong with people, characters, organisations and places. `lineOf` tells where an earlier name stands. */
export function entityNotes(file: File, lineOf: (path: Path) => number): readonly Note[] {
  return [
    ...identityNotes(namesIn(file), lineOf),
    ...each(file.characters, ['characters']).flatMap(([character, path]) =>
      rangeNotes(character, path, lastSeason(file)),
    ),
    ...thingNotes(file),
  ];
}

function namesIn(file: File): readonly Named[] {
  const named = (key: 'people' | 'characters' | 'organisations' | 'places', type: string): readonly Named[] =>
    each<{ readonly name?: string }>(file[key], [key]).flatMap(([{ name }, path]) =>
      name === undefined ? [] : [{ name, type, path, again: false }],
    );
  const actors = each(file.characters, ['characters']).flatMap(([{ 'played by': name }, path]) =>
    name === undefined ? [] : [{ name, type: 'person', path: [...path, 'played by'], again: true }],
  );
  return [
    ...named('people', 'person'),
    ...actors,
    ...named('characters', 'character'),
    ...named('organisations', 'organisation'),
    ...named('places', 'place'),
  ];
}

/** Ids are made of letters and digits: names that differ in signs only would be one entity. */
function identityNotes(names: readonly Named[], lineOf: (path: Path) => number): readonly Note[] {
  const seen = new Map<string, Named>();
  return names.flatMap((each) => {
    const { name, type, path, again } = each;
    if (slug(name) === '') return [fault(path, 'no-name', { name })];
    const key = `${type}:${slug(name)}`;
    const known = seen.get(key);
    if (known === undefined) {
      seen.set(key, each);
      return [];
    }
    const values = { name, other: known.name, line: lineOf(known.path) };
    if (known.name !== name) return [fault(path, 'same-name', values)];
    return again ? [] : [fault(path, 'name-twice', values)];
  });
}

function rangeNotes({ seasons, guest }: Character, path: Path, last: number): readonly Note[] {
  const main = new Set(numbersIn(seasons));
  const both = numbersIn(guest).find((number) => main.has(number));
  return [
    ...Object.entries({ seasons, guest }).flatMap(([field, written]) => [
      ...beyond(field, written, path, last),
      ...backward(field, written, path),
    ]),
    ...(both === undefined ? [] : [fault([...path, 'guest'], 'guest-main', { number: both })]),
  ];
}

function beyond(field: string, written: string | number | undefined, path: Path, last: number): readonly Note[] {
  const number = Math.max(0, ...[...String(written ?? '').matchAll(/\d+/gu)].map(Number));
  return last > 0 && number > last ? [fault([...path, field], 'range-last', { field, number, last })] : [];
}

function backward(field: string, written: string | number | undefined, path: Path): readonly Note[] {
  const isBackward = String(written ?? '')
    .split(',')
    .some((run) => {
      const [from = 0, to = from] = run.split('-').map(Number);
      return to < from;
    });
  return isBackward ? [fault([...path, field], 'range-backward', { field, found: String(written) })] : [];
}

/** A strong name of an organisation or place names it on every page. Names in capitals are abbreviations: DGSE, BBC. */
function thingNotes(file: File): readonly Note[] {
  return (['organisations', 'places'] as const).flatMap((key) =>
    each(file[key], [key]).flatMap(([{ name, also, weak, capitals }, path]) => {
      const own = name === undefined || weak?.includes(name) || capitals?.includes(name) ? [] : [[name, path] as const];
      return [...own, ...each(also, [...path, 'also'])].flatMap(([text, at]) => {
        const why = /^[\p{Lu}\p{N}+&. ]+$/u.test(text) ? null : weakness(text);
        return why === 'too-short' || why === 'too-common' ? [fault(at, `${why}-name`, { name: text })] : [];
      });
    }),
  );
}
