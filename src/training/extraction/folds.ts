import { agreement, type Figures, figuresOf } from '../../bench/extraction/agreement.ts';
import { mainText } from '../../reading/extract/main-text/main-text.ts';
import { type BlockModel, type BlockScorer, createBlockScorer } from '../../reading/extract/scoring/scorer.ts';
import type { PreparedPage } from './prepare.ts';

/** How models do on the articles of one set whose publishers they have not seen. */
export interface FoldFigures extends Figures {
  readonly fold: number;
  readonly set: string;
}

/** Trains as many times as there are folds, each time without the publishers of one, and measures on those. */
export function crossValidate(
  pages: readonly PreparedPage[],
  folds: number,
  train: (pages: readonly PreparedPage[]) => readonly BlockModel[],
): readonly FoldFigures[] {
  const foldOf = ({ hash }: PreparedPage): number => hash % folds;
  return Array.from({ length: folds }, (_, fold) => {
    const score = createBlockScorer(train(pages.filter((page) => foldOf(page) !== fold)));
    const unseen = pages.filter((page) => foldOf(page) === fold && page.page.type === 'article');
    const sets = [...new Set(unseen.map(({ page }) => page.set))].sort();
    return sets.map((set) => {
      const own = unseen.filter(({ page }) => page.set === set);
      return { fold, set, ...figuresOf(own.map((page) => agreement(page.page, readWith(page, score)))) };
    });
  }).flat();
}

function readWith({ measured, declared }: PreparedPage, score: BlockScorer) {
  const chosen = mainText(measured, score(measured, declared), declared.title);
  const text = chosen.map((i) => measured.blocks[i]?.text ?? '').join('\n');
  return { text, title: null, authors: [], date: null };
}
