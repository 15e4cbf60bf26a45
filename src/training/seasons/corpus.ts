import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIndex } from '../../catalogue/index.ts';
import { newcomer } from '../../catalogue/newcomer.ts';
import { showNamed } from '../../catalogue/show-names.ts';
import type { Catalogue, CatalogueIndex, ShowId } from '../../domain/catalogue.ts';
import type { Attribution, AttributionRelation } from '../../domain/reading.ts';
import type { Judge } from '../../reading/seasons/judge.ts';
import { readSeasons } from '../../reading/seasons/seasons.ts';

/** A season that a sentence speaks of, as people labelled it. */
export interface Label {
  readonly show: ShowId;
  readonly season: number;
  readonly relation: AttributionRelation;
}

/** A sentence with its labels; null where nobody labelled it and it is only context. */
export interface LabelledSentence {
  readonly text: string;
  readonly labels: readonly Label[] | null;
  /** What kind of reference it was written for (`explicit`, `ordinal`, `carried` …); empty when not said. */
  readonly kind: string;
}

/** A text whose sentences are labelled. `author` names who wrote it: training and testing are kept apart by author. */
export interface LabelledText {
  readonly id: string;
  readonly author: string;
  readonly language: string;
  readonly show: ShowId;
  readonly title: string | null;
  /** The season that the page files the text under. */
  readonly season: number | null;
  readonly published: string;
  readonly market: string | null;
  readonly sentences: readonly LabelledSentence[];
}

interface Pair {
  readonly show: string;
  readonly season: number;
}

interface PressRow {
  readonly id: string;
  readonly lang: string;
  readonly show: string;
  readonly published: string;
  readonly title: string;
  readonly sentences: readonly {
    readonly text: string;
    readonly seasons: readonly number[];
    readonly background: readonly number[];
    readonly other: readonly Pair[];
    readonly carried: boolean;
  }[];
}

interface CaseRow {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly published: string;
  readonly expected: readonly (Pair & { readonly relation: AttributionRelation | 'mentions' })[];
  readonly kind?: string;
  readonly context?: {
    readonly show: string;
    readonly default_season: number | null;
    readonly previous: readonly string[];
  };
  readonly show?: string;
  readonly title?: string | null;
  readonly season?: number | null;
  readonly market?: string | null;
  readonly previous?: readonly string[];
}

const linesOf = (file: string): readonly string[] => readFileSync(file, 'utf8').split('\n').filter(Boolean);

/** Finds a show's id by any of its titles; other slugs stay as they are. */
const identifier =
  ({ shows }: Catalogue) =>
  (name: string): ShowId =>
    showNamed(name, shows) ?? name;

const relationOf = (relation: string): AttributionRelation =>
  relation === 'mentions' ? 'background' : (relation as AttributionRelation);

/** The press documents of a folder, one author a file. */
export function pressTexts(folder: string, catalogue: Catalogue): readonly LabelledText[] {
  const idOf = identifier(catalogue);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) =>
      linesOf(join(folder, name)).map((line): LabelledText => {
        const { id, lang, show, published, title, sentences } = JSON.parse(line) as PressRow;
        const own = idOf(show);
        const labelled = sentences.map(({ text, seasons, background, other, carried }) => ({
          text,
          kind: carried ? 'carried' : '',
          labels: [
            ...seasons.map((season) => ({ show: own, season, relation: 'about' as const })),
            ...background.map((season) => ({ show: own, season, relation: 'background' as const })),
            ...other.map((pair) => ({ show: idOf(pair.show), season: pair.season, relation: 'other-show' as const })),
          ],
        }));
        const author = name.replace('.jsonl', '');
        return {
          id,
          author,
          language: lang,
          show: own,
          title,
          season: null,
          published,
          market: null,
          sentences: labelled,
        };
      }),
    );
}

/** Labelled cases: a sentence with what stands before it. `author` is the file's name. */
export function caseTexts(file: string, catalogue: Catalogue): readonly LabelledText[] {
  const idOf = identifier(catalogue);
  const author = (file.split('/').at(-1) ?? file).replace('.jsonl', '');
  return linesOf(file).map((line): LabelledText => {
    const row = JSON.parse(line) as CaseRow;
    const before = row.context?.previous ?? row.previous ?? [];
    const labels = row.expected.map(({ show, season, relation }) => ({
      show: idOf(show),
      season,
      relation: relationOf(relation),
    }));
    return {
      id: row.id,
      author,
      language: row.lang,
      show: idOf(row.context?.show ?? row.show ?? ''),
      title: row.title ?? null,
      season: row.context?.default_season ?? row.season ?? null,
      published: row.published,
      market: row.market ?? null,
      sentences: [
        ...before.map((text) => ({ text, labels: null, kind: '' })),
        { text: row.text, labels, kind: row.kind ?? '' },
      ],
    };
  });
}

/** The catalogue's index with a bare entry for every other show that the texts name. */
export function indexFor(catalogue: Catalogue, texts: readonly LabelledText[]): CatalogueIndex {
  const known = new Set(catalogue.shows.map(({ id }) => id));
  const named = texts.flatMap(({ show, sentences }) => [
    show,
    ...sentences.flatMap(({ labels }) => (labels ?? []).map((label) => label.show)),
  ]);
  const strangers = [...new Set(named)].filter((id) => !known.has(id)).map(newcomer);
  return buildIndex({ ...catalogue, shows: [...catalogue.shows, ...strangers] });
}

/** Reads a labelled text as one document: the attributions of each sentence. */
export function readText(
  { language, show, title, season, published, market, sentences }: LabelledText,
  index: CatalogueIndex,
  judge: Judge,
): readonly (readonly Attribution[])[] {
  const text = sentences.map((sentence) => sentence.text).join(' ');
  let at = 0;
  const passages = sentences.map((sentence) => {
    const start = at;
    at += sentence.text.length + 1;
    return { start, end: start + sentence.text.length, language };
  });
  return readSeasons(
    {
      text,
      passages,
      title,
      show,
      documentSeason: season,
      published: { date: published, precision: 'day', basis: 'given' },
      market,
      hits: index.scan(text),
    },
    index,
    judge,
  );
}
