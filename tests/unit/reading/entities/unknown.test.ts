import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEntities } from '../../../../src/reading/entities/entities.ts';
import type { ProposedName } from '../../../../src/reading/entities/unknown.ts';
import { shippedIndex } from '../../../support/catalogue.ts';

const index = await shippedIndex();

function read(text: string, proposed: readonly ProposedName[] = []): readonly string[] {
  const input = { text, passages: [{ start: 0, end: text.length }], language: 'en', hits: index.scan(text), shows: [] };
  return readEntities({ ...input, proposed }, index)
    .flat()
    .map(({ surface, type, entity }) => `${surface} ${type} ${entity}`);
}

function proposal(text: string, name: string, type: ProposedName['type'], confidence = 0.99): ProposedName {
  const start = text.indexOf(name);
  return { start, end: start + name.length, type, confidence };
}

describe('names that the catalogue does not hold', () => {
  it('knows the wide world, as names without an entity', () => {
    expect(read('Shot in South Africa and Côte d’Ivoire for Paramount+ with Showtime.')).toEqual([
      'South Africa place null',
      'Côte d’Ivoire place null',
      'Paramount+ with Showtime organisation null',
    ]);
    expect(read('La traversée outre-Manche.')).toEqual([]);
  });

  it('believes a tagger where it is sure and nothing is claimed', () => {
    const text = 'Ruth Halloran met Mathieu Kassovitz in Paris.';
    const names = [proposal(text, 'Ruth Halloran', 'person'), proposal(text, 'Kassovitz', 'character')];
    expect(read(text, names)).toEqual([
      'Ruth Halloran person null',
      'Mathieu Kassovitz person person:mathieu-kassovitz',
      'Paris place place:paris',
    ]);
    expect(read(text, [proposal(text, 'Ruth Halloran', 'person', 0.1)])).toHaveLength(2);
  });

  it('asks less of organisations and works than of people', () => {
    const text = 'Ruth Halloran left Vellum House.';
    const names = [
      proposal(text, 'Ruth Halloran', 'person', 0.45),
      proposal(text, 'Vellum House', 'organisation', 0.45),
    ];
    expect(read(text, names)).toEqual(['Vellum House organisation null']);
  });

  it('gives short forms of an unknown name its type', () => {
    const text = 'Ruth Halloran read letters. Later Halloran laughed, and Halloran-Smith too.';
    expect(read(text, [proposal(text, 'Ruth Halloran', 'person')])).toEqual([
      'Ruth Halloran person null',
      'Halloran person null',
    ]);
  });

  it('never lets mentions overlap, whatever is proposed', () => {
    const text = 'Ruth Halloran met Mathieu Kassovitz in South Africa. Halloran left for BBC America.';
    const name = fc.record({
      start: fc.nat(text.length - 1),
      length: fc.integer({ min: 1, max: 20 }),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(name, { maxLength: 6 }), (names) => {
        const proposed = names
          .sort((a, b) => a.start - b.start)
          .map(({ start, length, confidence }) => ({
            start,
            end: Math.min(text.length, start + length),
            type: 'person' as const,
            confidence,
          }))
          .filter(({ start }, i, all) => start >= Math.max(0, ...all.slice(0, i).map(({ end }) => end)));
        const input = {
          text,
          passages: [{ start: 0, end: text.length }],
          language: 'en',
          hits: index.scan(text),
          shows: [],
        };
        let last = 0;
        for (const { start, end, surface } of readEntities({ ...input, proposed }, index).flat()) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(surface).toBe(text.slice(start, end));
          last = end;
        }
      }),
    );
  });

  it.each([
    ['one name', 'Mathieu '],
    ['quoted names', '« Marina '],
    ['a title', 'The Bureau '],
    ['places', 'Paris de Syrie-Paris '],
    ['letters', 'A. B-'],
  ])('reads a megabyte of %s in reasonable time', (_, unit) => {
    const text = unit.repeat(1_000_000 / unit.length);
    const start = performance.now();
    read(text);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
