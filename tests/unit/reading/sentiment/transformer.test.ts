import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sentiment } from '../../../../src/domain/reading.ts';
import {
  parseCalibration,
  probabilitiesOf,
  uncalibrated,
} from '../../../../src/reading/sentiment/transformer/calibration.ts';
import { toneClasses } from '../../../../src/reading/sentiment/transformer/labels.ts';
import { readInRounds } from '../../../../src/reading/sentiment/transformer/rounds.ts';
import { toneOf } from '../../../../src/reading/sentiment/transformer/tone.ts';
import { type Classifier, createTransformer } from '../../../../src/reading/sentiment/transformer/transformer.ts';

const THREE = { 0: 'Negative', 1: 'NEUTRAL', 2: 'positive' };
const STARS = { 0: '1 star', 1: '2 stars', 2: '3 stars', 3: '4 stars', 4: '5 stars' };
const three = toneClasses(THREE, 'three');
const stars = toneClasses(STARS, 'stars');
const logs = (shares: readonly number[]): readonly number[] => shares.map((share) => Math.log(share));

describe('the labels of a model', () => {
  it.each([
    ['in any case', THREE, [-1, 0, 1]],
    ['shortened', { 0: 'NEG', 1: 'NEU', 2: 'POS' }, [-1, 0, 1]],
    ['in French, with mixed', { 0: 'positif', 1: 'mitigé', 2: 'négatif' }, [1, 0, -1]],
    ['of two classes', { 0: 'NEGATIVE', 1: 'POSITIVE' }, [-1, 1]],
    [
      'of five words',
      { 0: 'Very Negative', 1: 'Negative', 2: 'Neutral', 3: 'Positive', 4: 'Very_Positive' },
      [-1, -1, 0, 1, 1],
    ],
    ['of stars', STARS, [-1, -0.5, 0, 0.5, 1]],
  ])('are understood %s', (_, id2label, values) => {
    expect(toneClasses(id2label, 'model').map(({ value }) => value)).toEqual(values);
  });

  it.each([
    ['that name nothing', { 0: 'LABEL_0', 1: 'LABEL_1' }],
    ['of another task', { 0: 'joy', 1: 'anger' }],
    ['of one side only', { 0: 'neutral', 1: 'positive' }],
    ['with one unknown', { 0: 'negative', 1: 'positive', 2: 'toxic' }],
    ['not counted from 0', { 1: 'negative', 2: 'positive' }],
    ['that are no texts', { 0: 0, 1: 1 }],
    ['that are not there', undefined],
  ])('are refused %s', (_, id2label) => {
    expect(() => toneClasses(id2label, 'model')).toThrow(
      expect.objectContaining({ code: 'tone-labels-unknown', disposition: 'fatal' }),
    );
  });
});

