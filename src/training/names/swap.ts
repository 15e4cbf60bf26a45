import { randomFrom } from '../../domain/random.ts';
import type { NameType, TaggerLanguage } from '../../reading/entities/tagger/model.ts';
import type { LabelledName, LabelledText } from './corpus.ts';
import lists from './lists.json' with { type: 'json' };
import swaps from './swaps.json' with { type: 'json' };

/** One document's replacements: the same name becomes the same other name everywhere in it. */
interface Cast {
  readonly language: TaggerLanguage;
  readonly random: () => number;
  /** Words of people's names, lower case, with what stands for them. */
  readonly words: Map<string, string>;
  /** Whole names of other things, lower case; the name itself where it stays. */
  readonly wholes: Map<string, string>;
}

const kept = new Set(swaps.kept.split(' '));
const listed = lists.firstName.split(' ').map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`);
const firstNames = new Set(lists.firstName.split(' '));
const firsts = swaps.firsts.split(' ');
const lasts = swaps.lasts.split(' ');
const towns = swaps.places.split(' ');
const heads = swaps.organisationHeads.split(' ');

/** Shares of the names that are swapped: works, organisations and places also teach by themselves. */
const SWAPPED = { person: 1, character: 1, organisation: 0.6, place: 0.5, work: 0.8 } as const;

/** A text with its names replaced by invented ones, so that a tagger learns what stands around a name; `seed` fixes which. */
export function swapNames(text: LabelledText, language: TaggerLanguage, seed: number): LabelledText {
  const cast: Cast = { language, random: randomFrom(seed), words: new Map(), wholes: new Map() };
  for (const name of text.names) if (isPersonal(name.type)) castPerson(cast, surfaceOf(text, name));
  const names: LabelledName[] = [];
  let written = '';
  let read = 0;
  for (const name of text.names) {
    written += text.text.slice(read, name.start);
    const start = written.length;
    written += replacement(cast, surfaceOf(text, name), name.type);
    names.push({ start, end: written.length, type: name.type });
    read = name.end;
  }
  written += text.text.slice(read);
  return { text: written, passages: linesOf(written), names };
}

const surfaceOf = ({ text }: LabelledText, { start, end }: LabelledName): string => text.slice(start, end);
const isPersonal = (type: NameType): boolean => type === 'person' || type === 'character';
const pick = (random: () => number, list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';

/** Passages of a text that holds one a line: see `textOf`. */
function linesOf(text: string): LabelledText['passages'] {
  let at = 0;
  return text.split('\n').map((line) => {
    const start = at;
    at += line.length + 1;
    return { start, end: start + line.length };
  });
}

/** Chooses words for a name of several words: its last word is a surname, those before it are first names. */
function castPerson({ words, random }: Cast, surface: string): void {
  const all = surface.split(' ').filter((word) => !kept.has(word.toLowerCase()));
  if (all.length < 2) return;
  all.forEach((word, i) => {
    const key = word.toLowerCase();
    if (!words.has(key)) words.set(key, i < all.length - 1 ? firstName(random) : surname(random));
  });
}

function firstName(random: () => number): string {
  const name = pick(random, random() < 0.4 ? listed : firsts);
  return random() < 0.08 ? `${name}-${pick(random, firsts)}` : name;
}

function surname(random: () => number): string {
  const name = pick(random, lasts);
  const chance = random();
  if (chance < 0.12) return `${name}-${pick(random, lasts)}`;
  return chance < 0.2 ? `${pick(random, swaps.particles)} ${name}` : name;
}

function replacement(cast: Cast, surface: string, type: NameType): string {
  if (isPersonal(type)) {
    return surface
      .split(' ')
      .map((word) => wordFor(cast, word))
      .join(' ');
  }
  const key = surface.toLowerCase();
  const known = cast.wholes.get(key);
  if (known !== undefined) return known;
  const other = cast.random() < SWAPPED[type] ? invented(cast, surface, type) : surface;
  cast.wholes.set(key, other);
  return other;
}

function wordFor({ words, random }: Cast, word: string): string {
  const key = word.toLowerCase();
  if (kept.has(key) || key.length < 2 || /^\p{L}\.$/u.test(word)) return word;
  const other =
    words.get(key) ?? (firstNames.has(key) ? firstName(random) : pick(random, random() < 0.5 ? lasts : firsts));
  words.set(key, other);
  if (word === key) return other.toLowerCase();
  return word === word.toUpperCase() ? other.toUpperCase() : other;
}

function invented({ language, random }: Cast, surface: string, type: NameType): string {
  if (type === 'place') return pick(random, towns);
  if (type === 'work') {
    const chance = random();
    if (chance < 0.3) return pick(random, swaps.titles[language]);
    const head = pick(random, swaps.titleHeads[language]);
    return chance < 0.4 ? head : `${head} ${pick(random, swaps.titleTails[language])}`;
  }
  if (/^\p{Lu}{2,5}$/u.test(surface)) return surface;
  const head = pick(random, random() < 0.8 ? heads : lasts);
  if (random() < 0.6) return `${head} ${pick(random, swaps.organisationTails)}`.replace(' +', '+');
  return pick(random, swaps.organisationFrames).replace('#', head);
}
