import { type Features, features } from '../../reading/sentiment/features.ts';
import type { LinearModel, Scorers } from '../../reading/sentiment/model.ts';
import type { ModelLanguage } from '../../reading/sentiment/tokens.ts';
import { type Labelled, opinionsAndFacts, type PressSentence, reviews } from './corpus.ts';
import { type Example, train } from './logistic.ts';
import { templates } from './templates.ts';

/** Places of the hashed features, as powers of two: a byte each. Reviews bring far more words than the press corpus. */
const BITS = { opinion: 17, press: 15, reviews: 19 } as const;
const SEED = 20150427;

/** What the linear models of a language are trained on, as features. */
export interface TrainingSet {
  readonly press: readonly PressExample[];
  readonly opinionsAndFacts: readonly Example[];
  /** The review model: it sees no press, so one serves all folds. */
  readonly reviews: LinearModel;
}

/** A press sentence as features. */
export type PressExample = PressSentence & { readonly found: Features };

/** Reads the sets of a language and trains its review model. */
export function trainingSet(language: ModelLanguage, data: string, sentences: readonly PressSentence[]): TrainingSet {
  const examples = (items: readonly Labelled[], part: keyof Features): readonly Example[] =>
    items.map(({ text, label, weight }) => ({ found: features(text, language)[part], label, weight }));
  const reviewed = reviews(data, language);
  return {
    press: sentences.map((sentence) => ({ ...sentence, found: features(sentence.text, language) })),
    opinionsAndFacts: examples(opinionsAndFacts(data, language), 'shaped'),
    reviews: trainReviews(language, reviewed, examples(reviewed, 'words')),
  };
}

/** The review model, trained twice: the second time with what its own polar words mean when negated. */
function trainReviews(language: ModelLanguage, texts: readonly Labelled[], examples: readonly Example[]): LinearModel {
  const first = train(examples, BITS.reviews, SEED);
  const negated = templates(language, texts, first);
  return train([...examples, ...negated], BITS.reviews, SEED);
}

/** The linear models, from the press sentences that `chosen` lets through. */
export function trainScorers(set: TrainingSet, chosen: (sentence: PressSentence) => boolean): Scorers {
  const press = set.press.filter(chosen);
  const signed = press.filter(({ tone }) => tone === 'positive' || tone === 'negative');
  const opinions = press.map(({ found, tone }) => exampleOf(found.shaped, tone !== 'neutral'));
  return {
    opinion: train([...opinions, ...set.opinionsAndFacts], BITS.opinion, SEED + 1),
    press: train(
      signed.map(({ found, tone }) => exampleOf(found.words, tone === 'positive')),
      BITS.press,
      SEED + 2,
    ),
    reviews: set.reviews,
  };
}

const exampleOf = (found: Uint32Array, yes: boolean): Example => ({ found, label: yes ? 1 : 0, weight: 1 });
