import type { Entity } from '../../domain/catalogue.ts';
import cues from './cues.json' with { type: 'json' };
import type { FoundNames } from './found.ts';
import { anyOf } from './patterns.ts';
import { elsewhere, shared, trade, wordsIn } from './vocabulary.ts';
import words from './words.json' with { type: 'json' };

/** What a document speaks of as a whole, whichever show it names. */
export interface Setting {
  /** How much it speaks of television, from 0: a word of the trade counts 1, an ambiguous one 0.5, a channel 0.7. */
  readonly television: number;
  /** How many different words of the television trade it has. */
  readonly series: number;
  /** It speaks of a film, a book or a museum, and of nothing that only series have. */
  readonly elsewhere: boolean;
  /** It has a word of films or books: culture is spoken of. */
  readonly culture: boolean;
  /** It opens on "the Korean remake", "l'adaptation américaine". */
  readonly remake: boolean;
  /** The title announces several things: "the ten best", "tonight on television", "the winners". */
  readonly roundUp: boolean;
  /** The title or the first sentences tell of a death. */
  readonly death: boolean;
  /** The title speaks of one series, without naming it: "the spy drama that …". */
  readonly oneSeries: boolean;
  /** The title names another work in quotation marks, which the text names again. */
  readonly quoted: string | null;
  /** What the title says that it reviews: "Ten Percent review: …". */
  readonly reviewed: string | null;
  /** Where the address files it. */
  readonly section: 'television' | 'elsewhere' | null;
}

/** Characters in which a document shows what it speaks of. */
const READ = 20_000;
/** Characters that tell whether it is about a remake, or a death. */
const OPENING = 200;
const roundUp = new RegExp(`${anyOf(cues.roundUp)}(?!\\p{L})`, 'iu');
const reviewed = new RegExp(`^['‘“"«]?(\\p{Lu}[^:.]{1,40}?)['’”"»]?\\s(?:${cues.reviewing.join('|')})(?!\\p{L})`, 'u');
const season = new RegExp(anyOf(cues.season), 'iu');
const remake = new RegExp(anyOf(cues.remake), 'iu');
const death = new RegExp(`${anyOf(cues.death)}(?!\\p{L})`, 'iu');
const subject = new Set(words.subject);
const sections = { television: new Set(words.sections.television), elsewhere: new Set(words.sections.elsewhere) };
const CARRIERS = ['channel', 'platform'];
const isCarrier = ({ roles = [] }: Entity): boolean => roles.some((role) => CARRIERS.includes(role));

/** What a document speaks of, by its words, the channels it names and its address. */
export function settingOf(title: string, text: string, url: string | null, names: readonly FoundNames[]): Setting {
  const used = new Set(wordsIn(`${title}\n${text.slice(0, READ)}`));
  const count = (list: ReadonlySet<string>): number => [...list].filter((word) => used.has(word)).length;
  const carriers = new Set(names.flatMap(({ organisations }) => organisations.filter(isCarrier).map(({ id }) => id)))
    .size;
  const series = count(trade);
  const section = sectionOf(url);
  const said = Math.min(3, series) + Math.min(1.5, 0.5 * count(shared)) + Math.min(1.4, 0.7 * carriers);
  return {
    television: said + (section === 'television' ? 1 : 0),
    series,
    elsewhere: count(elsewhere) > 0 && series === 0,
    culture: count(elsewhere) > 0,
    remake: remake.test(`${title}\n${text.slice(0, OPENING)}`),
    roundUp: roundUp.test(title),
    death: death.test(`${title}\n${text.slice(0, OPENING)}`),
    oneSeries: !roundUp.test(title) && wordsIn(title).some((word) => subject.has(word)),
    quoted: quotedIn(title, text),
    reviewed: reviewedIn(title),
    section,
  };
}

function sectionOf(url: string | null): Setting['section'] {
  const parts = (url ?? '').toLowerCase().split(/[?#]/u)[0]?.split('/').slice(3, -1) ?? [];
  if (parts.some((part) => sections.television.has(part))) return 'television';
  return parts.some((part) => sections.elsewhere.has(part)) ? 'elsewhere' : null;
}

function quotedIn(title: string, text: string): string | null {
  const work = /[«“"‘]\s?(\p{Lu}[^\s«»“”"‘’,]{0,20}(?: [^\s«»“”"‘’,]{1,20}){0,3}),?\s?[»”"’](?!\p{L})/u.exec(title);
  const name = work?.[1];
  if (!work || name === undefined) return null;
  const heads = work.index === 0 && /^\s?[:,]/u.test(title.slice(work[0].length));
  return heads || text.slice(0, READ).includes(name) ? name : null;
}

function reviewedIn(title: string): string | null {
  const name = reviewed.exec(title)?.[1]?.trim() ?? null;
  return name === null || season.test(name) ? null : name;
}
