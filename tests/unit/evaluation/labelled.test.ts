import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRevueError } from '../../../src/domain/errors.ts';
import { decisionOf } from '../../../src/evaluation/decision.ts';
import { languageOf, parseLabelled } from '../../../src/evaluation/labelled.ts';
import { rawLabelOf, schemeOf } from '../../../src/evaluation/labels.ts';

const tonesOf = (...values: readonly unknown[]): readonly string[] => {
  const labels = values.map((value) => rawLabelOf(value) ?? '');
  const { toneOf } = schemeOf(new Set(labels));
  return labels.map(toneOf);
};

describe('labels of a file', () => {
  it.each([
    [['Positive', 'NEGATIVE', 'neutral', 'mixed'], ['positive', 'negative', 'neutral', 'mixed'], 'words', 3],
    [['pos', 'neg', 'neu'], ['positive', 'negative', 'neutral'], 'words', 3],
    [['+', '-', '0', '~'], ['positive', 'negative', 'neutral', 'mixed'], 'signed', 3],
    [[1, 0, -1], ['positive', 'neutral', 'negative'], 'signed', 3],
    [['+1', '−1'], ['positive', 'negative'], 'signed', 2],
    [[0, 1], ['negative', 'positive'], 'sides', 2],
    [['0', '1'], ['negative', 'positive'], 'sides', 2],
    [[0, 1, 2], ['negative', 'neutral', 'positive'], 'three', 3],
    [[0, 2], ['negative', 'positive'], 'three', 2],
    [[true, false], ['positive', 'negative'], 'words', 2],
  ])('%j mean %j', (values, tones, numbering, classes) => {
    expect(tonesOf(...values)).toEqual(tones);
    expect(schemeOf(new Set(values.map((value) => rawLabelOf(value) ?? '')))).toMatchObject({ numbering, classes });
  });

  it.each([[[-1, 2]], [['positive', 1]], [['neutral', 0]]])('%j are refused as unclear', (values) => {
    expect(() => tonesOf(...values)).toThrow(expect.objectContaining({ code: 'labels-unclear' }));
  });

  it.each([3, '5 stars', '', null, {}, [], 0.5])('%j is no label', (value) => {
    expect(rawLabelOf(value)).toBeNull();
  });
});

describe('a line of a labelled file', () => {
  it('may name its fields in several ways', () => {
    const plain = { isDocument: false, title: null, language: null, kind: null };
    expect(parseLabelled('{"t":"Superbe.","y":1}')).toEqual({ ...plain, texts: [{ text: 'Superbe.', label: '1' }] });
    expect(
      parseLabelled('{"text":"Dull.","sentiment":"NEG","language":"en-GB","kind":"Review","title":"Dull"}'),
    ).toEqual({
      texts: [{ text: 'Dull.', label: 'neg' }],
      isDocument: false,
      title: 'Dull',
      language: 'en',
      kind: 'review',
    });
  });

  it('may be a document of sentences', () => {
    const line =
      '{"lang":"fr","kind":"news","sentences":[{"text":"Un.","tone":"neutral"},{"text":"Deux.","tone":"+"}]}';
    expect(parseLabelled(line)).toMatchObject({ isDocument: true, language: 'fr', texts: [{}, { label: '+' }] });
  });

  it.each([
    ['nonsense', 'line-invalid'],
    ['["a"]', 'line-invalid'],
    ['{"label":"positive"}', 'text-missing'],
    ['{"text":"  ","label":"positive"}', 'text-missing'],
    ['{"text":"Un."}', 'label-missing'],
    ['{"text":"Un.","label":"5 stars"}', 'label-unknown'],
    ['{"text":"Un.","label":"positive","lang":"?!"}', 'language-invalid'],
    ['{"sentences":[]}', 'text-missing'],
    ['{"sentences":[{"text":"Un.","tone":"+"},{"text":"Deux."}]}', 'label-missing'],
    ['{"sentences":["Un."]}', 'line-invalid'],
  ])('%s is refused: %s', (line, code) => {
    expect(() => parseLabelled(line)).toThrow(expect.objectContaining({ code, disposition: 'quarantine' }));
  });

  it('is read, or refused with a code, whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (line) => {
        let outcome: unknown;
        try {
          outcome = parseLabelled(line).texts.length > 0;
        } catch (error) {
          outcome = isRevueError(error);
        }
        expect(outcome).toBe(true);
      }),
    );
  });

  it('knows a language by any of its codes', () => {
    expect(['fr', 'FR', 'fr-CA', 'fr_FR', 'fra'].map(languageOf)).toEqual(['fr', 'fr', 'fr', 'fr', 'fr']);
    expect([undefined, null, ''].map(languageOf)).toEqual([null, null, null]);
  });
});

describe('the decision that is measured', () => {
  const basis = 'model';

  it('takes a side two ways, however small', () => {
    const neutral = { label: 'neutral', score: -0.1, confidence: 0.9, basis } as const;
    expect(decisionOf(neutral, 2)).toEqual({ read: 'negative', probability: 0.55 });
  });

  it('is the label three ways, and for mixed the side', () => {
    expect(decisionOf({ label: 'neutral', score: 0, confidence: 0.9, basis }, 3)).toEqual({
      read: 'neutral',
      probability: 0.9,
    });
    expect(decisionOf({ label: 'mixed', score: 0.2, confidence: 0.7, basis }, 3)).toEqual({
      read: 'positive',
      probability: 0.6,
    });
  });
});
