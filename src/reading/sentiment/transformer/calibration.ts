import { RevueError } from '../../../domain/errors.ts';

/**
 * How a model's outputs become probabilities. Logits are divided by `temperature` (Guo and others, “On Calibration of Modern
 * Neural Networks”, 2017). A text is neutral from `neutralFrom` on, a probability; null: where neutral is likeliest.
 */
export interface Calibration {
  readonly temperature: number;
  readonly neutralFrom: number | null;
}

/** A model taken at its word. */
export const uncalibrated: Calibration = { temperature: 1, neutralFrom: null };

/** Reads a calibration file: `{"temperature": 1.4, "neutralFrom": 0.35}`, each of them optional. Throws `tone-calibration-invalid` (fatal). */
export function parseCalibration(json: string, file: string): Calibration {
  const given = { ...uncalibrated, ...objectOf(json) };
  const { temperature, neutralFrom } = given as Readonly<Record<keyof Calibration, unknown>>;
  const isKnown = Object.keys(given).length === Object.keys(uncalibrated).length;
  if (isKnown && isTemperature(temperature) && (neutralFrom === null || isShare(neutralFrom)))
    return { temperature, neutralFrom };
  throw new RevueError(
    'tone-calibration-invalid',
    `${file} is no calibration; it holds an object with a temperature above 0 and a neutralFrom in [0, 1], and nothing else.`,
    'fatal',
  );
}

const isTemperature = (value: unknown): value is number => Number.isFinite(value) && Number(value) > 0;
const isShare = (value: unknown): value is number => Number.isFinite(value) && Number(value) >= 0 && Number(value) <= 1;

/** An object that fits no calibration stands for what is no JSON object. */
function objectOf(json: string): object {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : { temperature: null };
  } catch {
    return { temperature: null };
  }
}

/** The probability of each class, from its logit: a softmax that cannot overflow. */
export function probabilitiesOf(logits: readonly number[], { temperature }: Calibration): readonly number[] {
  const highest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp((logit - highest) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
