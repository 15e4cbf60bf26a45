import { splitPassages } from '../../reading/passages/passages.ts';
import { type CaseFile, readMarkedSentences } from './texts.ts';
import type { Gap, TreebankDocument } from './treebank.ts';

/** Boundaries inside documents; the end of a document is none. Shares in percent with two digits, null where there is nothing to count. */
export interface BoundaryFigures {
  readonly documents: number;
  readonly boundaries: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  /** Where paragraphs stand on lines of their own, as in a page: the boundaries inside them only. */
  readonly insideParagraphs: number | null;
}

/** What `revue bench sentences` prints. */
export interface SentencesBench {
  /** By file, and in all. Paragraphs are joined by blanks, so that headings must be told from text. */
  readonly treebanks: Readonly<Record<string, BoundaryFigures>>;
  /** By file: percent of the cases whose every boundary is right. */
  readonly cases: Readonly<Record<string, { readonly cases: number; readonly exact: number | null }>>;
  /** Milliseconds for 1,000 characters, after warm-up. */
  readonly ms: number;
}

interface Text {
  readonly language: string;
  readonly text: string;
  /** Offsets behind sentences, ascending, without the last. */
  readonly ends: readonly number[];
}

interface Counts {
  readonly documents: number;
  readonly wanted: number;
  readonly found: number;
  readonly right: number;
}

const NOTHING: Counts = { documents: 0, wanted: 0, found: 0, right: 0 };

/** Compares sentences with treebanks and cases at `path`, a file or directory. Throws `no-data` (fatal). */
export function benchSentences(path: string): SentencesBench {
  const { treebanks, caseFiles } = readMarkedSentences(path);
  const files = treebanks.map(({ name, language, documents }) => ({
    name,
    flat: documents.map((document) => textOf(document, language, (gap) => (gap === '\n' ? ' ' : gap))),
    lines: documents.map((document) => textOf(document, language, (gap) => gap)),
  }));
  const cases = caseFiles.map((file) => ({ name: file.name, texts: caseTexts(file) }));
  const all = { name: 'all', flat: files.flatMap(({ flat }) => flat), lines: files.flatMap(({ lines }) => lines) };
  const sets = files.length > 1 ? [...files, all] : files;
  return {
    treebanks: Object.fromEntries(sets.map(({ name, flat, lines }) => [name, figuresOf(flat, lines)])),
    cases: Object.fromEntries(
      cases.map(({ name, texts }) => [name, { cases: texts.length, exact: percentOf(texts, isExact) }]),
    ),
    ms: msOf([...all.flat, ...cases.flatMap(({ texts }) => texts)]),
  };
}

const caseTexts = ({ cases }: CaseFile): readonly Text[] =>
  cases.map(({ sentences, language }) => {
    const document = sentences.map((text) => ({ text, gap: ' ' as const }));
    return textOf(document, language, (gap) => gap);
  });

function textOf(document: TreebankDocument, language: string, gapOf: (gap: Gap) => string): Text {
  const ends: number[] = [];
  let text = '';
  for (const [i, sentence] of document.entries()) {
    text += sentence.text;
    if (i === document.length - 1) break;
    ends.push(text.length);
    text += gapOf(sentence.gap);
  }
  return { language, text, ends };
}

const foundIn = ({ text, language }: Text): readonly number[] =>
  splitPassages(text, language)
    .slice(0, -1)
    .map(({ end }) => end);

const isExact = (text: Text): boolean => JSON.stringify(foundIn(text)) === JSON.stringify(text.ends);

function figuresOf(flat: readonly Text[], lines: readonly Text[]): BoundaryFigures {
  const { documents, wanted, found, right } = flat.map((text) => countsOf(text, () => true)).reduce(sum, NOTHING);
  const inside = lines.map((text) => countsOf(text, (end) => text.text[end] !== '\n')).reduce(sum, NOTHING);
  return {
    documents,
    boundaries: wanted,
    precision: percent(right, found),
    recall: percent(right, wanted),
    f1: percent(2 * right, wanted + found),
    insideParagraphs: percent(2 * inside.right, inside.wanted + inside.found),
  };
}

function countsOf(text: Text, counts: (end: number) => boolean): Counts {
  const wanted = new Set(text.ends.filter(counts));
  const found = foundIn(text).filter(counts);
  return {
    documents: 1,
    wanted: wanted.size,
    found: found.length,
    right: found.filter((end) => wanted.has(end)).length,
  };
}

const sum = (a: Counts, b: Counts): Counts => ({
  documents: a.documents + b.documents,
  wanted: a.wanted + b.wanted,
  found: a.found + b.found,
  right: a.right + b.right,
});

const percent = (part: number, all: number): number | null =>
  all === 0 ? null : Math.round((10_000 * part) / all) / 100;

const percentOf = (texts: readonly Text[], holds: (text: Text) => boolean): number | null =>
  percent(texts.filter(holds).length, texts.length);

/** The texts are read until so many characters make a steady mean. */
const TIMED = 300_000;

function msOf(texts: readonly Text[]): number {
  const characters = Math.max(
    1,
    texts.reduce((total, { text }) => total + text.length, 0),
  );
  const rounds = Math.ceil(TIMED / characters);
  const start = performance.now();
  for (let round = 0; round < rounds; round += 1) for (const { text, language } of texts) splitPassages(text, language);
  return Math.round((1_000_000 * (performance.now() - start)) / (rounds * characters)) / 1_000;
}
