import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBlockModel, rowWidths, writeBlockModel } from '../../../../../src/reading/extract/scoring/scorer.ts';
import { probability, readTrees, type Trees, writeTrees } from '../../../../../src/reading/extract/scoring/trees.ts';

const WIDTH = 4;
const float = (size: number) => fc.float({ min: -size, max: size, noNaN: true });

/** A leaf, or a question with two trees behind it. */
type Node =
  | number
  | { readonly feature: number; readonly threshold: number; readonly left: Node; readonly right: Node };

const { node } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    float(2),
    fc.record({ feature: fc.nat(WIDTH - 1), threshold: float(10), left: tie('node'), right: tie('node') }),
  ),
}));
const forest = fc.record({ base: float(3), nodes: fc.array(node, { maxLength: 6 }) });
const row = fc.array(float(20), { minLength: WIDTH, maxLength: WIDTH }).map((values) => Float32Array.from(values));

function treesOf({ base, nodes }: { readonly base: number; readonly nodes: readonly Node[] }): Trees {
  const flat: { feature: number; threshold: number; left: number; right: number }[] = [];
  const add = (each: Node): number => {
    if (typeof each === 'number') return flat.push({ feature: -1, threshold: each, left: 0, right: 0 }) - 1;
    const own = { feature: each.feature, threshold: each.threshold, left: 0, right: 0 };
    const at = flat.push(own) - 1;
    own.left = add(each.left);
    own.right = add(each.right);
    return at;
  };
  const roots = Uint32Array.from(nodes, add);
  const column = (of: 'feature' | 'threshold' | 'left' | 'right') => flat.map((each) => each[of]);
  return {
    base,
    roots,
    feature: Int16Array.from(column('feature')),
    threshold: Float32Array.from(column('threshold')),
    left: Uint32Array.from(column('left')),
    right: Uint32Array.from(column('right')),
  };
}

/** What the trees say, worked out the slow way. */
function answer(each: Node, values: Float32Array): number {
  if (typeof each === 'number') return each;
  return answer((values[each.feature] ?? 0) <= each.threshold ? each.left : each.right, values);
}

const small = treesOf({ base: 0.5, nodes: [{ feature: 1, threshold: 0, left: -1, right: 1 }, 0.25] });

describe('trees', () => {
  it('add up what their leaves say, from any row', () => {
    fc.assert(
      fc.property(forest, row, row, (of, before, values) => {
        const sum = of.nodes.reduce<number>((total, each) => total + answer(each, values), of.base);
        const rows = Float32Array.from([...before, ...values]);
        expect(probability(treesOf(of), rows, WIDTH)).toBeCloseTo(1 / (1 + Math.exp(-sum)), 9);
      }),
    );
  });

  it('say the same after they were written and read', () => {
    fc.assert(
      fc.property(forest, fc.array(row, { maxLength: 5 }), (of, rows) => {
        const bytes = writeTrees(treesOf(of), WIDTH);
        const { trees, length } = readTrees(bytes, WIDTH);
        expect(length).toBe(bytes.length);
        expect(writeTrees(trees, WIDTH)).toEqual(bytes);
        for (const values of rows) expect(probability(trees, values, 0)).toBe(probability(treesOf(of), values, 0));
      }),
    );
  });

  it('are read from the middle of a buffer, and say where they end', () => {
    const bytes = writeTrees(small, WIDTH);
    const around = Buffer.concat([Buffer.from([1, 2, 3]), bytes, Buffer.from([9])]).subarray(3);
    const { trees, length } = readTrees(around, WIDTH);
    expect(length).toBe(bytes.length);
    expect(writeTrees(trees, WIDTH)).toEqual(bytes);
  });
});

describe('a file that holds no model', () => {
  const bytes = writeTrees(small, WIDTH);
  const refusal = (of: Uint8Array, width = WIDTH): unknown => {
    try {
      return readTrees(of, width);
    } catch (error) {
      return error;
    }
  };

  it('is refused when its rows have another width', () => {
    expect(refusal(bytes, WIDTH + 1)).toMatchObject({
      code: 'bad-model',
      disposition: 'fatal',
      message: expect.stringMatching(/rows of 4 numbers, not 5/u),
    });
  });

  it('is refused when it starts with anything else', () => {
    expect(refusal(Uint8Array.from(bytes, (byte, i) => (i === 0 ? byte ^ 1 : byte)))).toMatchObject({
      code: 'bad-model',
    });
  });

  it('is refused wherever it is cut', () => {
    for (const length of bytes.keys()) expect(refusal(bytes.slice(0, length))).toMatchObject({ code: 'bad-model' });
  });

  it.each([
    ['trees', 12],
    ['nodes', 16],
  ])('is refused when it counts more %s than it holds', (_name, at) => {
    const counted = Buffer.from(bytes);
    counted.writeUInt32LE(100_000, at);
    expect(refusal(counted)).toMatchObject({ code: 'bad-model' });
  });
});

it('keeps both trees of a block model, and refuses one without the second', () => {
  const bytes = writeBlockModel({ first: small, second: treesOf({ base: -1, nodes: [2] }) });
  const { first, second } = readBlockModel(bytes);
  expect([first.base, second.base]).toEqual([0.5, -1]);
  expect(rowWidths.second).toBeGreaterThan(rowWidths.first);
  expect(() => readBlockModel(writeTrees(small, rowWidths.first))).toThrow(
    expect.objectContaining({ code: 'bad-model' }),
  );
});
