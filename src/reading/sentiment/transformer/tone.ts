import type { Sentiment, SentimentLabel } from '../../../domain/reading.ts';
import { round } from '../round.ts';
import { type Calibration, probabilitiesOf } from './calibration.ts';
import type { ToneClass } from './labels.ts';

/** The likeliest of these wins; where two are as likely, the first. */
const LABELS: readonly SentimentLabel[] = ['neutral', 'mixed', 'negative', 'positive'];

/**
 * The tone that one text's logits mean: the score is the sign to be expected over all classes, the confidence the
 * probability of the label (that of one and two stars together, for negative).
 */
export function toneOf(logits: readonly number[], classes: readonly ToneClass[], calibration: Calibration): Sentiment {
  const probabilities = probabilitiesOf(logits, calibration);
  const score = classes.reduce((sum, { value }, i) => sum + value * (probabilities[i] ?? 0), 0);
  const shareOf = (wanted: SentimentLabel): number =>
    classes.reduce((sum, { label }, i) => sum + (label === wanted ? (probabilities[i] ?? 0) : 0), 0);
  const label = labelOf(new Map(LABELS.map((each) => [each, shareOf(each)])), calibration);
  return { label, score: round(score), confidence: round(Math.min(1, shareOf(label))), basis: 'transformer' };
}

function labelOf(shares: ReadonlyMap<SentimentLabel, number>, { neutralFrom }: Calibration): SentimentLabel {
  const neutral = shares.get('neutral') ?? 0;
  if (neutralFrom !== null && neutral > 0 && neutral >= neutralFrom) return 'neutral';
  const open = LABELS.filter((label) => label !== 'neutral' || neutralFrom === null);
  return open.reduce((best, label) => ((shares.get(label) ?? 0) > (shares.get(best) ?? 0) ? label : best));
}
