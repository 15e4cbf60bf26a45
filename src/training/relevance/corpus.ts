import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { showNamed } from '../../catalogue/show-names.ts';
import type { Catalogue, ShowId } from '../../domain/catalogue.ts';
import type { Verdict } from '../../reading/relevance/judge.ts';

/** A document and what it is to the shows of the catalogue. */
export interface LabelledDocument {
  readonly id: string;
  /** The file it stands in: training and testing are kept apart by it. */
  readonly source: string;
  readonly kind: 'case' | 'press' | 'ordinary';
  readonly title: string | null;
  readonly text: string;
  readonly url: string | null;
  readonly published: string | null;
  readonly labels: ReadonlyMap<ShowId, Verdict>;
  /** Whether shows without a label are nothing to it; null where nobody knows. */
  readonly otherwise: 'none' | null;
  /** A show that the reader is to know nothing of, as of most that pages are about; null for none. */
  readonly unknown: ShowId | null;
}

interface CaseRow {
  readonly id: string;
  readonly show: ShowId;
  readonly title: string;
  readonly text: string;
  readonly url?: string;
  readonly published?: string;
  readonly label: 'about' | 'mention' | 'no';
}

interface PressRow {
  readonly id: string;
  readonly show: string;
  readonly published: string;
  readonly title: string;
  readonly sentences: readonly {
    readonly text: string;
    readonly mentions: readonly { readonly surface: string; readonly type: string }[];
  }[];
}

interface PageRow {
  readonly id: string;
  readonly url: string;
  readonly title: string | null;
  readonly text: string;
}

const rowsOf = (file: string): readonly unknown[] => {
  const bytes = readFileSync(file);
  const text = file.endsWith('.gz') ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
};

/** Cases that people wrote and labelled, each for one show; `source` is the file's name. */
export function caseDocuments(file: string): readonly LabelledDocument[] {
  const source = (file.split('/').at(-1) ?? file).replace('.jsonl', '');
  return (rowsOf(file) as readonly CaseRow[]).map(({ id, show, title, text, url, published, label }) => ({
    id,
    source,
    kind: 'case',
    title,
    text,
    url: url ?? null,
    published: published ?? null,
    labels: new Map([[show, label === 'no' ? 'none' : label]]),
    otherwise: null,
    unknown: null,
  }));
}

/** Sentences that a short version of a document keeps, as a page does that shows its lead alone. */
const LEAD = 2;

/**
 * The press documents of a folder, one author a file: about their show; other shows that they name are mentioned. Each
 * comes whole, as its lead alone and without its title, and also to a reader who does not know the show.
 */
export function pressDocuments(folder: string, catalogue: Catalogue): readonly LabelledDocument[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return files.sort().flatMap((name) =>
    (rowsOf(join(folder, name)) as readonly PressRow[]).flatMap((row) => {
      const short = { ...row, sentences: row.sentences.slice(0, LEAD) };
      const whole = pressDocument(row, name.replace('.jsonl', ''), catalogue);
      const lead = pressDocument(short, whole.source, catalogue);
      return [whole, lead, { ...whole, title: null }, ...[whole, lead].flatMap(asOfAStranger)];
    }),
  );
}

/** The same document to a reader who does not know its show: all that is left are mentions. */
function asOfAStranger(document: LabelledDocument): readonly LabelledDocument[] {
  const own = [...document.labels].find(([, verdict]) => verdict === 'about')?.[0];
  if (own === undefined) return [];
  const labels = new Map([...document.labels].filter(([show]) => show !== own));
  return [{ ...document, labels, unknown: own }];
}

function pressDocument({ id, show, title, sentences }: PressRow, source: string, catalogue: Catalogue) {
  const { shows } = catalogue;
  const own = showNamed(show, shows);
  const works = sentences.flatMap(({ mentions }) => mentions.filter(({ type }) => type === 'work'));
  const named = works.flatMap(({ surface }) => showNamed(surface, shows) ?? []);
  const labels = new Map<ShowId, Verdict>([...new Set(named)].map((each) => [each, 'mention']));
  if (own !== null) labels.set(own, 'about');
  const text = sentences.map((sentence) => sentence.text).join(' ');
  return {
    id,
    source,
    kind: 'press',
    title,
    text,
    url: null,
    published: null,
    labels,
    otherwise: 'none',
    unknown: null,
  } as const;
}

/** Characters that a short version of an ordinary page keeps. */
const SHORT = 400;

/** Ordinary pages of the web, whole and by their beginnings: about none of the shows. */
export function ordinaryDocuments(folder: string, names: readonly string[]): readonly LabelledDocument[] {
  return names
    .map((name) => join(folder, `${name}.jsonl.gz`))
    .filter((file) => existsSync(file))
    .flatMap((file) =>
      (rowsOf(file) as readonly PageRow[]).flatMap(({ id, url, title, text }) => {
        const whole = {
          id,
          source: file.split('/').at(-1) ?? file,
          kind: 'ordinary',
          title,
          text,
          url,
          published: null,
          labels: new Map<ShowId, Verdict>(),
          otherwise: 'none',
          unknown: null,
        } as const;
        return [whole, { ...whole, text: text.slice(0, SHORT) }];
      }),
    );
}
