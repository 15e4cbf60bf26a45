import { describe, expect, it } from 'vitest';
import { places, writeNameModel } from '../../../src/reading/entities/tagger/model.ts';
import { chance, readNames } from '../../../src/reading/entities/tagger/tagger.ts';
import { tokenise } from '../../../src/reading/entities/tagger/tokens.ts';
import { aligned } from '../../../src/training/names/aligned.ts';
import { calibrate } from '../../../src/training/names/calibrate.ts';
import { textOf } from '../../../src/training/names/corpus.ts';
import { trainNames } from '../../../src/training/names/fit.ts';
import { goldPlaces } from '../../../src/training/names/perceptron.ts';
import { shuffled } from '../../../src/training/names/shuffled.ts';

const sentence = (text: string, surface: string, type: string) => {
  const start = text.indexOf(surface);
  return { text, mentions: [{ start, end: start + surface.length, type }] };
};

describe('labelled texts', () => {
  const text = textOf([sentence('Un film.', 'film', 'aspect'), sentence('Avec Paul Durand.', 'Paul Durand', 'person')]);

  it('hold their sentences line by line, and only names', () => {
    expect(text.text).toBe('Un film.\nAvec Paul Durand.');
    expect(text.names.map(({ start, end }) => text.text.slice(start, end))).toEqual(['Paul Durand']);
  });

  it('are places of tokens, and names that cut a token are set aside', () => {
    const tokens = tokenise(text.text, text.passages);
    expect(aligned(tokens, [...text.names, { start: 14, end: 17 }])).toEqual([{ from: 4, to: 6 }, null]);
    expect([...goldPlaces(7, [{ from: 4, to: 6 }])]).toEqual([0, 0, 0, 0, places.first, places.last, 0]);
  });
});

describe('training', () => {
  const names = ['Paul Durand', 'Anne Morel', 'Luc Perrin', 'Jeanne Faure', 'Marc Vidal', 'Rose Caron'];
  const texts = names.flatMap((name) => [
    textOf([sentence(`La série est jouée par ${name} avec talent.`, name, 'person')]),
    textOf([sentence(`La série est tournée à ${name.split(' ')[1]} depuis un an.`, name.split(' ')[1] ?? '', 'place')]),
  ]);

  it('learns who plays and where, and finds others in the same places', () => {
    const model = { ...trainNames('fr', texts), fit: [1, 1, 0] as const };
    const text = 'La série est jouée par Alma Reinhart avec talent.';
    const found = readNames(text, [{ start: 0, end: text.length }], 'fr', { fr: model });
    expect(found).toMatchObject([{ start: 23, end: 36, type: 'person' }]);
  });

  it('gives the same bytes for the same texts', () => {
    const [a, b] = [0, 1].map(() => writeNameModel({ ...trainNames('fr', texts), fit: [1, 1, 0] }));
    expect(Buffer.compare(Buffer.from(a ?? []), Buffer.from(b ?? []))).toBe(0);
  });

  it('shuffles by its seed alone', () => {
    expect(shuffled([1, 2, 3, 4, 5], 3)).toEqual(shuffled([1, 2, 3, 4, 5], 3));
    expect([...shuffled([1, 2, 3, 4, 5], 3)].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
  });
});

it('confidence says how often names with the same signs were right', () => {
  const judged = Array.from({ length: 1000 }, (_, i) => ({ margin: 10, odds: 2, right: i % 4 !== 0 }));
  expect(chance(calibrate(judged), 10, 2)).toBeCloseTo(0.75, 2);
});
