import { randomFrom } from '../../domain/random.ts';
import type { BlockModel } from '../../reading/extract/scoring/scorer.ts';
import { scoreRows, withContext } from '../../reading/extract/scoring/scorer.ts';
import { boost, type TrainingRows, usualBoost } from './boost.ts';
import type { PreparedPage } from './prepare.ts';

/** Pages differ in length by a factor of a thousand; each counts about the same, articles more, news of many publishers most. */
const PAGE_WEIGHT = 1_000;
const NEWS_WEIGHT = 3;
const OTHER_WEIGHT = 0.6;
/** Most blocks are furniture: one in three of them is enough, weighed up. */
const KEPT_FURNITURE = 0.35;
const FOLDS = 2;
/** Trees for the halves, whose scores only serve as context. */
const HALF_TREES = 80;

/** Learns from pages. The second trees see first scores of pages that the first ones were not trained on, as in life. */
export function fitBlockModel(pages: readonly PreparedPage[]): BlockModel {
  const first = boost(rowsOf(pages.map((page) => ({ page, rows: page.rows }))));
  const halves = Array.from({ length: FOLDS }, (_, fold) => {
    const others = pages.filter((page) => foldOf(page) !== fold);
    return boost(rowsOf(others.map((page) => ({ page, rows: page.rows }))), { ...usualBoost, trees: HALF_TREES });
  });
  const seen = pages.map((page) => {
    const half = halves[foldOf(page)];
    if (!half) throw new Error('a page without a fold');
    return { page, rows: withContext(page.measured, page.rows, scoreRows(half, page.rows)) };
  });
  return { first, second: boost(rowsOf(seen)) };
}

const foldOf = ({ hash }: PreparedPage): number => (hash >>> 8) % FOLDS;

interface PageRows {
  readonly page: PreparedPage;
  readonly rows: PreparedPage['rows'];
}

function rowsOf(pages: readonly PageRows[]): TrainingRows {
  const random = randomFrom(1);
  const width = pages[0]?.rows.width ?? 0;
  const chosen = pages.map(({ page }) =>
    page.labels.flatMap((label, i) => (label === 1 || random() < KEPT_FURNITURE ? [i] : [])),
  );
  const count = chosen.reduce((sum, own) => sum + own.length, 0);
  const values = new Float32Array(count * width);
  const labels = new Uint8Array(count);
  const weights = new Float32Array(count);
  let row = 0;
  pages.forEach(({ page, rows }, p) => {
    const total = page.measured.blocks.reduce((sum, { words }) => sum + weightOf(words), 0);
    for (const i of chosen[p] ?? []) {
      values.set(rows.values.subarray(i * width, (i + 1) * width), row * width);
      labels[row] = page.labels[i] ?? 0;
      const own = (weightOf(page.measured.blocks[i]?.words ?? 0) / total) * PAGE_WEIGHT * weightOfPage(page);
      weights[row] = page.labels[i] === 1 ? own : own / KEPT_FURNITURE;
      row += 1;
    }
  });
  return { width, values, labels, weights };
}

const weightOf = (words: number): number => Math.min(words, 80) + 2;

function weightOfPage({ page: { set, type } }: PreparedPage): number {
  if (set === 'fundus') return NEWS_WEIGHT;
  return type === 'article' ? 1 : OTHER_WEIGHT;
}
