import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addLoose, type LooseNames, nearest } from '../../../src/catalogue/misspelt.ts';
import { entity, personAliases } from '../../../src/catalogue/names.ts';
import { foldWord, tokens } from '../../../src/catalogue/tokens.ts';

const parts = (name: string): readonly string[] =>
  personAliases(name).map(({ text, strength, part }) => `${text} ${strength}${part ? ` ${part}` : ''}`);

describe('personAliases', () => {
  it('gives a full name its surname and first name', () => {
    expect(parts('Léa Drucker')).toEqual(['Léa Drucker strong', 'Drucker weak last', 'Léa weak first']);
    expect(parts('Millie Bobby Brown')).toContain('Brown weak last');
  });

  it('keeps the particle of a surname, and drops the French one too', () => {
    expect(parts('Nadia El Mansour')).toEqual(['Nadia El Mansour strong', 'El Mansour weak last', 'Nadia weak first']);
    expect(parts('Camille de Castelnau')).toContain('de Castelnau weak last');
    expect(parts('Camille de Castelnau')).toContain('Castelnau weak last');
  });

  it('takes no title, numeral or article for a name', () => {
    expect(parts('Queen Elizabeth II')).toEqual(['Queen Elizabeth II strong', 'Elizabeth weak last']);
    expect(parts('Dr. Sloane')).toEqual(['Dr. Sloane strong', 'Sloane weak last']);
    expect(parts('Madame de Montespan')).toContain('Montespan weak last');
    expect(parts('Prince of Wales')).toEqual(['Prince of Wales strong']);
    expect(parts('The Professor')).toEqual(['The Professor weak']);
  });
});

describe('nicknames', () => {
  it('are first names', () => {
    expect(parts('Walter White')).toEqual([
      'Walter White strong',
      'White weak last',
      'Walter weak first',
      'Walt weak first',
    ]);
  });
});

describe('tokens', () => {
  it('folds diacritics, ligatures and letters that do not decompose', () => {
    expect(['Étienne', 'Cœur', 'Søren', 'ﬁlm', 'Weiß'].map(foldWord)).toEqual([
      'etienne',
      'coeur',
      'soren',
      'film',
      'weiss',
    ]);
  });

  it('says which words begin with a capital', () => {
    expect(tokens('Éric et le Bureau').map(({ capital }) => capital)).toEqual([true, false, false, true]);
  });

  it('slices back to words, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let last = 0;
        for (const { start, end } of tokens(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toMatch(/^[\p{L}\p{N}\p{M}]+\s?\+?$/u);
          last = end;
        }
      }),
    );
  });
});

describe('nearest', () => {
  const loose: LooseNames = new Map();
  for (const name of ['Darroussin', 'Drucker', 'Druckner', 'Jim Carter']) {
    const [alias = { text: name, strength: 'weak' as const }] = personAliases(name);
    addLoose(loose, name.toLowerCase().split(' '), {
      entity: entity('person', name, [alias]),
      alias,
      show: null,
      distance: 0,
    });
  }
  const names = (word: string): readonly string[] => nearest(loose, word.split(' ')).map(({ entity }) => entity.name);

  it('finds one slip in short names, two in long ones', () => {
    expect(names('darousin')).toEqual(['Darroussin']);
    expect(names('drukcer')).toEqual(['Drucker']);
    expect(names('drukkar')).toEqual([]);
  });

  it('forgives each word only its own slips', () => {
    expect(names('jim cartar')).toEqual(['Jim Carter']);
    expect(names('jim carrey')).toEqual([]);
  });

  it('keeps only the nearest, and not a name written right', () => {
    expect(names('druckers')).toEqual(['Drucker']);
    expect(names('drucknear')).toEqual(['Druckner']);
    expect(names('drucknerr')).toEqual(['Druckner']);
  });
});
