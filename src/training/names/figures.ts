import type { NameType, TaggerLanguage } from '../../reading/entities/tagger/model.ts';
import { chance, type RawName, tagNames } from '../../reading/entities/tagger/tagger.ts';
import { calibrate } from './calibrate.ts';
import type { PressText } from './corpus.ts';
import { trainNames } from './fit.ts';

/** A text by an author whom the tagger that read it had not seen. */
export interface ReadText {
  readonly gold: PressText;
  readonly names: readonly RawName[];
  /** No text about its show was among those that the tagger was trained on. */
  readonly unseenShow: boolean;
}

/** How well names were read, as shares in [0, 1]; `gates` say how many are right, and how many of all are found, from a confidence on. */
export interface Figures {
  readonly names: number;
  readonly f1: number;
  readonly spans: number;
  readonly persons: number;
  readonly unseenShows: number;
  readonly gates: readonly { readonly from: number; readonly precision: number; readonly recall: number }[];
}

/** Confidences at which precision and recall are told. */
export const gates = [0.5, 0.8, 0.9] as const;

/** Reads each author's texts, or those of the authors asked for, with a tagger trained on all other authors. */
export function readUnseen(
  language: TaggerLanguage,
  texts: readonly PressText[],
  authors: readonly string[] = [...new Set(texts.map(({ author }) => author))],
): readonly ReadText[] {
  return authors.flatMap((author) => {
    const seen = texts.filter((text) => text.author !== author);
    const shows = new Set(seen.map(({ show }) => show));
    const model = trainNames(language, seen);
    return texts
      .filter((text) => text.author === author)
      .map((gold) => ({
        gold,
        names: tagNames(gold.text, gold.passages, model),
        unseenShow: !shows.has(gold.show),
      }));
  });
}

type Key = (name: { readonly start: number; readonly end: number; readonly type: NameType }) => string;
const typed: Key = ({ start, end, type }) => `${start} ${end} ${type}`;
const untyped: Key = ({ start, end }) => `${start} ${end}`;

/** The fit of the confidence over texts that were not seen. */
export const fitOf = (read: readonly ReadText[]) =>
  calibrate(
    read.flatMap(({ gold, names }) => {
      const right = new Set(gold.names.map(typed));
      return names.map((name) => ({ margin: name.margin, odds: name.odds, right: right.has(typed(name)) }));
    }),
  );

interface Count {
  readonly right: number;
  readonly read: number;
  readonly gold: number;
}

function count(read: readonly ReadText[], key: Key, only: (name: Parameters<Key>[0]) => boolean = () => true): Count {
  const each = read.map(({ gold, names }) => {
    const expected = new Set(gold.names.filter(only).map(key));
    const found = names.filter(only).map(key);
    return { right: found.filter((name) => expected.has(name)).length, read: found.length, gold: expected.size };
  });
  const sum = (part: keyof Count): number => each.reduce((total, counts) => total + counts[part], 0);
  return { right: sum('right'), read: sum('read'), gold: sum('gold') };
}

const f1 = ({ right, read, gold }: Count): number => (2 * right) / Math.max(1, read + gold);

/** Measures what was read. */
export function figuresOf(read: readonly ReadText[]): Figures {
  const fit = fitOf(read);
  const all = count(read, typed);
  return {
    names: all.gold,
    f1: f1(all),
    spans: f1(count(read, untyped)),
    persons: f1(count(read, typed, ({ type }) => type === 'person')),
    unseenShows: f1(
      count(
        read.filter(({ unseenShow }) => unseenShow),
        typed,
      ),
    ),
    gates: gates.map((from) => {
      const sure = read.map((text) => ({
        ...text,
        names: text.names.filter(({ margin, odds }) => chance(fit, margin, odds) >= from),
      }));
      const { right, read: kept, gold } = count(sure, typed);
      return { from, precision: right / Math.max(1, kept), recall: right / Math.max(1, gold) };
    }),
  };
}
