import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Like, tellStories } from '../../../../../src/database/queries/stories/tell-stories.ts';

/** Two documents that are alike as a whole, seen from both. */
const alike = (document: string, other: string, share = 1): readonly Like[] => [
  { document, other, share, starts: 0, ends: 100 },
  { document: other, other: document, share, starts: 0, ends: 100 },
];

describe('tellStories', () => {
  it('names each story by its first document, through others as well', () => {
    const told = tellStories(['a', 'b', 'c', 'd'], [...alike('a', 'b'), ...alike('b', 'c')]);
    expect(Object.fromEntries(told)).toEqual({ a: 'a', b: 'a', c: 'a', d: 'd' });
  });

  it('gives a document that is alike to two stories to the one that has more of it', () => {
    const told = tellStories(['a', 'b', 'c'], [...alike('a', 'c', 0.4), ...alike('b', 'c', 0.6)]);
    expect(told.get('c')).toBe('b');
  });

  it('makes no story of two texts that a third one holds in two places', () => {
    const held = (document: string, starts: number): readonly Like[] => [
      { document, other: 'round-up', share: 1, starts: 0, ends: 100 },
      { document: 'round-up', other: document, share: 0.5, starts, ends: starts + 100 },
    ];
    for (const order of [
      ['round-up', 'a', 'b'],
      ['a', 'round-up', 'b'],
      ['a', 'b', 'round-up'],
    ]) {
      const told = tellStories(order, [...held('a', 0), ...held('b', 120)]);
      expect(told.get('a')).not.toBe(told.get('b'));
      expect(told.get('round-up')).toBe(told.get('a'));
    }
  });

  it('puts every document in the story of an earlier one or its own, whatever the order of the likes', () => {
    const documents = ['a', 'b', 'c', 'd', 'e', 'f'];
    const like = fc.record({
      document: fc.constantFrom(...documents),
      other: fc.constantFrom(...documents),
      share: fc.double({ min: 0.1, max: 1, noNaN: true }),
      starts: fc.nat(50),
      ends: fc.integer({ min: 60, max: 100 }),
    });
    const likes = fc
      .uniqueArray(like, { maxLength: 20, selector: ({ document, other }) => document + other })
      .map((all) => all.filter(({ document, other }) => document !== other));
    fc.assert(
      fc.property(likes, (all) => {
        const told = tellStories(documents, all);
        for (const [document, lead] of told) {
          expect(told.get(lead)).toBe(lead);
          expect(documents.indexOf(lead)).toBeLessThanOrEqual(documents.indexOf(document));
        }
        expect(tellStories(documents, all.toReversed())).toEqual(told);
      }),
    );
  });
});
