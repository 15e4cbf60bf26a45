import {
  contrastOf,
  isDivided,
  type Measures,
  measure,
  opinionValues,
  polarityScore,
  scoreOf,
} from '../../reading/sentiment/measure.ts';
import { type Combination, combine, type Fit, type Scorers } from '../../reading/sentiment/model.ts';
import type { ModelLanguage } from '../../reading/sentiment/tokens.ts';
import { fitCombination, type Observation } from './combination.ts';
import type { PressSentence } from './corpus.ts';
import { type PressExample, type TrainingSet, trainScorers } from './scorers.ts';

/** Shares of facts that must be called neutral: of all facts, and of those in reviews, where more sentences are opinions. */
const NEUTRAL_RECALL = { all: 0.87, review: 0.75 } as const;

interface Unseen extends PressExample {
  /** Models that were trained without this sentence's author. */
  readonly scorers: Scorers;
}

/** Fits probabilities and thresholds on sentences scored by models that have not seen their author (one author left out in turn). */
export function fitOnUnseenAuthors(language: ModelLanguage, set: TrainingSet, authors: readonly string[]): Fit {
  const unseen = authors.flatMap((author): readonly Unseen[] => {
    const scorers = trainScorers(set, (sentence) => authors.includes(sentence.author) && sentence.author !== author);
    return set.press.filter((sentence) => sentence.author === author).map((sentence) => ({ ...sentence, scorers }));
  });
  const signed = unseen.filter(({ tone }) => tone === 'positive' || tone === 'negative');
  const polarity = fitCombination(
    signed.map(({ found, scorers, tone }) => observation([polarityScore(found.words, scorers)], tone === 'positive')),
  );
  const measured = unseen.map((sentence) => ({
    ...sentence,
    measures: measure(sentence.text, language, sentence.scorers, polarity),
  }));
  const opinion = fitCombination(
    measured.map(({ measures, register, tone }) =>
      observation(opinionValues(measures, register === 'review'), tone !== 'neutral'),
    ),
  );
  const opinions = measured.filter(({ tone }) => tone !== 'neutral');
  const mixed = fitCombination(
    opinions
      .filter(({ measures }) => isDivided(measures))
      .map(({ measures, tone }) => observation(contrastOf(measures), tone === 'mixed')),
  );
  return {
    opinion,
    polarity,
    mixed,
    opinionFrom: bestThresholds(measured, opinion),
    mixedFrom: bestMixed(opinions, mixed),
  };
}

const observation = (values: readonly number[], yes: boolean): Observation => ({ values, label: yes ? 1 : 0 });

type MeasuredSentence = PressSentence & { readonly measures: Measures };

/** The thresholds of both registers with the best macro-F1 (three ways) among those that call enough facts neutral. */
function bestThresholds(sentences: readonly MeasuredSentence[], opinion: Combination): Fit['opinionFrom'] {
  const judged = sentences
    .filter(({ tone }) => tone !== 'mixed')
    .map(({ tone, register, measures }) => ({
      tone,
      register,
      sign: scoreOf(measures) >= 0 ? 'positive' : 'negative',
      opinion: combine(opinion, opinionValues(measures, register === 'review')),
    }));
  const tried = steps(0.3, 0.7).flatMap((news) =>
    steps(0.3, 0.7).map((review) => {
      const from = { news, review };
      const labels = judged.map((each) => ({
        ...each,
        label: each.opinion < from[each.register] ? 'neutral' : each.sign,
      }));
      const facts = labels.filter(({ tone }) => tone === 'neutral');
      const enough =
        recallOf(facts) >= NEUTRAL_RECALL.all &&
        recallOf(facts.filter(({ register }) => register === 'review')) >= NEUTRAL_RECALL.review;
      const f1 = ['positive', 'negative', 'neutral'].reduce((sum, name) => sum + f1Of(labels, name), 0);
      return { from, enough, f1 };
    }),
  );
  const allowed = tried.filter(({ enough }) => enough);
  return (
    (allowed.length > 0 ? allowed : tried.slice(-1)).sort((a, b) => b.f1 - a.f1)[0]?.from ?? { news: 0.5, review: 0.5 }
  );
}

const recallOf = (facts: readonly { readonly label: string }[]): number =>
  facts.filter(({ label }) => label === 'neutral').length / Math.max(1, facts.length);

/** The threshold that finds mixed opinions best, by F1. */
function bestMixed(opinions: readonly MeasuredSentence[], mixed: Combination): number {
  const tried = steps(0.1, 0.8).map((from) => {
    const labels = opinions.map(({ tone, measures }) => ({
      tone,
      label: isDivided(measures) && combine(mixed, contrastOf(measures)) >= from ? 'mixed' : 'one-sided',
    }));
    return { from, f1: f1Of(labels, 'mixed') };
  });
  return tried.sort((a, b) => b.f1 - a.f1)[0]?.from ?? 0.5;
}

const steps = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.round((to - from) * 50) + 1 }, (_, i) => Math.round((from + i / 50) * 100) / 100);

function f1Of(labels: readonly { readonly tone: string; readonly label: string }[], name: string): number {
  const right = labels.filter(({ tone, label }) => tone === name && label === name).length;
  const all = labels.filter(({ tone }) => tone === name).length + labels.filter(({ label }) => label === name).length;
  return all === 0 ? 0 : (2 * right) / all;
}
