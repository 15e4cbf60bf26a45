import type { SentimentLabel } from '../../domain/reading.ts';
import {
  alone,
  evidenceOf,
  type Measures,
  measure,
  measureViews,
  type Scorers,
  surroundingsOf,
} from '../../reading/sentiment/evidence.ts';
import { type Views, viewsOf } from '../../reading/sentiment/features.ts';
import type { LinearModel } from '../../reading/sentiment/linear.ts';
import { TONES } from '../../reading/sentiment/model.ts';
import type { Network } from '../../reading/sentiment/network.ts';
import type { Register } from '../../reading/sentiment/register.ts';
import { wordsAbout } from '../../reading/sentiment/targets/targets.ts';
import type { ModelLanguage } from '../../reading/sentiment/tokens.ts';
import type { PressDocument, SingleSentence, TargetSentence } from './corpus.ts';
import { type Example, train } from './logistic.ts';
import { type Observation, trainNetwork } from './network.ts';

const BITS = { opinion: 18, press: 18, reports: 17 } as const;
const SEED = 20150428;

/** A labelled sentence with its features. */
export interface Sentence {
  readonly text: string;
  readonly tone: SentimentLabel;
  readonly reported: SentimentLabel | null;
  readonly views: Views;
}

/** A document, or a sentence that stands alone; `author` is its file, `group` the part in which it is left out. */
export interface Piece {
  readonly author: string;
  readonly group: number;
  readonly register: Register;
  readonly title: { readonly text: string; readonly views: Views } | null;
  readonly sentences: readonly Sentence[];
}

/** Everything the press models of a language are trained on. */
export interface PressSet {
  readonly language: ModelLanguage;
  readonly pieces: readonly Piece[];
  readonly facts: readonly Example[];
  /** Words and phrases of judgement, good or bad. */
  readonly words: readonly Example[];
  readonly reviews: LinearModel;
  /** Sentences of reviews by the public. */
  readonly heard: readonly HeardSentence[];
}

/** A sentence of a review that is good or bad, with a model of reviews that had not seen it. */
export interface HeardSentence {
  readonly text: string;
  readonly label: 0 | 1;
  readonly reviews: LinearModel;
}

/** Single sentences are dealt in blocks: their authors wrote many as pairs of opposite tone, which must stay together. */
const BLOCK = 10;
/** Authors are dealt to so many groups, each of which is left out once. */
export const GROUPS = 5;

/** Documents, single sentences and the words about targets as features. Documents by one author share a group; a file of single sentences is dealt to all of them. */
export function piecesOf(
  language: ModelLanguage,
  documents: readonly PressDocument[],
  singles: readonly SingleSentence[],
  targets: readonly TargetSentence[],
): readonly Piece[] {
  const authors = [...new Set(documents.map(({ author }) => author))];
  const seen = (text: string) => ({ text, views: viewsOf(text, language) });
  const whole = documents.map(({ author, register, title, sentences }) => ({
    author,
    group: authors.indexOf(author) % GROUPS,
    register,
    title: title === null ? null : seen(title),
    sentences: sentences.map((sentence) => ({ ...sentence, ...seen(sentence.text) })),
  }));
  const apart = [...singles, ...targets.flatMap((each) => wordsAboutTargets(language, each))];
  const single = apart.map(({ text, tone, reported, from }, i) => ({
    author: from,
    group: Math.floor(i / BLOCK) % GROUPS,
    register: null,
    title: null,
    sentences: [{ tone, reported, ...seen(text) }],
  }));
  return [...whole, ...single];
}

/** What a sentence says of each of its targets, in so far as words of its own say it. */
function wordsAboutTargets(language: ModelLanguage, { text, targets }: TargetSentence): readonly SingleSentence[] {
  return targets.flatMap((target) => {
    const others = targets.filter((each) => each !== target);
    const { parts, turn } = wordsAbout(text, language, target, others);
    const words = parts.map(({ start, end }) => text.slice(start, end)).join(', ');
    return words === '' || turn === 'opposite'
      ? []
      : [{ text: words, tone: target.tone, reported: null, from: 'targets' }];
  });
}

