import type { LabelledPage } from './pages.ts';
import { harmonic, type Overlap, overlap } from './shingles.ts';

/** What was read of a labelled page. */
export interface ReadPage {
  readonly text: string;
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly date: string | null;
}

/** How well a reading agrees with what a reader marked; null where nothing was marked. */
export interface Agreement {
  readonly text: Overlap | null;
  /** Sentences that had to be there and are, that had to be left out and are not. */
  readonly held: { readonly wanted: number; readonly kept: number; readonly unwanted: number } | null;
  readonly title: boolean | null;
  /** The set of names is the same. */
  readonly authors: boolean | null;
  readonly date: boolean | null;
}

/** Compares a reading with its label. */
export function agreement(page: LabelledPage, read: ReadPage): Agreement {
  return {
    text: page.text === null ? null : overlap(page.text, read.text),
    held: page.holds.length + page.lacks.length === 0 ? null : held(page, read.text),
    title: page.title === null ? null : bare(page.title) === bare(read.title ?? ''),
    authors: page.authors === null ? null : sameNames(page.authors, read.authors),
    date: page.date === null ? null : page.date === read.date?.slice(0, 10),
  };
}

function held(page: LabelledPage, text: string): Agreement['held'] {
  const all = bare(text);
  const isIn = (sentence: string): boolean => all.includes(bare(sentence));
  const kept = page.holds.filter(isIn).length;
  return { wanted: page.holds.length, kept, unwanted: page.lacks.filter(isIn).length };
}

/** Letters and digits without accents or case: what stays the same however a text is set. */
const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function sameNames(truth: readonly string[], found: readonly string[]): boolean {
  const names = (all: readonly string[]): string =>
    all
      .flatMap((name) => name.split(/,|;|&|\band\b|\bet\b|\bund\b/u))
      .map(bare)
      .filter((name) => name !== '')
      .sort()
      .join(', ');
  return names(truth) === names(found);
}

/** Figures over pages. Shares are in [0, 1] with four digits; null where no page was marked. */
export interface Figures {
  readonly pages: number;
  /** Harmonic mean of mean precision and mean recall, as Scrapinghub's benchmark counts. */
  readonly f1: number | null;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly below06: number;
  /** Harmonic mean of precision and recall over marked sentences, as Trafilatura's evaluation counts. */
  readonly sentencesF1: number | null;
  readonly titles: number | null;
  readonly authors: number | null;
  readonly dates: number | null;
}

/** Adds up agreements. */
export function figuresOf(all: readonly Agreement[]): Figures {
  const texts = all.flatMap(({ text }) => text ?? []);
  const precision = mean(texts.map((text) => text.precision));
  const recall = mean(texts.map((text) => text.recall));
  const sums = all.flatMap((each) => each.held ?? []);
  const sum = (of: 'wanted' | 'kept' | 'unwanted'): number => sums.reduce((total, each) => total + each[of], 0);
  const share = (of: 'title' | 'authors' | 'date'): number | null =>
    mean(all.flatMap((each) => (each[of] === null ? [] : [each[of] ? 1 : 0])));
  return {
    pages: all.length,
    f1: precision === null || recall === null ? null : rounded(harmonic(precision, recall)),
    precision,
    recall,
    below06: texts.filter(({ f1 }) => f1 < 0.6).length,
    sentencesF1:
      sum('wanted') === 0
        ? null
        : rounded(harmonic(sum('kept') / Math.max(1, sum('kept') + sum('unwanted')), sum('kept') / sum('wanted'))),
    titles: share('title'),
    authors: share('authors'),
    dates: share('date'),
  };
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : rounded(values.reduce((sum, value) => sum + value, 0) / values.length);