describe('the tone of a text', () => {
  it('has the expected sign for a score and the probability of its label for a confidence', () => {
    expect(toneOf(logs([0.1, 0.2, 0.7]), three, uncalibrated)).toEqual({
      label: 'positive',
      score: 0.6,
      confidence: 0.7,
      basis: 'transformer',
    });
  });

  it('adds up the stars of one side', () => {
    expect(toneOf(logs([0.3, 0.25, 0.35, 0.05, 0.05]), stars, uncalibrated)).toMatchObject({
      label: 'negative',
      score: -0.35,
      confidence: 0.55,
    });
    expect(toneOf(logs([0.1, 0.1, 0.6, 0.1, 0.1]), stars, uncalibrated)).toMatchObject({ label: 'neutral', score: 0 });
  });

  it('is neutral from the calibrated share on, and only from there', () => {
    const shares = logs([0.2, 0.35, 0.45]);
    expect(toneOf(shares, three, { temperature: 1, neutralFrom: 0.3 })).toMatchObject({
      label: 'neutral',
      score: 0.25,
    });
    const mostlyNeutral = logs([0.15, 0.55, 0.3]);
    expect(toneOf(mostlyNeutral, three, { temperature: 1, neutralFrom: 0.6 })).toMatchObject({ label: 'positive' });
  });

  it('is never neutral where the model has no such class', () => {
    const two = toneClasses({ 0: 'negative', 1: 'positive' }, 'two');
    expect(toneOf([0.2, 0.1], two, { temperature: 1, neutralFrom: 0 })).toMatchObject({ label: 'negative' });
  });

  const logits = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 5, maxLength: 5 });
  const calibrations = fc.record({
    temperature: fc.double({ min: 0.01, max: 100, noNaN: true }),
    neutralFrom: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  });

  it('stays within its bounds for any logits and calibration', () => {
    fc.assert(
      fc.property(logits, calibrations, (row, calibration) => {
        const { score, confidence } = toneOf(row, stars, calibration);
        expect(Math.abs(score)).toBeLessThanOrEqual(1);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('turns round with the signs of its classes', () => {
    const turned = toneClasses({ 0: '5 stars', 1: '4 stars', 2: '3 stars', 3: '2 stars', 4: '1 star' }, 'turned');
    fc.assert(
      fc.property(logits, calibrations, (row, calibration) => {
        const sum = toneOf(row, stars, calibration).score + toneOf(row, turned, calibration).score;
        expect(sum).toBeCloseTo(0, 10);
      }),
    );
  });

  it('keeps its likeliest class and gets less sure with temperature', () => {
    fc.assert(
      fc.property(logits, fc.double({ min: 1, max: 50, noNaN: true }), (row, temperature) => {
        const plain = probabilitiesOf(row, uncalibrated);
        const warm = probabilitiesOf(row, { ...uncalibrated, temperature });
        expect(warm.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        expect(Math.max(...warm)).toBeLessThanOrEqual(Math.max(...plain) + 1e-12);
        expect(warm[row.indexOf(Math.max(...row))]).toBe(Math.max(...warm));
      }),
    );
  });
});

describe('a calibration file', () => {
  it('may leave out what it does not change', () => {
    expect(parseCalibration('{"temperature": 1.5, "neutralFrom": 0.3}', 'c.json')).toEqual({
      temperature: 1.5,
      neutralFrom: 0.3,
    });
    expect(parseCalibration('{"neutralFrom": 0.3}', 'c.json')).toEqual({ temperature: 1, neutralFrom: 0.3 });
    expect(parseCalibration('{}', 'c.json')).toEqual(uncalibrated);
  });

  it.each([
    '',
    'null',
    '[]',
    '1',
    '{"temperature": 0}',
    '{"temperature": "1"}',
    '{"neutralFrom": 2}',
    '{"temprature": 2}',
  ])('is refused: %s', (json) => {
    expect(() => parseCalibration(json, 'c.json')).toThrow(
      expect.objectContaining({ code: 'tone-calibration-invalid', disposition: 'fatal' }),
    );
  });
});

/** A classifier that tells by the length of a text, and notes how many it is asked at once. */
function byLength(batches: number[] = []): Classifier {
  return {
    id2label: THREE,
    classify: async (texts) => {
      batches.push(texts.length);
      return texts.map((text) => [-text.length, 0, text.length]);
    },
  };
}

describe('a transformer', () => {
  it('answers in order, sixteen at once', async () => {
    const batches: number[] = [];
    const { judge } = await createTransformer('by-length', byLength(batches), uncalibrated);
    batches.length = 0;
    const tones = await judge(Array.from({ length: 40 }, (_, i) => 'a'.repeat(i)));
    expect(batches).toEqual([16, 16, 8]);
    expect(tones.map(({ score }) => score)).toEqual(tones.map(({ score }) => score).toSorted((a, b) => a - b));
    expect(await judge([])).toEqual([]);
  });

  it('never hands over an endless text', async () => {
    const lengths: number[] = [];
    const measured: Classifier = {
      id2label: THREE,
      classify: async (texts) => {
        lengths.push(...texts.map((text) => text.length));
        return texts.map(() => [0, 0, 0]);
      },
    };
    const { judge } = await createTransformer('measured', measured, uncalibrated);
    await judge(['a'.repeat(1_000_000)]);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(4_000);
  });

  it.each([
    ['too few numbers', [0, 0]],
    ['numbers that are none', [0, Number.NaN, 0]],
  ])('is refused when it answers with %s', async (_, row) => {
    const classifier: Classifier = { id2label: THREE, classify: async (texts) => texts.map(() => row) };
    await expect(createTransformer('odd', classifier, uncalibrated)).rejects.toMatchObject({
      code: 'tone-model-broken',
      disposition: 'fatal',
    });
  });

  it('that fails on one page fails that page alone', async () => {
    const classifier: Classifier = {
      id2label: THREE,
      classify: async (texts) => {
        if (texts.includes('§')) throw new Error('indices out of bounds\nat Gather');
        return texts.map(() => [0, 0, 0]);
      },
    };
    const { judge } = await createTransformer('fails', classifier, uncalibrated);
    await expect(judge(['§'])).rejects.toMatchObject({ code: 'tone-unread', disposition: 'quarantine' });
    expect(await judge(['a'])).toHaveLength(1);
  });
});

describe('reading in rounds', () => {
  it('has every text judged once, with what the answers lead to', async () => {
    const batches: number[] = [];
    const transformer = await createTransformer('by-length', byLength(batches), uncalibrated);
    batches.length = 0;
    const read = (ask: (text: string) => Sentiment | null) =>
      ['good', 'good', ''].map((text) => {
        const whole = ask(text);
        return whole?.label === 'positive' ? [whole, ask(text.slice(0, 2))] : [whole];
      });
    const [first, second, third] = await readInRounds(read, transformer);
    expect(batches).toEqual([2, 1]);
    expect(first).toEqual(second);
    expect(first?.map((tone) => tone?.label)).toEqual(['positive', 'positive']);
    expect(third?.map((tone) => tone?.label)).toEqual(['neutral']);
  });

  it('ends although new texts are asked for ever', async () => {
    const transformer = await createTransformer('by-length', byLength(), uncalibrated);
    let asked = 0;
    const read = (ask: (text: string) => Sentiment | null) => {
      asked += 1;
      return ask('a'.repeat(asked));
    };
    expect(await readInRounds(read, transformer)).toBeNull();
  });
});
