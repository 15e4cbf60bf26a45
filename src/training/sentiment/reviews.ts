import { splitPassages } from '../../reading/passages/passages.ts';
import { type Combination, chance } from '../../reading/sentiment/combination.ts';
import { reviewFeatures } from '../../reading/sentiment/features.ts';
import { type LinearModel, rawScore } from '../../reading/sentiment/linear.ts';
import type { ReviewModel } from '../../reading/sentiment/model.ts';
import { type ModelLanguage, tokenise } from '../../reading/sentiment/tokens.ts';
import { reviewValues } from '../../reading/sentiment/trained.ts';
import { fitCombination } from './combination.ts';
import type { ReviewSet } from './corpus.ts';
import { type Example, train } from './logistic.ts';
import type { HeardSentence } from './press.ts';
import { templates } from './templates.ts';

/** 2²¹ places of a byte each: 2.1 MB, and 0.7 points better than half of it. */
const BITS = 21;
const SEED = 20150427;

/** A review with its features and the set it comes from. */
export interface Review extends Example {
  readonly set: string;
  readonly text: string;
  readonly words: number;
}

/** What a review was read as by a model that had not seen it. */
export interface ReadReview {
  readonly set: string;
  readonly label: 0 | 1;
  /** The calibrated probability that it is good. */
  readonly good: number;
}

/** Reviews as features. */
export const reviewsOf = (sets: readonly ReviewSet[], language: ModelLanguage): readonly Review[] =>
  sets.flatMap(({ set, reviews }) =>
    reviews.map(({ text, label, weight }) => ({
      set,
      text,
      label,
      weight,
      found: reviewFeatures(text, language),
      words: tokenise(text, language).length,
    })),
  );

/** A linear model of reviews, trained twice: the second time with what its own polar words mean when negated. */
export function trainScorer(language: ModelLanguage, reviews: readonly Review[]): LinearModel {
  const first = train(reviews, { bits: BITS, bayes: true, seed: SEED });
  return train([...reviews, ...templates(language, reviews, first)], { bits: BITS, bayes: true, seed: SEED });
}

/** A part of the reviews with a scorer that has not seen it. */
interface Fold {
  readonly fold: number;
  readonly scorer: LinearModel;
  readonly reviews: readonly Review[];
}

/** How reviews of a language are learned. */
export interface ReviewTraining {
  readonly model: ReviewModel;
  /** How the reviews were read by models that had not seen them. */
  readonly read: readonly ReadReview[];
  /** Some of their sentences, each with such a model. */
  readonly heard: readonly HeardSentence[];
}

/** The model of a language, its probabilities fitted on reviews that the scorer had not seen. */
export function trainReviews(language: ModelLanguage, reviews: readonly Review[], folds: number): ReviewTraining {
  const parts = Array.from({ length: folds }, (_, fold): Fold => {
    const others = reviews.filter((_, i) => i % folds !== fold);
    return { fold, scorer: trainScorer(language, others), reviews: reviews.filter((_, i) => i % folds === fold) };
  });
  const scored = parts.flatMap(({ fold, scorer, reviews: own }) =>
    own.map(({ set, label, found, words, weight }) => ({
      set,
      label,
      weight,
      fold,
      values: reviewValues(rawScore(scorer, found), words),
    })),
  );
  const others = Array.from({ length: folds }, (_, fold) =>
    fitCombination(scored.filter((each) => each.fold !== fold)),
  );
  const read = scored.map(({ set, label, values, fold }) => ({
    set,
    label,
    good: chance(others[fold] as Combination, values),
  }));
  return {
    model: { language, reviews: trainScorer(language, reviews), fit: fitCombination(scored) },
    read,
    heard: parts.flatMap((part) => heardIn(language, part)),
  };
}

/** So many reviews of a part are heard, and so many sentences of each; in characters, a sentence that says something. */
const HEARD = { reviews: 300, sentences: 3, shortest: 15, longest: 300 } as const;

/** Sentences of reviews, spread over those that count in full (the others are of one film, or single sentences). */
function heardIn(language: ModelLanguage, { scorer, reviews }: Fold): readonly HeardSentence[] {
  const full = reviews.filter(({ weight }) => weight === 1);
  const step = Math.max(1, Math.floor(full.length / HEARD.reviews));
  return full
    .filter((_, i) => i % step === 0)
    .flatMap(({ text, label }) => {
      const sentences = splitPassages(text, language)
        .map(({ start, end }) => text.slice(start, end))
        .filter((each) => each.length > HEARD.shortest && each.length < HEARD.longest);
      const chosen = sentences.filter((_, i) => i % HEARD.sentences === 1).slice(0, HEARD.sentences);
      return chosen.map((each) => ({ text: each, label, reviews: scorer }));
    });
}
