import { beforeAll, describe, expect, it } from 'vitest';
import { loadSeasonModel } from '../../src/app-models.ts';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import type { CatalogueIndex } from '../../src/domain/catalogue.ts';
import { indexFor, type LabelledText } from '../../src/training/seasons/corpus.ts';
import { figuresOf, lineOf, type SeasonFigures } from '../../src/training/seasons/figures.ts';
import { fitSeasons, judgeTexts } from '../../src/training/seasons/fit.ts';
import { goldTexts } from '../../src/training/seasons/gold.ts';

const catalogue = await loadCatalogue('fixtures/catalogue');
const gold = goldTexts('fixtures/gold', catalogue);
const index: CatalogueIndex = indexFor(catalogue, [...gold.press, ...gold.cases, ...gold.aside]);
const model = loadSeasonModel('models');

/** Authors of documents that the figures below were measured on without training on them. */
const HELD_OUT = ['author-10', 'author-13', 'author-14'];

interface Floor {
  readonly pair: number;
  readonly about: number;
  readonly exact: number;
}

function keeps(figures: SeasonFigures, floor: Floor): void {
  expect(figures.pair).toBeGreaterThanOrEqual(floor.pair);
  expect(figures.about).toBeGreaterThanOrEqual(floor.about);
  expect(figures.exact).toBeGreaterThanOrEqual(floor.exact);
}

const measured = (name: string, texts: readonly LabelledText[], by = model): SeasonFigures => {
  const figures = figuresOf(judgeTexts(texts, index, by));
  console.info(`seasons, ${name}: ${lineOf(figures)}`);
  return figures;
};

describe('seasons, shipped model', () => {
  it('the 181 sentences, trained on', () => {
    const figures = measured(
      '181',
      gold.cases.filter(({ author }) => author === 'seasons'),
    );
    expect(figures.sentences).toBe(181);
    keeps(figures, { pair: 98, about: 98, exact: 96 });
  });

  it('sentences kept aside', () => {
    const figures = measured('aside', gold.aside);
    keeps(figures, { pair: 89, about: 87, exact: 79 });
    expect(figures.wronglyOurs / figures.sentences).toBeLessThanOrEqual(0.02);
  });
});

describe('seasons, authors not trained on', () => {
  let figures: SeasonFigures;
  beforeAll(() => {
    const press = gold.press.filter(({ author }) => !HELD_OUT.includes(author));
    const rest = gold.press.filter(({ author }) => HELD_OUT.includes(author));
    figures = measured('held-out authors', rest, fitSeasons({ press, cases: gold.cases }, index));
  }, 120_000);

  it('keeps its floors', () => {
    expect(figures.sentences).toBeGreaterThan(1800);
    keeps(figures, { pair: 71, about: 63, exact: 73.5 });
  });
});
