import type { Sentiment } from '../../domain/reading.ts';
import type { SentimentReader } from '../../reading/sentiment/sentiment.ts';
import type { PressSentence } from './corpus.ts';

/** How well a reader does on labelled sentences, as shares in [0, 1]. */
export interface Figures {
  readonly n: number;
  /** Three ways: sentences labelled mixed are set apart, sentences read as mixed take the sign of their score. */
  readonly macroF1: number;
  /** Four ways, mixed being a class of its own. */
  readonly macroF1WithMixed: number;
  readonly neutralRecall: number;
  /** Of good and bad opinions that are read as opinions: how many have the right sign. */
  readonly polarity: number;
  /** Expected calibration error of the confidence of the four-way label, in ten bins. */
  readonly calibrationError: number;
}

/** A sentence with what a reader made of it. */
export interface Judged {
  readonly tone: PressSentence['tone'];
  readonly read: Sentiment;
}

/** Reads labelled sentences. */
export const judge = (reader: SentimentReader, language: string, sentences: readonly PressSentence[]) =>
  sentences.flatMap(({ text, tone, register }): readonly Judged[] => {
    const read = reader.passage(text, language, register);
    return read ? [{ tone, read }] : [];
  });

/** Measures what a reader made of labelled sentences. */
export function figuresOf(judged: readonly Judged[]): Figures {
  const four = judged.map(({ tone, read }) => ({ tone, label: read.label }));
  const three = judged
    .filter(({ tone }) => tone !== 'mixed')
    .map(({ tone, read }) => ({ tone, label: read.label === 'mixed' ? signOf(read) : read.label }));
  const signed = three.filter(({ tone, label }) => tone !== 'neutral' && label !== 'neutral');
  return {
    n: judged.length,
    macroF1: macroF1(three, ['positive', 'negative', 'neutral']),
    macroF1WithMixed: macroF1(four, ['positive', 'negative', 'neutral', 'mixed']),
    neutralRecall: share(
      three.filter(({ tone }) => tone === 'neutral'),
      ({ label }) => label === 'neutral',
    ),
    polarity: share(signed, ({ tone, label }) => tone === label),
    calibrationError: calibrationError(judged),
  };
}

const signOf = ({ score }: Sentiment): 'positive' | 'negative' => (score >= 0 ? 'positive' : 'negative');

interface Pair {
  readonly tone: string;
  readonly label: string;
}

function macroF1(pairs: readonly Pair[], labels: readonly string[]): number {
  const each = labels.map((name) => {
    const right = pairs.filter(({ tone, label }) => tone === name && label === name).length;
    const all = pairs.filter(({ tone }) => tone === name).length + pairs.filter(({ label }) => label === name).length;
    return all === 0 ? 0 : (2 * right) / all;
  });
  return each.reduce((a, b) => a + b, 0) / labels.length;
}

function calibrationError(judged: readonly Judged[]): number {
  const bins = Array.from({ length: 10 }, (_, i) =>
    judged.filter(({ read }) => Math.min(9, Math.floor(read.confidence * 10)) === i),
  );
  return bins.reduce((sum, bin) => {
    const claimed = bin.reduce((total, { read }) => total + read.confidence, 0);
    const right = bin.filter(({ tone, read }) => tone === read.label).length;
    return sum + Math.abs(claimed - right) / Math.max(1, judged.length);
  }, 0);
}

const share = <T>(items: readonly T[], test: (item: T) => boolean): number =>
  items.filter(test).length / Math.max(1, items.length);
