import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeness, runsOf } from '../../../../src/reading/fingerprint/likeness.ts';

const review =
  'La saison s’ouvre sur un silence. Pendant dix minutes, personne ne parle, et l’on comprend que tout a été dit la saison précédente. ' +
  'Les scénaristes prennent leur temps, au risque de perdre ceux qui attendaient une poursuite dans les rues de Moscou. ' +
  'Puis le récit se resserre, les mensonges se répondent d’un bureau à l’autre, et le dernier épisode laisse sans voix.';

describe('likeness', () => {
  it('says which share of each text stands in the other, and where', () => {
    const half = review.split(' ').slice(0, 30).join(' ');
    const found = likeness(runsOf(half), runsOf(`Notre avis en bref. ${review}`));
    expect(found?.first).toMatchObject({ share: 1, starts: 1 });
    expect(found?.second.share).toBeGreaterThan(0.4);
    expect(found?.second.share).toBeLessThan(0.6);
  });

  it('does not depend on case, accents or punctuation', () => {
    expect(likeness(runsOf(review), runsOf(review.toUpperCase().replaceAll(',', ' –')))?.first.share).toBe(1);
  });

  it('is null for texts of a few words, of which nothing can be said', () => {
    expect(likeness(runsOf('Une très belle saison.'), runsOf('Une très belle saison.'))).toBeNull();
    expect(likeness(runsOf(''), runsOf(review))).toBeNull();
  });

  it('is the same from both sides', () => {
    const words = fc.array(fc.constantFrom(...new Set(review.split(' '))), { maxLength: 20 });
    const part = fc.nat(60).map((from) => review.split(' ').slice(from));
    const texts = fc.tuple(words, part, words).map((parts) => parts.flat().join(' '));
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const [there, back] = [likeness(runsOf(one), runsOf(other)), likeness(runsOf(other), runsOf(one))];
        expect(back).toEqual(there && { first: there.second, second: there.first });
      }),
    );
  });
});
