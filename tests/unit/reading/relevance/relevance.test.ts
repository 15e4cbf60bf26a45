import { describe, expect, it } from 'vitest';
import { loadRelevanceModel } from '../../../../src/app-models.ts';
import type { ShowId } from '../../../../src/domain/catalogue.ts';
import { readRelevance } from '../../../../src/reading/relevance/relevance.ts';
import { shippedIndex } from '../../../support/catalogue.ts';

const index = await shippedIndex();
const model = loadRelevanceModel('models');
const SHOW = 'le-bureau-des-legendes';

function read(title: string | null, text: string, options: { readonly url?: string; readonly given?: ShowId } = {}) {
  const { url = null, given } = options;
  return readRelevance({ title, text, url, hits: index.scan(text), given }, index, model);
}
const relevance = (title: string | null, text: string): string =>
  read(title, text).find(({ show }) => show === SHOW)?.relevance ?? 'none';

describe('readRelevance', () => {
  it('takes a strong title in the title for the subject', () => {
    expect(relevance('Le Bureau des légendes revient', 'Un retour très attendu.')).toBe('about');
  });

  it('needs something of the show beside an everyday title', () => {
    expect(relevance('The Bureau', 'It opens at nine and closes at five.')).toBe('none');
    expect(relevance('The Bureau', 'Mathieu Kassovitz is back undercover.')).toBe('about');
    expect(relevance('The Bureau season 5', 'It is all over.')).toBe('about');
  });

  it('does not take a longer name or a homonym for the show', () => {
    expect(relevance('The Bureau of Quiet Affairs season 2', 'The children are back.')).toBe('none');
    expect(relevance('Census Bureau season of hiring', 'The Bureau needs staff.')).toBe('none');
    expect(relevance('Un bureau des légendes locales', 'Une association les recueille.')).toBe('none');
  });

  it('tells by characters and people where the show is not named', () => {
    expect(relevance('Sara Giraudeau raconte', 'Marina Loiseau part à Téhéran dans la saison 2.')).toBe('about');
    expect(relevance('Marina', 'Angel et Marina dansent.')).toBe('none');
  });

  it('knows a comparison by its words', () => {
    for (const text of [
      'Une fresque par le créateur du Bureau des légendes.',
      'Pour les fans du Bureau des légendes.',
      'La chaîne mise sur Engrenages, Hippocrate et Le Bureau des légendes.',
    ]) {
      expect([text, relevance('Une nouvelle série arrive', text)]).toEqual([text, 'mention']);
    }
  });

  it('gives the document to the show in its title', () => {
    const shows = read('Baron noir, la critique', 'Après Le Bureau des légendes, la chaîne raconte la politique.');
    expect(shows.map(({ show, relevance: how }) => `${show} ${how}`)).toEqual(['baron-noir about', `${SHOW} mention`]);
  });

  it('believes what is given with the page', () => {
    const [first, ...rest] = read(null, 'Ten episodes of pure joy.', { given: SHOW });
    expect(first).toMatchObject({ show: SHOW, relevance: 'about', confidence: 1 });
    expect(first?.signals[0]).toBe('given with the page');
    expect(rest).toEqual([]);
  });

  it('says in words what decided', () => {
    const [first] = read('Le Bureau des légendes', 'Malotru revient.', {
      url: 'https://a.example/bureau-des-legendes-5',
    });
    expect(first?.signals).toContain('the title names the show');
    expect(first?.signals).toContain('the address names the show');
  });

  it('keeps confidence between 0 and 1', () => {
    for (const { confidence } of read('Homeland', 'Claire Danes et Le Bureau des légendes. '.repeat(50))) {
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });
});
