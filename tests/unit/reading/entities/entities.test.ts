import { describe, expect, it } from 'vitest';
import type { ShowRelevance } from '../../../../src/domain/reading.ts';
import { readEntities } from '../../../../src/reading/entities/entities.ts';
import { shippedIndex } from '../../../support/catalogue.ts';

const index = await shippedIndex();
const about: readonly ShowRelevance[] = [
  { show: 'le-bureau-des-legendes', relevance: 'about', confidence: 1, signals: [] },
];

function links(text: string, shows: readonly ShowRelevance[] = about): readonly string[] {
  const input = { text, passages: [{ start: 0, end: text.length }], language: 'fr', hits: index.scan(text), shows };
  return readEntities(input, index)
    .flat()
    .map(({ surface, entity }) => `${surface} → ${entity}`);
}

describe('readEntities', () => {
  it('links surnames and code names only on a page about the show', () => {
    expect(links('Malotru hésite.')).toEqual(['Malotru → character:guillaume-debailly']);
    expect(links('Malotru hésite.', [])).toEqual([]);
  });

  it('links a surname once the full name stands on the page', () => {
    expect(links('Mathieu Kassovitz tourne. Kassovitz produit.', [])).toEqual([
      'Mathieu Kassovitz → person:mathieu-kassovitz',
      'Kassovitz → person:mathieu-kassovitz',
    ]);
  });

  it('leaves other bearers of a name alone', () => {
    expect(links('On y croise Cécile Duflot.')).toEqual([]);
    expect(links('Puis Marina Foïs arrive.')).toEqual([]);
  });

  it('knows the word that a code name was taken from', () => {
    expect(links('Il reçoit le César du public.')).toEqual([]);
    expect(links('César pirate un serveur.')).toEqual(['César → character:cesar']);
    expect(links('Quel malotru !')).toEqual([]);
  });

  it('takes capitals-only names only in capitals', () => {
    expect(links('JJA ouvre une enquête.')).toEqual(['JJA → character:jean-jacques-angel']);
    expect(links('Un mag télé.')).toEqual([]);
  });

  it('tells the show from the unit of the same name', () => {
    expect(links('A department called the Bureau of Legends trains agents.')).toEqual([
      'the Bureau of Legends → organisation:service-of-clandestines',
    ]);
    expect(links('J’adore Le Bureau des légendes.')).toEqual(['Le Bureau des légendes → show:le-bureau-des-legendes']);
  });

  it('gives each passage its own mentions, with offsets into the text and no tone yet', () => {
    const text = 'Malotru part. Rien. Marina reste.';
    const passages = [
      { start: 0, end: 13 },
      { start: 14, end: 19 },
      { start: 20, end: 33 },
    ];
    const hits = index.scan(text);
    const mentions = readEntities({ text, passages, language: 'fr', hits, shows: about }, index);
    expect(mentions.map((each) => each.map(({ entity }) => entity))).toEqual([
      ['character:guillaume-debailly'],
      [],
      ['character:marina-loiseau'],
    ]);
    for (const { start, end, surface, sentiment } of mentions.flat()) {
      expect(text.slice(start, end)).toBe(surface);
      expect(sentiment).toBeNull();
    }
  });
});
