import { describe, expect, it } from 'vitest';
import { probability, writeTrees } from '../../../src/reading/extract/scoring/trees.ts';
import { binned } from '../../../src/training/extraction/bins.ts';
import { type BoostOptions, boost, type TrainingRows } from '../../../src/training/extraction/boost.ts';

const options: BoostOptions = { trees: 40, leaves: 8, rate: 0.2, leastRows: 5, ridge: 1 };
const WIDTH = 3;

/** Points of a grid with a label each, and a third number that says nothing. */
function rowsOf(label: (x: number, y: number) => boolean, weight = (_x: number, _y: number) => 1): TrainingRows {
  const points = Array.from({ length: 400 }, (_, i) => [(i % 20) / 20, Math.floor(i / 20) / 20] as const);
  return {
    width: WIDTH,
    values: Float32Array.from(points.flatMap(([x, y], i) => [x, y, (i * 7) % 11])),
    labels: Uint8Array.from(points, ([x, y]) => (label(x, y) ? 1 : 0)),
    weights: Float32Array.from(points, ([x, y]) => weight(x, y)),
  };
}
const isOdd = (x: number, y: number): boolean => x < 0.5 !== y < 0.5;

function rightOf(rows: TrainingRows, trees: ReturnType<typeof boost>): number {
  const right = rows.labels.reduce(
    (sum, label, i) => sum + (probability(trees, rows.values, i * WIDTH) > 0.5 === (label === 1) ? 1 : 0),
    0,
  );
  return right / rows.labels.length;
}

describe('boosted trees', () => {
  it('learn what no single number tells', () => {
    const rows = rowsOf(isOdd);
    expect(rightOf(rows, boost(rows, options))).toBeGreaterThan(0.99);
  });

  it('are surer the more of them there are', () => {
    const rows = rowsOf((x) => x < 0.3);
    const sure = [1, 10, 40].map((trees) => probability(boost(rows, { ...options, trees }), rows.values, 0));
    expect(sure).toEqual([...sure].sort((a, b) => a - b));
    expect(sure.at(-1)).toBeGreaterThan(0.95);
  });

  it('are the same, byte by byte, when they are grown again', () => {
    const bytes = () => writeTrees(boost(rowsOf(isOdd), options), WIDTH);
    expect(bytes()).toEqual(bytes());
  });

  it('keep to their number, their leaves and their least rows', () => {
    const { roots, feature } = boost(rowsOf(isOdd), { ...options, trees: 7, leaves: 4 });
    expect(roots).toHaveLength(7);
    expect(feature.filter((each) => each < 0).length).toBeLessThanOrEqual(28);
    expect(boost(rowsOf(isOdd), { ...options, leastRows: 300 }).feature.every((each) => each < 0)).toBe(true);
  });

  it('say how many rows are positive, by weight, where nothing tells them apart', () => {
    const rows = rowsOf(
      (x) => x < 0.5,
      (x) => (x < 0.5 ? 3 : 1),
    );
    const blind = { ...rows, values: new Float32Array(rows.values.length) };
    expect(probability(boost(blind, options), blind.values, 0)).toBeCloseTo(0.75, 2);
  });
});

describe('bins', () => {
  it('part each value of a column that has few', () => {
    const { codes, edges, rows } = binned(Float32Array.from([1, 5, 2, 5, 1, 5, 9, 5]), 2);
    expect(rows).toBe(4);
    expect([...codes]).toEqual([0, 1, 0, 2, 0, 0, 0, 0]);
    expect(edges.map((each) => [...each])).toEqual([[1.5, 5.5], []]);
  });

  it('cut a long column into parts of about the same size, in order', () => {
    const values = Float32Array.from({ length: 5_000 }, (_, i) => (i * 7_919) % 5_000);
    const { codes, edges } = binned(values, 1);
    expect(edges[0]?.length).toBeLessThan(255);
    const sizes = new Map<number, number>();
    for (const code of codes) sizes.set(code, (sizes.get(code) ?? 0) + 1);
    expect(Math.max(...sizes.values())).toBeLessThan(30);
    const sorted = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0)).map((i) => codes[i] ?? 0);
    expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
  });
});
