import type { Sentiment } from '../../domain/reading.ts';
import { opinionsOf, type Rollup, toneTogether } from '../../reading/sentiment/together.ts';
import { toneOf } from '../../reading/sentiment/trained.ts';
import type { Believed } from './fit.ts';
import type { Piece, Sentence } from './press.ts';

/** Sentences that belong together, as labelled and as read. */
export interface Together {
  readonly labelled: readonly Sentence[];
  readonly read: readonly Sentiment[];
}

/** How well the tone of whole documents is read. */
export interface RollupFigures {
  readonly documents: number;
  /** Share of documents with the label that their sentences' own labels give. */
  readonly right: number;
  /** Mean difference between the kindness read and that of the labels, in [0, 2]. */
  readonly error: number;
}

/** Fewer sentences make no document. */
const FEWEST = 3;

/** The documents among unseen sentences. */
export function documentsOf(unseen: readonly Believed[], leans: readonly number[]): readonly Together[] {
  const byPiece = new Map<Piece, Believed[]>();
  for (const each of unseen) {
    const own = byPiece.get(each.piece);
    if (own) own.push(each);
    else byPiece.set(each.piece, [each]);
  }
  return [...byPiece.values()]
    .filter((own) => own.length >= FEWEST)
    .map((own) => ({
      labelled: own.map(({ sentence }) => sentence),
      read: own.map(({ believed }) => toneOf(believed, leans)),
    }));
}

/** What the labels say: every opinion is fully good, fully bad, or both. */
const kindnessOf = (labelled: readonly Sentence[]): { readonly opinions: number; readonly kindness: number } => {
  const opinions = labelled.filter(({ tone }) => tone !== 'neutral');
  const sum = opinions.reduce((total, { tone }) => total + (tone === 'positive' ? 1 : tone === 'negative' ? -1 : 0), 0);
  return { opinions: opinions.length, kindness: opinions.length === 0 ? 0 : sum / opinions.length };
};

/** The line from the mean of read scores to the kindness of the labels (least squares), over documents that judge. */
export function fitRollup(documents: readonly Together[]): Rollup {
  const points = documents.flatMap(({ labelled, read }) => {
    const { opinions, kindness } = kindnessOf(labelled);
    const found = opinionsOf(read);
    return opinions === 0 || found.length === 0 ? [] : [{ x: mean(found.map(({ score }) => score)), y: kindness }];
  });
  const [mx, my] = [mean(points.map(({ x }) => x)), mean(points.map(({ y }) => y))];
  const covariance = points.reduce((sum, { x, y }) => sum + (x - mx) * (y - my), 0);
  const slope = covariance / points.reduce((sum, { x }) => sum + (x - mx) ** 2, 0);
  return { slope: rounded(slope), bias: rounded(my - slope * mx) };
}

/** How the tone of documents comes out under a line: a little too well for the two numbers that were fitted on them. */
export function rollupFigures(documents: readonly Together[], rollup: Rollup): RollupFigures {
  const plain = { slope: 1, bias: 0 };
  const beside = { rating: null, whole: null };
  const each = documents.map(({ labelled, read }) => {
    const asLabelled = labelled.map(
      ({ tone }): Sentiment => ({
        label: tone,
        score: tone === 'positive' ? 1 : tone === 'negative' ? -1 : 0,
        confidence: 1,
        basis: 'model',
      }),
    );
    const [gold, found] = [toneTogether(asLabelled, beside, plain), toneTogether(read, beside, rollup)];
    return { right: gold?.label === found?.label ? 1 : 0, error: Math.abs((gold?.score ?? 0) - (found?.score ?? 0)) };
  });
  return {
    documents: each.length,
    right: mean(each.map(({ right }) => right)),
    error: mean(each.map(({ error }) => error)),
  };
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
