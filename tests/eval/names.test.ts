import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadNameModels, loadRelevanceModel } from '../../src/app-models.ts';
import type { CatalogueIndex } from '../../src/domain/catalogue.ts';
import { readEntities } from '../../src/reading/entities/entities.ts';
import { readNames } from '../../src/reading/entities/tagger/tagger.ts';
import { readRelevance } from '../../src/reading/relevance/relevance.ts';
import { pressTexts, textOf } from '../../src/training/names/corpus.ts';
import { figuresOf, readUnseen } from '../../src/training/names/figures.ts';
import { shippedIndex } from '../support/catalogue.ts';

/** Two authors of each language, each read by a tagger that has not seen that author: all would take minutes. */
const authors = { fr: ['author-03', 'author-10'], en: ['author-06', 'author-13'] } as const;

/** A point or two below what was measured; the figures over all authors are in models/PROVENANCE.md. */
const floors = {
  fr: { f1: 0.82, spans: 0.905, persons: 0.88, unseenShows: 0.77, sure: 0.97 },
  en: { f1: 0.77, spans: 0.91, persons: 0.85, unseenShows: 0.71, sure: 0.94 },
} as const;

describe.each(['fr', 'en'] as const)('names in the press by unseen authors, without a catalogue, %s', (language) => {
  const figures = figuresOf(
    readUnseen(language, pressTexts(['fixtures/gold/press', 'fixtures/gold/names'], language), authors[language]),
  );

  it.each(['f1', 'spans', 'persons', 'unseenShows'] as const)('%s', (name) => {
    expect(figures[name]).toBeGreaterThanOrEqual(floors[language][name]);
  });

  it('names of confidence 0.9 and more are right', () => {
    const sure = figures.gates.find(({ from }) => from === 0.9);
    expect(sure?.precision).toBeGreaterThanOrEqual(floors[language].sure);
    expect(sure?.recall).toBeGreaterThanOrEqual(0.4);
  });

  it('models/PROVENANCE.md describes the model that ships', () => {
    const digest = createHash('sha256')
      .update(readFileSync(`models/names.${language}.bin`))
      .digest('hex');
    expect(readFileSync('models/PROVENANCE.md', 'utf8')).toContain(digest);
  });
});

interface DeskDocument {
  readonly show: string;
  readonly title: string;
  readonly sentences: Parameters<typeof textOf>[0];
}

/** A point below what was measured on documents that no training saw, typed F1 with the catalogue before the tagger. */
const deskFloors = {
  fr: { all: 0.85, persons: 0.91, catalogued: 0.91, invented: 0.69 },
  en: { all: 0.84, persons: 0.905, catalogued: 0.9, invented: 0.665 },
} as const;

describe.each(['fr', 'en'] as const)('names on desk pages set aside, %s', async (language) => {
  const index = await shippedIndex();
  const figures = deskFigures(language, index);

  it.each(['all', 'persons', 'catalogued', 'invented'] as const)('%s', (name) => {
    expect(figures[name]).toBeGreaterThanOrEqual(deskFloors[language][name]);
  });
});

/** Typed F1 with exact borders, over all names and over parts of them; a show is a work to the labellers. */
function deskFigures(language: 'fr' | 'en', index: CatalogueIndex) {
  const relevance = loadRelevanceModel('models');
  const names = loadNameModels('models');
  const lines = readFileSync(`fixtures/gold/names/desk-${language}-aside.jsonl`, 'utf8').trim().split('\n');
  const read = lines.map((line) => {
    const { show, title, sentences } = JSON.parse(line) as DeskDocument;
    const { text, passages, names: gold } = textOf(sentences);
    const hits = index.scan(text);
    const shows = readRelevance({ title, text, url: null, hits, given: undefined }, index, relevance);
    const proposed = readNames(text, passages, language, names);
    const found = readEntities({ text, passages, language, hits, shows, proposed }, index).flat();
    const key = ({ start, end, type }: { readonly start: number; readonly end: number; readonly type: string }) =>
      `${start} ${end} ${type === 'show' ? 'work' : type}`;
    return { isKnown: index.shows.has(show), gold: gold.map(key), found: found.map(key) };
  });
  const f1 = (documents: typeof read, ending = ''): number => {
    const of = (list: readonly string[]) => list.filter((name) => name.endsWith(ending));
    const total = documents.reduce((sum, { gold, found }) => sum + of(gold).length + of(found).length, 0);
    const right = documents.reduce((sum, { gold, found }) => sum + of(found).filter((n) => gold.includes(n)).length, 0);
    return (2 * right) / total;
  };
  return {
    all: f1(read),
    persons: f1(read, 'person'),
    catalogued: f1(read.filter(({ isKnown }) => isKnown)),
    invented: f1(read.filter(({ isKnown }) => !isKnown)),
  };
}
