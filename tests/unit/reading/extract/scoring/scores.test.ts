import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scan } from '../../../../../src/reading/extract/outline/scan.ts';
import { contextFeatures, contextNames } from '../../../../../src/reading/extract/scoring/context.ts';
import { declaredOf } from '../../../../../src/reading/extract/scoring/declared.ts';
import { blockFeatures, featureNames } from '../../../../../src/reading/extract/scoring/features.ts';
import { measure } from '../../../../../src/reading/extract/scoring/measure.ts';
import { extractTools } from '../../../../support/extract.ts';
import { markup } from '../markup.ts';

const open = (html: string, body = '') => {
  const outline = scan(html);
  return {
    measured: measure(outline),
    declared: declaredOf(outline.head, [{ '@type': 'Article', articleBody: body }]),
  };
};

describe('the numbers of a block', () => {
  it('have a name each', () => {
    for (const names of [featureNames, contextNames]) expect(new Set(names).size).toBe(names.length);
  });

  it('are finite and as many as their names, on any page', () => {
    fc.assert(
      fc.property(markup, fc.string({ maxLength: 400 }), (html, body) => {
        const { measured, declared } = open(html, body);
        const { width, values } = blockFeatures(measured, declared);
        expect(width).toBe(featureNames.length);
        expect(values).toHaveLength(width * measured.blocks.length);
        expect(values.every(Number.isFinite)).toBe(true);
      }),
    );
  });

  it('are finite in their context too, whatever the first scores', () => {
    fc.assert(
      fc.property(markup, fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (html, scores) => {
        const { measured } = open(html);
        const first = Float32Array.from(measured.blocks, (_, i) => scores[i % scores.length] ?? 0);
        const values = contextFeatures(measured, first);
        expect(values).toHaveLength(contextNames.length * measured.blocks.length);
        expect(values.every(Number.isFinite)).toBe(true);
      }),
    );
  });
});

describe('the score of a block', () => {
  it('is a share, one a block, on any page', () => {
    fc.assert(
      fc.property(markup, (html) => {
        const { measured, declared } = open(html);
        const scores = extractTools.scoreBlocks(measured, declared);
        expect(scores).toHaveLength(measured.blocks.length);
        expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
      }),
    );
  });

  it('is the same at every reading', () => {
    const html = `<nav><a href="/">Accueil</a></nav><article><h1>Une île</h1>${'<p>La série prend son temps, et c’est ce qui la rend précieuse.</p>'.repeat(9)}</article>`;
    const { measured, declared } = open(html);
    expect(extractTools.scoreBlocks(measured, declared)).toEqual(extractTools.scoreBlocks(measured, declared));
  });
});
