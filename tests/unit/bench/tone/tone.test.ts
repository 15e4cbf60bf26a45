import { describe, expect, it } from 'vitest';
import { loadToneModels } from '../../../../src/app-models.ts';
import { loadNatural } from '../../../../src/bench/tone/peer.ts';
import { benchTone, type ToneDocument } from '../../../../src/bench/tone/tone.ts';

const document = (...texts: readonly string[]): ToneDocument => ({
  register: 'review',
  title: 'Le phare de Kerlouan',
  sentences: texts.map((text) => ({ text })),
});
const fr = [
  document('Une saison magnifique.', 'Le dernier épisode dure une heure.'),
  document('Un scénario ennuyeux.'),
];
const en = [document('A superb season.', 'The last episode is dull.')];

describe('the bench of tone', () => {
  it('times both languages and loads the models anew', async () => {
    let loads = 0;
    const bench = await benchTone({ fr, en }, () => {
      loads++;
      return loadToneModels('models');
    });
    expect(loads).toBe(6);
    expect(bench.loadMs).toBeGreaterThan(0);
    expect(bench.languages.fr).toMatchObject({ documents: 2, sentences: 3 });
    expect(bench.languages.en).toMatchObject({ documents: 1, sentences: 2 });
    expect(bench.languages.fr?.micros).toBeGreaterThan(0);
    expect(bench.languages.fr?.timesNatural).toBeGreaterThan(0);
  });

  it('leaves out a language without documents, and has no data without models', async () => {
    const bench = await benchTone({ fr: [], en }, () => loadToneModels('models'));
    expect(Object.keys(bench.languages)).toEqual(['en']);
    await expect(benchTone({ fr, en }, () => ({}))).rejects.toMatchObject({ code: 'no-data', disposition: 'fatal' });
  });
});

describe('the peer', () => {
  it.each([
    ['en', 'A superb, wonderful season.', 1],
    ['en', 'An awful, boring season.', -1],
    ['en', 'The last episode lasts an hour.', 0],
    ['fr', 'Une série magnifique et excellente.', 1],
    ['fr', 'Un scénario affreux, ennuyeux et ridicule.', -1],
  ] as const)('reads in %s: %s', async (language, text, sign) => {
    const natural = await loadNatural();
    expect(Math.sign(natural[language](text))).toBe(sign);
  });
});
