import { decisionOf } from '../../evaluation/decision.ts';
import { type Judged, measure, type ToneFigures } from '../../evaluation/measure.ts';
import type { PublishedFigure } from '../../evaluation/published.ts';
import lexicon from '../../reading/sentiment/lexicon/figures.json' with { type: 'json' };
import type { ModelLanguage } from '../../reading/sentiment/tokens.ts';
import { toneOf } from '../../reading/sentiment/trained.ts';
import type { Believed } from './fit.ts';
import type { ReadReview } from './reviews.ts';

/** Figures with what they were measured on: a set that the method page and the model card name. */
export interface Measured {
  readonly language: ModelLanguage;
  readonly set: string;
  readonly classes: 2 | 3;
  readonly figures: ToneFigures;
}

/** The names under which review sets are published; the others only help in training. */
const PUBLISHED: Readonly<Record<string, string>> = {
  'fr.tv.train': 'reviews-tv',
  'fr.allocine.train': 'reviews-film',
  'fr.ac2020.train': 'reviews-film-stars',
  'en.imdb.train': 'imdb',
  'en.sst2.train': 'sst2',
};

/** How reviews were read by models that had not seen them, set by set. */
export function reviewFigures(language: ModelLanguage, read: readonly ReadReview[]): readonly Measured[] {
  return Object.entries(PUBLISHED).flatMap(([from, set]) => {
    const judged = read
      .filter((review) => review.set === from)
      .map(({ label, good }) => ({
        label: label === 1 ? ('positive' as const) : ('negative' as const),
        read: good >= 0.5 ? ('positive' as const) : ('negative' as const),
        probability: Math.max(good, 1 - good),
      }));
    return judged.length === 0 ? [] : [{ language, set, classes: 2 as const, figures: measure(judged, 2) }];
  });
}

/**
 * How press sentences were read by models that had not seen their author, in their documents and alone; and everyday sentences,
 * by models that had not seen the sentence but others by the same hand. The leans were chosen on the same readings.
 */
export function pressFigures(
  language: ModelLanguage,
  unseen: readonly Believed[],
  leans: readonly number[],
): readonly Measured[] {
  const judged = (chosen: readonly Believed[], believed: (each: Believed) => readonly number[]): readonly Judged[] =>
    chosen.flatMap((each) => {
      const label = each.sentence.tone;
      return label === 'mixed' ? [] : [{ label, ...decisionOf(toneOf(believed(each), leans), 3) }];
    });
  const inDocuments = unseen.filter(({ piece }) => piece.sentences.length > 1);
  const everyday = unseen.filter(({ author }) => author.startsWith('plain'));
  const row = (set: string, all: readonly Judged[]): readonly Measured[] =>
    all.length === 0 ? [] : [{ language, set, classes: 3, figures: measure(all, 3) }];
  return [
    ...row(
      'press',
      judged(inDocuments, ({ believed }) => believed),
    ),
    ...row(
      'press-alone',
      judged(inDocuments, ({ believedAlone }) => believedAlone),
    ),
    ...row(
      'everyday',
      judged(everyday, ({ believedAlone }) => believedAlone),
    ),
  ];
}

/** A row of the published figures. */
export function publishedFigure({ language, set, classes, figures }: Measured): PublishedFigure {
  const { n, accuracy, macroF1, neutralRecall, calibrationError } = figures;
  return {
    language,
    set,
    classes,
    n,
    accuracy: rounded(accuracy.value),
    macroF1: rounded(macroF1.value),
    low: rounded(macroF1.low),
    high: rounded(macroF1.high),
    neutralRecall: neutralRecall === null ? null : rounded(neutralRecall),
    calibrationError: rounded(calibrationError),
    basis: 'model',
  };
}

/** The published rows of tone by word lists, from the sentences set aside. */
export const lexiconFigures = (): readonly PublishedFigure[] =>
  lexicon
    .filter(({ set }) => set === 'lexicon-aside')
    .map((each) => ({ ...each, classes: 3 as const, basis: 'lexicon' as const }));

/** The file of published figures, a row a line. */
export const publishedFile = (figures: readonly PublishedFigure[]): string =>
  `{\n  "figures": [\n${figures.map((each) => `    ${JSON.stringify(each)}`).join(',\n')}\n  ]\n}\n`;

const rounded = (share: number): number => Math.round(share * 1000) / 1000;
