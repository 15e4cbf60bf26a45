import { createRandom } from '../domain/random.ts';

const RESAMPLES = 1_000;
const SEED = 20_260_101;
/** This many of the resamples may lie beyond either bound: 2.5 %. */
const BEYOND = 25;
/** The normal value at 97.5 %. */
const Z = 1.96;
/** The ends of the scale, in thousandths. */
const END = 1_000;
/** Up to so many values resamples are drawn: 1,200 cells, ten seasons in two languages over 60 weeks, then take 20 to 40 ms. */
const MOST_DRAWN = 10;

/** Places for half of the resamples, as shares of 2^16; every cell uses the same. */
const draws = createDraws();

function createDraws(): Uint16Array {
  const { below } = createRandom(SEED);
  return Uint16Array.from({ length: (RESAMPLES / 2) * MOST_DRAWN }, () => below(2 ** 16));
}

/** A 95 % interval, in thousandths. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * The 95 % interval of a mean: percentiles over 1,000 resamples of the values and one unheard value of which nothing is known,
 * half of it at either end of the scale (the proper Bayesian bootstrap, Muliere and Secchi 1996). `sorted` holds at least one
 * value in thousandths, in rising order; the bounds may lie beyond the scale.
 *
 * Why the unheard one: a few values that agree hide those that do not. In percent, how often the interval held the true mean,
 * least and most over six skewed populations in [−1, 1], those of the unit test (1,000 draws of n values; this one 4,000):
 *
 * | n                       | 3      | 5      | 10    | 30    |
 * |-------------------------|--------|--------|-------|-------|
 * | percentiles             | 42–65  | 54–82  | 83–91 | 90–94 |
 * | BCa                     | 43–68  | 54–84  | 82–95 | 94–96 |
 * | Student                 | 47–84  | 65–88  | 84–94 | 92–95 |
 * | percentiles, t-widened  | 47–81  | 65–89  | 84–95 | 94–95 |
 * | percentiles, one unheard| 98–100 | 98–100 | 96–99 | 95–98 |
 *
 * It is about as wide as Student's: 0.92 to 1.11 against 0.77 to 1.32 for n = 5, 0.57 to 0.77 against 0.53 to 0.87 for n = 10.
 * Values that agree closely pay for it: five alike still leave an interval of 0.8. Half an unheard value would be cheaper, but held
 * the mean of eight coarse values only 82 times in 100.
 */
export function bootstrapMean(sorted: readonly number[]): Bounds {
  return sorted.length > MOST_DRAWN ? expanded(sorted) : drawn(sorted);
}

/** Each resample is taken twice, counted from below and from above, so that praise and blame are treated alike. */
function drawn(sorted: readonly number[]): Bounds {
  const pool = Int32Array.from([-END, ...sorted.flatMap((value) => [value, value]), END]);
  const last = pool.length - 1;
  const counts = new Uint16Array(2 * END + 1);
  const count = (mean: number): void => {
    counts[mean] = (counts[mean] ?? 0) + 1;
  };
  for (let start = 0; start < draws.length; start += MOST_DRAWN) {
    let below = 0;
    let above = 0;
    for (let i = start; i < start + sorted.length; i += 1) {
      const place = ((draws[i] ?? 0) * pool.length) >>> 16;
      below += pool[place] ?? 0;
      above += pool[last - place] ?? 0;
    }
    count(Math.round(below / sorted.length) + END);
    count(Math.round(above / sorted.length) + END);
  }
  return { low: rank(counts, 0, 1) - END, high: rank(counts, 2 * END, -1) - END };
}

/** The first place from `start` on, in steps of 1 or −1, that has more than `BEYOND` at or before it. */
function rank(counts: Uint16Array, start: number, step: number): number {
  let place = start;
  let seen = counts[place] ?? 0;
  while (seen <= BEYOND) {
    place += step;
    seen += counts[place] ?? RESAMPLES;
  }
  return place;
}

/**
 * The same percentiles for many values without drawing, by the mean, spread and skewness of what would be drawn from (Cornish
 * and Fisher 1938). Its bounds are 0.07 to 0.1 standard errors off; those of 1,000 draws are 0.04 to 0.1 off.
 */
function expanded(sorted: readonly number[]): Bounds {
  const n = sorted.length;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / (n + 1);
  let squares = ((END + mean) ** 2 + (END - mean) ** 2) / 2;
  let cubes = ((END - mean) ** 3 - (END + mean) ** 3) / 2;
  for (const value of sorted) {
    const off = value - mean;
    squares += off * off;
    cubes += off * off * off;
  }
  const variance = squares / (n + 1);
  const skewness = cubes / (n + 1) / variance ** 1.5;
  const error = Math.sqrt(variance / n);
  const lean = (skewness * (Z ** 2 - 1)) / (6 * Math.sqrt(n));
  return { low: mean + error * (lean - Z), high: mean + error * (lean + Z) };
}
