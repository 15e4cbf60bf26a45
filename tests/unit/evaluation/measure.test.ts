import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Judged, measure } from '../../../src/evaluation/measure.ts';

const classesOf = { 2: ['positive', 'negative'], 3: ['positive', 'negative', 'neutral'] } as const;
const judgedOf = (classes: 2 | 3): fc.Arbitrary<Judged> =>
  fc.record({
    label: fc.constantFrom(...classesOf[classes]),
    read: fc.constantFrom(...classesOf[classes]),
    probability: fc.double({ min: 0, max: 1, noNaN: true }),
  });
const measured = fc
  .constantFrom(2 as const, 3 as const)
  .chain((classes) => fc.tuple(fc.constant(classes), fc.array(judgedOf(classes), { minLength: 1, maxLength: 60 })));
const runs = { numRuns: 40 };

describe('measuring tone', () => {
  it('counts every text once, and keeps every share in [0, 1]', () => {
    fc.assert(
      fc.property(measured, ([classes, judged]) => {
        const figures = measure(judged, classes);
        const cells = Object.values(figures.confusion).flatMap((row) => Object.values(row));
        expect(cells).toHaveLength(classes * classes);
        expect(cells.reduce((a, b) => a + b, 0)).toBe(judged.length);
        expect(figures.reliability.reduce((sum, { n }) => sum + n, 0)).toBe(judged.length);
        const perClass = Object.values(figures.perClass);
        expect(perClass.reduce((sum, { n }) => sum + n, 0)).toBe(judged.length);
        const shares = [
          ...perClass.flatMap(({ precision, recall, f1 }) => [precision ?? 0, recall ?? 0, f1 ?? 0]),
          ...figures.reliability.flatMap(({ claimed, right }) => [claimed ?? 0, right ?? 0]),
          figures.neutralRecall ?? 0,
          figures.calibrationError,
          figures.accuracy.value,
          figures.macroF1.value,
        ];
        for (const share of shares) expect(share >= 0 && share <= 1 + 1e-9, `${share}`).toBe(true);
      }),
      runs,
    );
  });

  it('gives intervals that hold their figure, the same at every run', () => {
    fc.assert(
      fc.property(measured, ([classes, judged]) => {
        const { accuracy, macroF1 } = measure(judged, classes);
        for (const { low, value, high } of [accuracy, macroF1]) expect(low <= value && value <= high).toBe(true);
        expect(measure(judged.toReversed(), classes)).toMatchObject({ accuracy, macroF1 });
      }),
      runs,
    );
  });

  it('gives a perfect reader one in everything', () => {
    fc.assert(
      fc.property(measured, ([classes, judged]) => {
        const perfect = judged.map(({ label }) => ({ label, read: label, probability: 1 }));
        const figures = measure(perfect, classes);
        const one = { value: 1, low: 1, high: 1 };
        expect(figures).toMatchObject({ accuracy: one, macroF1: one, calibrationError: 0 });
      }),
      runs,
    );
  });

  it('does not change when positive and negative change places', () => {
    const swapped = { positive: 'negative', negative: 'positive', neutral: 'neutral' } as const;
    fc.assert(
      fc.property(measured, ([classes, judged]) => {
        const mirrored = judged.map(({ label, read, probability }) => ({
          label: swapped[label],
          read: swapped[read],
          probability,
        }));
        const [one, other] = [measure(judged, classes), measure(mirrored, classes)];
        expect(other.macroF1.value).toBeCloseTo(one.macroF1.value, 12);
        expect(other.perClass.positive).toEqual(one.perClass.negative);
        expect(other.calibrationError).toBeCloseTo(one.calibrationError, 12);
      }),
      runs,
    );
  });

  it('finds no calibration error where as many are right as are claimed', () => {
    const bins = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(bins, (rightOfTwenty) => {
        const judged = rightOfTwenty.flatMap((right) =>
          Array.from({ length: 20 }, (_, i): Judged => {
            const read = i < right ? 'positive' : 'negative';
            return { label: 'positive', read, probability: right / 20 };
          }),
        );
        expect(measure(judged, 2).calibrationError).toBeCloseTo(0, 9);
      }),
      runs,
    );
  });

  it('counts as textbooks do', () => {
    const rows: readonly (readonly [Judged['label'], Judged['read'], number])[] = [
      ['positive', 'positive', 6],
      ['positive', 'neutral', 2],
      ['negative', 'negative', 3],
      ['negative', 'positive', 1],
      ['neutral', 'neutral', 8],
    ];
    const judged = rows.flatMap(([label, read, n]) =>
      Array.from({ length: n }, () => ({ label, read, probability: 0.75 })),
    );
    const { accuracy, macroF1, perClass, neutralRecall, calibrationError, confusion } = measure(judged, 3);
    expect(accuracy.value).toBeCloseTo(17 / 20, 12);
    expect(perClass.positive).toEqual({ n: 8, precision: 6 / 7, recall: 6 / 8, f1: 12 / 15 });
    expect(macroF1.value).toBeCloseTo((12 / 15 + 6 / 7 + 16 / 18) / 3, 12);
    expect(neutralRecall).toBe(1);
    expect(calibrationError).toBeCloseTo(17 / 20 - 0.75, 12);
    expect(confusion).toEqual({
      positive: { positive: 6, negative: 0, neutral: 2 },
      negative: { positive: 1, negative: 3, neutral: 0 },
      neutral: { positive: 0, negative: 0, neutral: 8 },
    });
  });

  it('gives the interval of a share that theory gives', () => {
    const judged = Array.from({ length: 400 }, (_, i): Judged => {
      return { label: 'positive', read: i % 4 === 0 ? 'negative' : 'positive', probability: 0.75 };
    });
    const { low, high } = measure(judged, 2).accuracy;
    const half = 1.96 * Math.sqrt((0.75 * 0.25) / 400);
    expect(low).toBeCloseTo(0.75 - half, 1.8);
    expect(high).toBeCloseTo(0.75 + half, 1.8);
  });

  it('refuses to measure nothing, and neutral where every text takes a side', () => {
    expect(() => measure([], 3)).toThrow(expect.objectContaining({ code: 'nothing-judged' }));
    const neutral = { label: 'neutral', read: 'positive', probability: 1 } as const;
    expect(() => measure([neutral], 2)).toThrow(expect.objectContaining({ code: 'class-unknown' }));
  });
});
