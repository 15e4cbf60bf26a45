import type { AttributionBasis } from '../../domain/reading.ts';
import { type CueName, GRAMMAR_SOURCES, type GrammarSource, type ReadsAs, type RuleSource } from './grammar-sources.ts';
import { needsNoun, nounsOf } from './nouns.ts';

/** One rule of a grammar, ready to run. */
export interface Rule {
  readonly name: string;
  readonly pattern: RegExp;
  readonly reads: ReadsAs;
  readonly basis: AttributionBasis;
  readonly bare: boolean;
  /** It counts only where nothing else may name a season. */
  readonly fallback: boolean;
  /** Nothing matches it in a passage without a word for a season. */
  readonly noun: boolean;
}

/** A language's grammar of seasons, compiled. Every pattern works on folded text (see `fold`). */
export interface Grammar {
  readonly language: string;
  /** A passage in which this finds nothing names no season. */
  readonly hint: RegExp;
  /** Finds a word for a season. */
  readonly noun: RegExp;
  readonly traps: readonly RegExp[];
  readonly rules: readonly Rule[];
  /** Tests for the gap between an expression and the title after it or before it. */
  readonly linkAfter: RegExp;
  readonly linkBefore: RegExp;
  /** Tests that end where an expression or a title begins. */
  readonly possessive: RegExp;
  readonly likeness: RegExp;
  /** Tests for what follows a title that only says where something comes from: "the Breaking Bad prequel". */
  readonly derived: RegExp;
  /** What a clause says of time and comparison. */
  readonly cues: ReadonlyMap<CueName, RegExp>;
  readonly values: ReadonlyMap<string, number>;
  readonly numberToken: RegExp;
  readonly rangeWord: RegExp;
}

const NEVER = '(?!)';
const either = (parts: readonly string[]): string =>
  parts.length === 0 ? NEVER : [...parts].sort((a, b) => b.length - a.length).join('|');

/** Fills `{name}` places. `{n}` number, `{d}` digits, `{roman}`, `{list}` numbers, `{o}` ordinal, `{olist}` ordinals. */
function places(source: GrammarSource, roman: readonly string[]): ReadonlyMap<string, string> {
  const n = `(?<!\\w)(?<![a-z]-)(?:\\d{1,2}|${either([...Object.keys(source.numbers), ...roman.filter((r) => r !== 'i')])})\\b`;
  const o = `(?<!\\w)(?:${either(Object.keys(source.ordinals))})\\b`;
  const gap = `(?: ?(?:${either([...source.separators.list, ...source.separators.range, '-', ',', '&', '/'])}) ?| ?, (?:${either(source.separators.list)}) )`;
  const fixed: [string, string][] = [
    ['n', n],
    ['d', '\\d{1,2}\\b'],
    ['roman', `(?:${either(roman)})\\b`],
    ['list', `(?:${n}|i\\b)(?:${gap}${n}){0,9}`],
    ['o', o],
    [
      'olist',
      `${o}(?:(?:, | ?(?:${either([...source.separators.list.filter((word) => word !== ','), ...source.separators.range])}) (?:la |the |le )?)${o}){0,5}`,
    ],
  ];
  const words = Object.entries(source.words).map(([name, list]): [string, string] => [name, `(?:${either(list)})`]);
  return new Map([...words, ...fixed]);
}

function filler(source: GrammarSource, roman: readonly string[]): (template: string) => string {
  const known = places(source, roman);
  return (template) => template.replace(/\{([a-z]+)\}/g, (whole, name: string) => known.get(name) ?? whole);
}

const whole = (body: string): RegExp => new RegExp(`(?<!\\w)(?:${body})(?!\\w)`, 'g');

type Fill = (parts: readonly string[]) => string;

function linksOf(
  { links }: GrammarSource,
  one: Fill,
): Pick<Grammar, 'linkAfter' | 'linkBefore' | 'possessive' | 'likeness' | 'derived'> {
  const endsWith = (parts: readonly string[], tail: string): RegExp => new RegExp(`(?<!\\w)(?:${one(parts)})${tail}$`);
  return {
    linkAfter: new RegExp(`^[\\s,]{0,2}(?:${one(links.after)})[" ]{0,2}$`),
    linkBefore: new RegExp(`^["\\s)]{0,2}(?:${one(links.before)})$`),
    possessive: endsWith(links.possessives, '(?: [a-z-]{1,14}){0,2} ?'),
    derived: new RegExp(`^"? (?:${one(links.derived)})(?!\\w)`),
    likeness: endsWith(links.likeness, `[ "]{0,2}(?:the |la |le |les |l')?"?`),
  };
}

const rulesOf = (sources: readonly RuleSource[], one: Fill): readonly Rule[] =>
  sources.map(({ name, match, reads, basis, bare = false, fallback = false }) => ({
    name,
    pattern: whole(one([match])),
    reads,
    basis,
    bare,
    fallback,
    noun: needsNoun(match),
  }));

/** Every language also has the rules of `any` ("S02E05"). */
function compile(own: GrammarSource, any: GrammarSource): Grammar {
  const fill = filler(own, Object.keys(any.numbers));
  const one: Fill = (parts) => fill(either(parts));
  const values = new Map(Object.entries({ ...any.numbers, ...own.numbers, ...own.ordinals }));
  const cues = Object.entries(own.cues) as readonly (readonly [CueName, readonly string[]])[];
  return {
    language: own.language,
    hint: new RegExp(one([...own.hint, ...any.hint])),
    noun: new RegExp(nounsOf(own)),
    traps: own.traps.map((trap) => whole(fill(trap))),
    rules: rulesOf(own === any ? own.rules : [...any.rules, ...own.rules], one),
    ...linksOf(own, one),
    cues: new Map(cues.map(([name, words]) => [name, new RegExp(`(?<!\\w)(?:${one(words)})(?!\\w)`)])),
    values,
    numberToken: new RegExp(`(?<!\\w)(?:\\d{1,2}|${either([...values.keys()])})(?!\\w)`, 'g'),
    rangeWord: new RegExp(`(?:-|(?<!\\w)(?:${one(own.separators.range)})(?!\\w))`),
  };
}

const universal = GRAMMAR_SOURCES.find((source) => source.language === 'und');
const compiled: ReadonlyMap<string, Grammar> = new Map(
  universal === undefined ? [] : GRAMMAR_SOURCES.map((source) => [source.language, compile(source, universal)]),
);

/** The grammar of a BCP 47 language; null when neither it nor its base language has one. */
export function grammarOf(language: string): Grammar | null {
  return compiled.get(language) ?? compiled.get(language.split('-')[0] ?? '') ?? null;
}
