import type { Sentiment } from '../domain/reading.ts';
import type { Judged } from './measure.ts';

/**
 * The decision in a tone that is measured, with its probability. Two ways: the sign of the score. Three ways: the label, and for
 * mixed the sign again; neither that it is an opinion nor which one is then surer than claimed.
 */
export function decisionOf(
  { label, score, confidence }: Sentiment,
  classes: 2 | 3,
): Pick<Judged, 'read' | 'probability'> {
  const side = score >= 0 ? 'positive' : 'negative';
  const sure = (1 + Math.abs(score)) / 2;
  if (classes === 2) return { read: side, probability: sure };
  if (label === 'mixed') return { read: side, probability: Math.min(confidence, sure) };
  return { read: label, probability: confidence };
}
