import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classesOf } from '../../../src/evaluation/counts.ts';
import { type Judged, measure } from '../../../src/evaluation/measure.ts';
import { calibrationPlot, modelCard } from '../../../src/training/sentiment/card.ts';
import type { Measured } from '../../../src/training/sentiment/published.ts';
import { reliabilityPlot, wilson } from '../../../src/training/sentiment/reliability-plot.ts';

const judgements = (classes: 2 | 3): fc.Arbitrary<Judged[]> => {
  const tone = fc.constantFrom(...classesOf(classes));
  const probability = fc.double({ min: 0, max: 1, noNaN: true });
  return fc.array(fc.record({ label: tone, read: tone, probability }), { minLength: 1, maxLength: 60 });
};

const measured = (set: string, classes: 2 | 3, judged: readonly Judged[]): Measured => ({
  language: 'fr',
  set,
  classes,
  figures: measure(judged, classes),
});

const words = { id: 'plot', title: 'Sure & right', description: 'a < b', claimed: 'Claimed', right: 'Right' };
const attributes = (svg: string, mark: RegExp): readonly Readonly<Record<string, number>>[] =>
  [...svg.matchAll(mark)].map(([element]) =>
    Object.fromEntries([...element.matchAll(/ (\w+)="([-\d.]+)"/gu)].map(([, name, value]) => [name, Number(value)])),
  );

