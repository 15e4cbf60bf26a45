import { expect, it } from 'vitest';
import { scan } from '../../../src/reading/extract/outline/scan.ts';
import { measure } from '../../../src/reading/extract/scoring/measure.ts';
import { labelsOf } from '../../../src/training/extraction/labels.ts';

const labels = (blocks: readonly string[], truth: string): readonly number[] =>
  labelsOf(measure(scan(blocks.map((text) => `<p>${text}</p>`).join(''))), truth);
const first = 'La série se passe sur une île, en hiver, et raconte un retour.';
const second = 'La mise en scène préfère les plans longs aux effets de toutes sortes.';

it.each([
  ['blocks of the truth', [first, second], `${first}\n${second}`, [1, 1]],
  ['a block however it is set', [first.toUpperCase()], `« ${first} »`, [1]],
  ['a block of which half stands there', [`${first} Lire la suite`], first, [1]],
  ['nothing else', ['Abonnez-vous pour lire la suite.', first], first, [0, 1]],
  ['a block that shares a few words', ['La série se passe ailleurs, et tout autrement, dit-on.'], first, [0]],
  ['signs without words', [first, '***', second], `${first}\n***\n${second}`, [1, 0, 1]],
  ['a short line that is a line of the truth', ['Un retour', first], `Un retour\n${first}`, [1, 1]],
  ['short words between blocks of the truth', [first, 'les plans longs', second], `${first} ${second}`, [1, 1, 1]],
  [
    'no short words elsewhere, though the truth holds them',
    ['les plans longs', first, second],
    `${first} ${second}`,
    [0, 1, 1],
  ],
  ['no short words that the truth does not hold', [first, 'Publicité', second], `${first}\n${second}`, [1, 0, 1]],
])('%s', (_name, blocks, truth, expected) => {
  expect(labels(blocks, truth)).toEqual(expected);
});