/** The linear models, from some pieces. */
export function trainScorers({ facts, words, reviews }: PressSet, pieces: readonly Piece[]): Scorers {
  const all = pieces.flatMap(({ sentences }) => sentences);
  const examples = (chosen: readonly Sentence[], yes: (sentence: Sentence) => boolean): readonly Example[] =>
    chosen.map((each) => ({ found: each.views.press.hashes, label: yes(each) ? 1 : 0, weight: 1 }));
  const signed = all.filter(({ tone }) => tone === 'positive' || tone === 'negative');
  return {
    opinion: train([...examples(all, ({ tone }) => tone !== 'neutral'), ...facts], {
      bits: BITS.opinion,
      bayes: true,
      seed: SEED,
    }),
    press: train([...examples(signed, ({ tone }) => tone === 'positive'), ...words], {
      bits: BITS.press,
      bayes: true,
      seed: SEED + 1,
    }),
    reports: train(
      examples(all, ({ reported }) => reported !== null),
      {
        bits: BITS.reports,
        bayes: false,
        seed: SEED + 2,
      },
    ),
    reviews,
  };
}

/** A sentence with all it is judged by, in its document and alone. */
export interface Evidence {
  readonly piece: Piece;
  readonly sentence: Sentence;
  readonly author: string;
  readonly group: number;
  readonly measures: Measures;
  readonly inContext: readonly number[];
  readonly alone: readonly number[];
}

/** What scorers make of pieces. */
export function evidenceFrom(language: ModelLanguage, pieces: readonly Piece[], scorers: Scorers): readonly Evidence[] {
  return pieces.flatMap((piece) => {
    const { author, group, register, title, sentences } = piece;
    const measured = sentences.map(({ text, views }) => measureViews(text, views, language, scorers));
    const heading = title && measureViews(title.text, title.views, language, scorers);
    const around = surroundingsOf(measured, register, heading);
    return sentences.map((sentence, i) => {
      const measures = measured[i] as Measures;
      const inContext = evidenceOf(measures, around[i] ?? alone(register));
      return { piece, sentence, author, group, measures, inContext, alone: evidenceOf(measures, alone(null)) };
    });
  });
}

/** The evidence of pieces by scorers that have not seen their group. */
export function unseenEvidence(set: PressSet, pieces: readonly Piece[]): readonly Evidence[] {
  const groups = [...new Set(pieces.map(({ group }) => group))].sort((a, b) => a - b);
  return groups.flatMap((group) => {
    const scorers = trainScorers(
      set,
      pieces.filter((piece) => piece.group !== group),
    );
    return evidenceFrom(
      set.language,
      pieces.filter((piece) => piece.group === group),
      scorers,
    );
  });
}

/** How much a sentence of a review counts beside one that was labelled itself. */
const HEARD_WEIGHT = 0.25;

/**
 * Sentences of reviews as observations: those that look like opinions take the side of their review. Press alone would teach
 * that words mean little, and reviews by the public are read here too.
 */
export function observationsOf({ language, heard }: PressSet, scorers: Scorers): readonly Observation[] {
  return heard.flatMap(({ text, label, reviews }): readonly Observation[] => {
    const measures = measure(text, language, { ...scorers, reviews });
    if (measures.opinion < 0) return [];
    const answer = TONES.indexOf(label === 1 ? 'positive' : 'negative');
    return [{ inputs: evidenceOf(measures, alone('audience')), answer, weight: HEARD_WEIGHT }];
  });
}

/** A network over evidence; every sentence is seen in its document and alone, so that it is read well both ways. */
export function trainJudge(evidence: readonly Evidence[], heard: readonly Observation[]): Network {
  const observations = evidence.flatMap(({ sentence, inContext, alone: single }): readonly Observation[] => {
    const answer = TONES.indexOf(sentence.tone);
    return [
      { inputs: inContext, answer, weight: 0.5 },
      { inputs: single, answer, weight: 0.5 },
    ];
  });
  return trainNetwork([...observations, ...heard], TONES.length, SEED + 3);
}
