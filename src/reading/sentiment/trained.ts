import type { Sentiment } from '../../domain/reading.ts';
import { chance } from './combination.ts';
import {
  alone,
  asks,
  evidenceOf,
  type Measures,
  measure,
  type Scorers,
  type Surroundings,
  surroundingsOf,
} from './evidence.ts';
import { viewsOf } from './features.ts';
import type { Judged, Spoken, ToneJudge } from './judge.ts';
import { rawScore } from './linear.ts';
import { type PressFit, type ReviewModel, TONES, type ToneModel } from './model.ts';
import { probabilities } from './network.ts';
import { round } from './round.ts';
import { isModelLanguage, type ModelLanguage } from './tokens.ts';

/** The trained models by language. */
export type ToneModels = Readonly<Partial<Record<ModelLanguage, ToneModel>>>;

const [NEGATIVE, NEUTRAL, POSITIVE] = [0, 1, 2] as const;
/** In words: a shorter review says less, and its score must be believed less. */
const FULL_REVIEW = 40;

/** In characters: what a review says it has said by then, and features of a longer text would fill the memory. */
const LONGEST_REVIEW = 100_000;
/** A question is a verdict from this confidence on; most only ask. */
const SURE_QUESTION = 0.5;
const WORD = /\p{L}/u;
/** Stars and dots between paragraphs judge nothing. */
const WORDLESS: Judged = {
  sentiment: { label: 'neutral', score: 0, confidence: 1, basis: 'model' },
  reported: null,
};

/** A judge by trained models; null for languages without one. */
export function createTrainedJudge(models: ToneModels): ToneJudge {
  const modelOf = (language: string): ToneModel | null =>
    isModelLanguage(language) ? (models[language] ?? null) : null;
  return {
    sentences: (sentences, { register, title }) => {
      const measured = sentences.map((each) => measuredBy(each, modelOf(each.language)));
      const first = sentences.find(({ language }) => modelOf(language))?.language ?? '';
      const known = measured.flatMap((each) => each ?? []);
      const heading = title === null ? null : measuredBy({ text: title, language: first }, modelOf(first));
      const around = surroundingsOf(known, register, heading);
      let at = 0;
      return measured.map((each, i) => {
        const model = modelOf(sentences[i]?.language ?? '');
        if (!each || !model) return null;
        const own = judged(each, around[at++] ?? alone(register), model.press.fit);
        return settled(own, sentences[i]?.text ?? '');
      });
    },
    part: (part, { register }) => {
      const model = modelOf(part.language);
      const measures = measuredBy(part, model);
      if (!measures || !model) return null;
      return settled(judged(measures, alone(register), model.press.fit), part.text).sentiment;
    },
    whole: ({ text, language }) => {
      const model = modelOf(language);
      return model && reviewTone(text.slice(0, LONGEST_REVIEW), model.review);
    },
  };
}

/** Without a word there is no tone, and a question is a verdict only where it is a sure one. */
function settled(own: Judged, text: string): Judged {
  if (!WORD.test(text)) return WORDLESS;
  if (own.sentiment.label === 'neutral' || own.sentiment.confidence >= SURE_QUESTION || !asks(text)) return own;
  return { ...own, sentiment: { ...own.sentiment, label: 'neutral', confidence: round(1 - own.sentiment.confidence) } };
}

function measuredBy({ text }: Spoken, model: ToneModel | null): Measures | null {
  return model && measure(text, model.press.language, scorersOf(model));
}

const scorersOf = ({ press, review }: ToneModel): Scorers => ({
  opinion: press.opinion,
  press: press.press,
  reports: press.reports,
  reviews: review.reviews,
});

/** Neutrality is one of the classes, so that only what is an opinion has a sign. Confidence is that of the label. */
function judged(measures: Measures, around: Surroundings, fit: PressFit): Judged {
  const evidence = evidenceOf(measures, around);
  const believed = probabilities(fit.network, evidence);
  const sentiment = toneOf(believed, fit.leans);
  const reports = chance(fit.reported, reportValues(measures, believed[NEUTRAL] ?? 0));
  const isReport = sentiment.label === 'neutral' && reports >= fit.reportedFrom;
  return { sentiment, reported: isReport ? reportedTone(measures, reports) : null };
}

/** What tells that a sentence reports an opinion: its words, and that the writer does not judge. */
export const reportValues = ({ reports, polarity }: Measures, neutral: number): readonly number[] => [
  reports,
  neutral,
  Math.abs(Math.tanh(polarity)),
];

/** The tone that is likeliest after the leans; its score is how far praise leads blame, so that both always agree. */
export function toneOf(believed: readonly number[], leans: readonly number[]): Sentiment {
  const leaning = believed.map((probability, k) => probability * (leans[k] ?? 1));
  const sum = leaning.reduce((a, b) => a + b, 0);
  const best = leaning.indexOf(Math.max(...leaning));
  const score = ((leaning[POSITIVE] ?? 0) - (leaning[NEGATIVE] ?? 0)) / sum;
  return {
    label: TONES[best] ?? 'neutral',
    score: round(score),
    confidence: round(believed[best] ?? 0),
    basis: 'model',
  };
}

function reportedTone({ polarity }: Measures, reports: number): Sentiment {
  const score = Math.tanh(polarity);
  return {
    label: score >= 0 ? 'positive' : 'negative',
    score: round(score),
    confidence: round((reports * (1 + Math.abs(score))) / 2),
    basis: 'model',
  };
}

function reviewTone(text: string, { language, reviews, fit }: ReviewModel): Sentiment {
  const { review, tokens } = viewsOf(text, language);
  const good = chance(fit, reviewValues(rawScore(reviews, review.hashes), tokens.length));
  return {
    label: good >= 0.5 ? 'positive' : 'negative',
    score: round(2 * good - 1),
    confidence: round(Math.max(good, 1 - good)),
    basis: 'model',
  };
}

/** What a review's probability is read from: its score, and the score again as far as the review is a full one. */
export const reviewValues = (score: number, words: number): readonly number[] => [
  score,
  score * Math.min(1, words / FULL_REVIEW),
];