describe('the reliability diagram', () => {
  const plotted = fc.record({ press: judgements(3), reviews: judgements(2) }).map(({ press, reviews }) => {
    const bins = [measure(press, 3), measure(reviews, 2)].map(({ reliability }) => reliability);
    const svg = reliabilityPlot(
      words,
      bins.map((each, i) => ({ name: `series ${i}`, bins: each })),
    );
    return { bins, svg };
  });

  it('has a dot and an interval for every bin that is not empty', () => {
    fc.assert(
      fc.property(plotted, ({ bins, svg }) => {
        const filled = bins.map((each) => each.filter(({ n }) => n > 0).length);
        const drawn = (kind: string) => [0, 1].map((i) => svg.split(`class="${kind} s${i}"`).length - 1);
        expect(drawn('dot')).toEqual(filled);
        expect(drawn('bar')).toEqual(filled);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps all of them inside the frame', () => {
    fc.assert(
      fc.property(plotted, ({ svg }) => {
        const [frame = {}] = attributes(svg, /<rect class="frame"[^>]*>/gu);
        const { x = 0, y = 0, width = 0, height = 0 } = frame;
        for (const { cx = 0, cy = 0, r = 0 } of attributes(svg, /<circle class="dot[^>]*>/gu)) {
          expect(Math.min(cx - r - x, x + width - cx - r)).toBeGreaterThanOrEqual(0);
          expect(Math.min(cy - r - y, y + height - cy - r)).toBeGreaterThanOrEqual(0);
        }
        for (const { y1 = 0, y2 = 0 } of attributes(svg, /<line class="bar[^>]*>/gu)) {
          expect(y1).toBeLessThanOrEqual(y + height);
          expect(y2).toBeGreaterThanOrEqual(y);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('draws dots whose area is that of their bin', () => {
    const bin = (from: number, n: number) => ({ from, to: from + 0.1, n, claimed: from, right: from });
    const svg = reliabilityPlot(words, [{ name: 'one', bins: [bin(0.5, 100), bin(0.6, 400)] }]);
    const [small = {}, large = {}] = attributes(svg, /<circle class="dot[^>]*>/gu);
    expect((large['r'] ?? 0) / (small['r'] ?? 1)).toBeCloseTo(2, 1);
  });

  it('is told to screen readers, its words escaped', () => {
    const svg = reliabilityPlot(words, []);
    expect(svg).toContain('<title id="plot-title">Sure &amp; right</title>');
    expect(svg).toContain('<desc id="plot-desc">a &lt; b</desc>');
    expect(svg).toContain('aria-labelledby="plot-title plot-desc"');
  });

  it('tells every bin in words, and pools review sets', () => {
    const right: Judged = { label: 'positive', read: 'positive', probability: 0.9 };
    const wrong: Judged = { label: 'negative', read: 'positive', probability: 0.9 };
    const svg = calibrationPlot('fr', [
      measured('press', 3, [right]),
      measured('reviews-tv', 2, [right, right]),
      measured('reviews-film', 2, [wrong, right]),
    ]);
    expect(svg).toContain('Press sentences (1): 1 claimed at 90.0 %, 100.0 % right.');
    expect(svg).toContain('Reviews (4): 4 claimed at 90.0 %, 75.0 % right.');
  });
});

describe('the interval of a share', () => {
  it('is that of the textbook', () => {
    const { low, high } = wilson(0.9, 10);
    expect([low, high].map((each) => each.toFixed(3))).toEqual(['0.596', '0.982']);
  });

  it('holds its share, lies in [0, 1] and narrows as more are counted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const share = Math.round(part * n) / n;
        const [few, many] = [wilson(share, n), wilson(share, 4 * n)];
        expect(few.low >= 0 && few.low <= share && share <= few.high && few.high <= 1).toBe(true);
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });
});

describe('a model card', () => {
  const sets = [
    ['press', 3],
    ['press-alone', 3],
    ['turns', 3],
    ['reviews-tv', 2],
    ['reviews-film', 2],
    ['reviews-film-stars', 2],
    ['imdb', 2],
    ['sst2', 2],
    ['a-set-without-a-name', 3],
  ] as const;
  const judged: readonly Judged[] = [
    { label: 'positive', read: 'positive', probability: 0.8 },
    { label: 'positive', read: 'negative', probability: 0.6 },
    { label: 'negative', read: 'negative', probability: 0.7 },
  ];
  const all = sets.map(([set, classes]) => measured(set, classes, judged));
  const rowOf = (card: string, set: string): string =>
    card.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${set}\``)) ?? '';

  it.each(sets)('gives the figures of %s', (set, classes) => {
    const figures = ` | ${classes} | 3 | 66.7 (`;
    expect(rowOf(modelCard('fr', all), set)).toContain(figures);
  });

  it('shows only what was measured', () => {
    const card = modelCard('en', [measured('imdb', 2, judged)]);
    expect(rowOf(card, 'imdb')).not.toBe('');
    expect(rowOf(card, 'press')).toBe('');
    expect(card).not.toContain('read as neutral');
  });

  it('counts how every label of the press was read', () => {
    const card = modelCard('fr', [measured('press', 3, judged)]);
    expect(card).toContain('| positive | 1 | 1 | 0 |');
    expect(card).toContain('| negative | 0 | 1 | 0 |');
    expect(card).toContain('| negative | 1 | 50.0 | 100.0 | 66.7 |');
    expect(card).toContain('| neutral | 0 | – | – | – |');
  });

  it('has a row of calibration for every bin that is not empty', () => {
    const card = modelCard('fr', [measured('press', 3, judged), measured('reviews-tv', 2, judged.slice(0, 1))]);
    const rows = card.split('\n').filter((line) => /^\| \d+–\d+ \|/u.test(line));
    expect(rows.map((row) => row.split(' | ').slice(0, 3))).toEqual([
      ['| 60–70', '1', '60.0'],
      ['| 70–80', '1', '70.0'],
      ['| 80–90', '1', '80.0'],
    ]);
    expect(rows[2]).toMatch(/\| 1 \| 80\.0 \| 100\.0 \(20\.7 to 100\.0\) \|$/u);
  });

  it.each(['fr', 'en'] as const)('names the sources of the language and leaves no blank: %s', (language) => {
    const card = modelCard(language, all);
    expect(card).toContain(`calibration.${language}.svg`);
    expect(card).toContain(language === 'fr' ? '`fr.inception`' : '`en.subjectivity.train`');
    expect(card).not.toMatch(/\{\w+\}|undefined|NaN/u);
  });
});
