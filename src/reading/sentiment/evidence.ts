import { type Views, viewsOf } from './features.ts';
import { type LinearModel, rawScore, scoreByGroup, sigmoid } from './linear.ts';
import type { Register } from './register.ts';
import type { ModelLanguage, Token } from './tokens.ts';
import { PARTS, parts, partsOf } from './turns.ts';

/** The linear models of one language. */
export interface Scorers {
  /** Is it an opinion of the writer? */
  readonly opinion: LinearModel;
  /** Is the opinion good? Learned from sentences of the press. */
  readonly press: LinearModel;
  /** Does the sentence report somebody else's opinion? */
  readonly reports: LinearModel;
  /** Is the opinion good? Learned from reviews. */
  readonly reviews: LinearModel;
}

/** What is measured of one sentence by itself. */
export interface Measures {
  readonly opinion: number;
  /** Polarity by both models together. */
  readonly polarity: number;
  readonly reports: number;
  readonly own: readonly number[];
}

/**
 * Share of the review model in the sum of both polarity scores. Press sentences alone do not know the words of the
 * public, reviews alone do not know how the press writes: from 0.4 to 0.8 both are nearly at their best.
 */
const REVIEWS_SHARE = 0.6;

/** Measures one sentence. */
export function measure(text: string, language: ModelLanguage, scorers: Scorers): Measures {
  return measureViews(text, viewsOf(text, language), language, scorers);
}

/** Measures one sentence whose features are known. */
export function measureViews(text: string, views: Views, language: ModelLanguage, scorers: Scorers): Measures {
  const { press, review, tokens } = views;
  const opinion = rawScore(scorers.opinion, press.hashes);
  const reports = rawScore(scorers.reports, press.hashes);
  const byPress = rawScore(scorers.press, press.hashes);
  const byReviews = rawScore(scorers.reviews, review.hashes);
  const polarity = byPress + REVIEWS_SHARE * byReviews;
  const own = [
    opinion,
    reports,
    byPress,
    byReviews,
    sigmoid(opinion) * Math.tanh(polarity),
    Math.abs(polarity),
    Math.abs(byReviews),
    ...polarityOfParts(views, language, scorers),
    ...shapeOf(text, tokens),
  ];
  return { opinion, polarity, reports, own };
}

/** The polarity of what is conceded, of what stands before a "but" and after it, and whether the sentence has such parts. */
function polarityOfParts(
  { press, review, tokens }: Views,
  language: ModelLanguage,
  scorers: Scorers,
): readonly number[] {
  const of = partsOf(tokens, language);
  const partAt = (at: Uint32Array): Uint8Array => Uint8Array.from(at, (token) => of[token] ?? 0);
  const divided = of.some((part) => part !== parts.main);
  if (!divided) return [0, 0, 0, 0, 0];
  const byPress = scoreByGroup(scorers.press, press.hashes, partAt(press.at), PARTS);
  const byReviews = scoreByGroup(scorers.reviews, review.hashes, partAt(review.at), PARTS);
  const sum = (part: number): number => (byPress[part] ?? 0) + REVIEWS_SHARE * (byReviews[part] ?? 0);
  return [
    sum(parts.conceded),
    sum(parts.before),
    sum(parts.after),
    of.includes(parts.conceded) ? 1 : 0,
    of.includes(parts.after) ? 1 : 0,
  ];
}

/** Length, share of names, numbers, quotation marks, how it ends: what tells a fact from an opinion beside its words. */
function shapeOf(text: string, tokens: readonly Token[]): readonly number[] {
  const spoken = tokens.filter(({ kind }) => kind !== 'pause');
  const count = (test: (token: Token) => boolean): number => spoken.filter(test).length;
  const size = Math.max(1, spoken.length);
  return [
    Math.log(size),
    count(({ kind }) => kind === 'name') / size,
    Math.min(
      3,
      count(({ text: word }) => /^[#\d]/u.test(word)),
    ),
    /["«»“”]/u.test(text) ? 1 : 0,
    text.includes('!') ? 1 : 0,
    text.includes('?') ? 1 : 0,
    asks(text) ? 1 : 0,
    /[()–—]/u.test(text) ? 1 : 0,
    Math.min(4, tokens.filter(({ text: word }) => word === ',').length),
  ];
}

/** True when a text ends as a question. */
export const asks = (text: string): boolean => /\?["»”)]?\s?["»”)]?\.?$/u.test(text.slice(-8).trim());

/** What stands around a sentence, and what is known of its document. */
export interface Surroundings {
  readonly register: Register;
  readonly title: Measures | null;
  readonly before: Measures | null;
  readonly after: Measures | null;
  /** All sentences of the document together; null for a sentence alone. */
  readonly whole: Opinions | null;
}

/** How much some sentences judge, and how kindly, added up. */
export interface Opinions {
  readonly sentences: number;
  readonly opinions: number;
  readonly kindness: number;
}

/** A sentence of which nothing else is known. */
export const alone = (register: Register): Surroundings => ({
  register,
  title: null,
  before: null,
  after: null,
  whole: null,
});

/** The surroundings of every sentence of a document, in order; a single sentence is alone. */
export function surroundingsOf(
  sentences: readonly Measures[],
  register: Register,
  title: Measures | null,
): readonly Surroundings[] {
  const said = sentences.map(saidBy);
  const whole = {
    sentences: sentences.length,
    opinions: said.reduce((sum, each) => sum + each.opinion, 0),
    kindness: said.reduce((sum, each) => sum + each.kindness, 0),
  };
  return sentences.map((_, i) => ({
    register,
    title,
    before: sentences[i - 1] ?? null,
    after: sentences[i + 1] ?? null,
    whole: sentences.length > 1 ? whole : null,
  }));
}

const REGISTERS = ['news', 'review', 'audience'] as const;

/** All that a sentence is judged by: itself, what kind of text it stands in, its neighbours, the rest of the document. */
export function evidenceOf(measures: Measures, around: Surroundings): readonly number[] {
  const { register, title, before, after, whole } = around;
  return [
    ...measures.own,
    ...REGISTERS.flatMap((each) => (register === each ? [1, measures.opinion] : [0, 0])),
    ...nearby(before),
    ...nearby(after),
    ...restOf(measures, whole),
    ...(title ? [title.opinion, title.polarity] : [0, 0]),
    whole ? 1 : 0,
    whole && !before ? 1 : 0,
    whole && !after ? 1 : 0,
  ];
}

function nearby(measures: Measures | null): readonly number[] {
  return measures ? [measures.opinion, saidBy(measures).kindness] : [0, 0];
}

function saidBy({ opinion, polarity }: Measures): { readonly opinion: number; readonly kindness: number } {
  const share = sigmoid(opinion);
  return { opinion: share, kindness: share * Math.tanh(polarity) };
}

/** The document without the sentence itself: the share of opinions and their mean kindness. */
function restOf(measures: Measures, whole: Opinions | null): readonly number[] {
  if (!whole) return [0, 0];
  const own = saidBy(measures);
  const opinions = whole.opinions - own.opinion;
  return [opinions / (whole.sentences - 1), (whole.kindness - own.kindness) / Math.max(0.5, opinions)];
}
