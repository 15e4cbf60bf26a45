import { describe, expect, it } from 'vitest';
import type { ShowRelevance } from '../../../../src/domain/reading.ts';
import { readEntities } from '../../../../src/reading/entities/entities.ts';
import { shippedIndex } from '../../../support/catalogue.ts';

const index = await shippedIndex();
const about = (show: string): readonly ShowRelevance[] => [{ show, relevance: 'about', confidence: 1, signals: [] }];

function linked(text: string, show = 'le-bureau-des-legendes', language = 'fr'): readonly string[] {
  const passages = [{ start: 0, end: text.length }];
  return readEntities({ text, passages, language, hits: index.scan(text), shows: about(show) }, index)
    .flat()
    .flatMap(({ surface, entity }) => (entity === null ? [] : [`${surface} → ${entity}`]));
}

describe('names behind titles', () => {
  it('hold the title in English, not in French', () => {
    expect(linked('Dr Balmes listens.', undefined, 'en')).toEqual(['Dr Balmes → character:laurene-balmes']);
    expect(linked('Alors Mme Balmes écoute.')).toEqual(['Balmes → character:laurene-balmes']);
    expect(linked('Young Balmes listens.', undefined, 'en')).toEqual(['Balmes → character:laurene-balmes']);
  });
});

describe('names beside names', () => {
  it.each([
    'Leonard Cohen chante.',
    'Puis Michel Drucker reçoit.',
    'Marcel Proust dort.',
    'Céline Dion chante.',
    'On y voit A. Kassovitz.',
  ])('leaves other bearers alone: %s', (text) => {
    expect(linked(text)).toEqual([]);
  });

  it.each([
    ['Hormis Kassovitz, rien.', 'Kassovitz → person:mathieu-kassovitz'],
    ['Le commandant Sisteron perd une jambe.', 'Sisteron → character:raymond-sisteron'],
    ['On quitte la Syrie. Duflot reste.', 'Duflot → character:henri-duflot'],
    ['Kassovitz’s Malotru.', 'Kassovitz → person:mathieu-kassovitz'],
    ['CAR MALOTRU EST LÀ', 'MALOTRU → character:guillaume-debailly'],
  ])('knows words that are no first names: %s', (text, link) => {
    expect(linked(text)).toContain(link);
  });

  it('takes initials that fit into the name, but no French Monsieur', () => {
    expect(linked('Selon É. Rochant, oui.')).toEqual(['É. Rochant → person:eric-rochant']);
    expect(linked('Selon M. Kassovitz, oui.')).toEqual(['Kassovitz → person:mathieu-kassovitz']);
    expect(linked('Says M. Kassovitz.', undefined, 'en')).toEqual(['M. Kassovitz → person:mathieu-kassovitz']);
  });

  it('gives a surname to nobody whom the text names otherwise', () => {
    expect(linked('Michel Drucker reçoit la troupe. Drucker plaisante.')).toEqual([]);
    expect(linked('Léa Drucker joue. Drucker brille.')).toHaveLength(2);
  });
});

describe('names within longer names', () => {
  it.each([
    'la Banque de France',
    'le Festival de Cannes',
    'Marion de Lyon',
    'en Seine-Saint-Denis',
    'en Île-de-France',
    'depuis l’Afrique du Sud',
    'seen in South Africa',
    'pendant la guerre d’Algérie',
  ])('finds no place in %s', (text) => {
    expect(linked(`On parle ici de ${text}.`)).toEqual([]);
  });

  it.each(['Alger', 'Paris-based'])('finds the place in %s', (place) => {
    expect(linked(`They left the ${place} studio.`)).toHaveLength(1);
  });

  it('finds no show in its homonyms', () => {
    expect(linked('The Department of Homeland Security waits.', 'homeland')).toEqual([]);
    expect(linked('He is not Arsène Lupin.', 'lupin')).toEqual([]);
    expect(linked('The crown weighs on him.', 'the-crown')).toEqual([]);
    expect(linked('Then Homeland returns.', 'homeland')).toEqual(['Homeland → show:homeland']);
  });

  it('tells outlets from the words that they are named after', () => {
    expect(linked('La libération tarde, la Libération aussi.')).toEqual([]);
    expect(linked('Variety is the spice of life.')).toEqual([]);
    expect(linked('Variety calls it addictive.')).toEqual(['Variety → organisation:variety']);
  });
});
