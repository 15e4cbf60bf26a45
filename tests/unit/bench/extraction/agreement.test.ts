import { describe, expect, it } from 'vitest';
import { agreement, figuresOf, type ReadPage } from '../../../../src/bench/extraction/agreement.ts';
import type { LabelledPage } from '../../../../src/bench/extraction/pages.ts';

const nothing: LabelledPage = {
  id: 'a',
  set: 'essai',
  url: null,
  text: null,
  title: null,
  authors: null,
  date: null,
  language: null,
  type: 'article',
  holds: [],
  lacks: [],
  bytes: () => new Uint8Array(),
};
const page = (marked: Partial<LabelledPage>): LabelledPage => ({ ...nothing, ...marked });
const read = (found: Partial<ReadPage>): ReadPage => ({ text: '', title: null, authors: [], date: null, ...found });

describe('agreement', () => {
  it('says nothing about what nobody marked', () => {
    expect(agreement(nothing, read({ text: 'Une île', title: 'Une île', date: '2021-01-02' }))).toEqual({
      text: null,
      held: null,
      title: null,
      authors: null,
      date: null,
    });
  });

  it('compares titles by their letters', () => {
    const title = (found: string | null) =>
      agreement(page({ title: 'L’Île — saison 2' }), read({ title: found })).title;
    expect(title("L'ILE: Saison 2")).toBe(true);
    expect(title('L’Île')).toBe(false);
    expect(title(null)).toBe(false);
  });

  it.each([
    [['Jeanne Exemple', 'Paul Essai'], ['Paul Essai', 'Jeanne Exemple'], true],
    [['Jeanne Exemple, Paul Essai'], ['Paul Essai', 'Jeanne Exemple'], true],
    [['Jeanne Exemple et Paul Essai'], ['jeanne exemple', 'PAUL ESSAI'], true],
    [['Zoé Modèle'], ['Zoe Modele'], true],
    [['Jeanne Exemple'], ['Jeanne Exemple', 'Paul Essai'], false],
    [['Jeanne Exemple', 'Paul Essai'], ['Jeanne Exemple'], false],
    [['Jeanne Exemple'], [], false],
  ])('compares the names %j and %j as sets', (authors, found, same) => {
    expect(agreement(page({ authors }), read({ authors: found })).authors).toBe(same);
  });

  it('compares days, whatever the hour', () => {
    const date = (found: string | null) => agreement(page({ date: '2021-03-02' }), read({ date: found })).date;
    expect([date('2021-03-02T23:10:00Z'), date('2021-03-03'), date('2021-03'), date(null)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('counts the sentences that had to be there and those that had not', () => {
    const marked = page({ holds: ['Une île, en hiver.', 'La fin.'], lacks: ['Abonnez-vous !', 'Lire aussi'] });
    expect(agreement(marked, read({ text: 'Une île\nen hiver.\nAbonnez-vous' })).held).toEqual({
      wanted: 2,
      kept: 1,
      unwanted: 1,
    });
  });
});

describe('figures', () => {
  it('are null where no page was marked', () => {
    expect(figuresOf([])).toEqual({
      pages: 0,
      f1: null,
      precision: null,
      recall: null,
      below06: 0,
      sentencesF1: null,
      titles: null,
      authors: null,
      dates: null,
    });
  });

  it('take each mean over the pages that were marked for it', () => {
    const all = [
      agreement(page({ text: 'a b c d', title: 'Une île' }), read({ text: 'a b c d', title: 'Une île' })),
      agreement(page({ text: 'a b c d e', title: 'Une île' }), read({ text: 'a b c d x y z', title: 'Deux îles' })),
      agreement(page({ date: '2021-03-02' }), read({ date: '2021-03-02' })),
    ];
    // Precision 1 and 1/4, recall 1 and 1/2.
    expect(figuresOf(all)).toMatchObject({ pages: 3, precision: 0.625, recall: 0.75, f1: 0.6818, below06: 1 });
    expect(figuresOf(all)).toMatchObject({ titles: 0.5, authors: null, dates: 1 });
  });

  it('add sentences up over all pages', () => {
    const marked = page({ holds: ['un', 'deux'], lacks: ['trois'] });
    const all = ['un deux', 'un trois'].map((text) => agreement(marked, read({ text })));
    // Kept 3 of 4, with 1 too many: precision and recall are 3/4.
    expect(figuresOf(all).sentencesF1).toBe(0.75);
  });
});
