import { describe, expect, it } from 'vitest';
import { namesShow, withNewcomer } from '../../../src/catalogue/newcomer.ts';
import { nearestShows, showNamed } from '../../../src/catalogue/show-names.ts';
import { shippedIndex } from '../../support/catalogue.ts';

describe('a show named by the user', async () => {
  const index = await shippedIndex();
  const shows = [...index.shows.values()];

  it.each([
    ['the-crown', 'the-crown'],
    ['thecrown', 'the-crown'],
    ['spiral', 'engrenages'],
    ['Call My Agent!', 'dix-pour-cent'],
    ['bureau-des-legendes', 'le-bureau-des-legendes'],
  ])('%s is %s', (name, id) => {
    expect(showNamed(name, shows)).toBe(id);
  });

  it('is nobody where nothing fits', () => {
    expect(showNamed('no-such-show', shows)).toBeNull();
    expect(showNamed('', shows)).toBeNull();
  });

  it('is suggested when the spelling slips', () => {
    expect(nearestShows('le-burau-des-legendes', shows)).toEqual(['le-bureau-des-legendes']);
    expect(nearestShows('no-such-show-at-all', shows)).toEqual([]);
  });

  it('is read without being known where the page names it', () => {
    expect(namesShow('« Le Greffe », saison 2', 'le-greffe')).toBe(true);
    expect(namesShow('Un greffier', 'le-greffe')).toBe(false);
    const more = withNewcomer(index, 'le-greffe');
    expect(more.scan('Après Mafiosa, Le Greffe.').map(({ surface }) => surface)).toEqual(['Mafiosa', 'Le Greffe']);
    expect(more.shows.get('le-greffe')?.title).toBe('Le Greffe');
  });
});
