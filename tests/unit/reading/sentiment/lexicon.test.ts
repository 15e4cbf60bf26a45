import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hitsOf } from '../../../../src/reading/sentiment/lexicon/hits.ts';
import { readByLexicon } from '../../../../src/reading/sentiment/lexicon/lexicon.ts';
import { wordsOf } from '../../../../src/reading/sentiment/lexicon/lists.ts';
import { lexiconLanguages, tokenise } from '../../../../src/reading/sentiment/lexicon/tokens.ts';

const labelOf = (text: string, language: string) => readByLexicon(text, language)?.label;
const signsOf = (text: string, language: 'es' | 'de' | 'it' | 'pt' | 'nl') =>
  hitsOf(text, language)
    .filter(({ critical }) => critical)
    .map(({ value }) => Math.sign(value));

describe('tone by word lists', () => {
  it.each([
    ['es', 'Una serie brillante y conmovedora.', 'Una serie aburrida y torpe.'],
    ['de', 'Eine brillante, mitreißende Serie.', 'Eine langweilige, plumpe Serie.'],
    ['it', 'Una serie brillante e commovente.', 'Una serie noiosa e goffa.'],
    ['pt', 'Uma série brilhante e comovente.', 'Uma série aborrecida e previsível.'],
    ['nl', 'Een briljante en ontroerende serie.', 'Een saaie en voorspelbare serie.'],
  ])('%s: praise is positive, blame is negative, and both rest on the lists', (language, good, bad) => {
    expect(readByLexicon(good, language)).toMatchObject({ label: 'positive', basis: 'lexicon' });
    expect(readByLexicon(bad, language)).toMatchObject({ label: 'negative', basis: 'lexicon' });
  });

  it.each(['fr', 'en', 'sv', 'und', '', 'ES', 'es-MX', 'constructor', '__proto__'])('is null for %j', (language) => {
    expect(readByLexicon('Brillante.', language)).toBeNull();
  });

  it.each([
    ['es', 'El estreno será el 12 de mayo.'],
    ['de', 'Die Staffel startet am 12. Mai.'],
    ['it', 'La stagione parte il 12 maggio.'],
    ['pt', 'A temporada estreia a 12 de maio.'],
    ['nl', 'Het seizoen begint op 12 mei.'],
    ['es', ''],
    ['de', ' …!?'],
  ])('%s: without polar words there is no sign: %j', (language, text) => {
    expect(readByLexicon(text, language)).toMatchObject({ label: 'neutral', score: 0 });
  });

  it('gives no verdict on a question', () => {
    expect(labelOf('¿Es una serie brillante y conmovedora?', 'es')).toBe('neutral');
  });
});

describe('negation', () => {
  it.each([
    ['es', 'El final no convence ni resulta creíble.'],
    ['de', 'Das Ende ist nicht spannend.'],
    ['de', 'Das Ende überzeugt nicht.'],
    ['it', 'Il finale non è convincente.'],
    ['pt', 'O final não é convincente.'],
    ['nl', 'Het einde is niet spannend.'],
    ['nl', 'Het einde overtuigt niet.'],
  ] as const)('%s: turns praise round: %s', (language, text) => {
    expect(signsOf(text, language)).not.toContain(1);
    expect(signsOf(text, language)).toContain(-1);
  });

  it.each([
    ['es', 'No solo es brillante.'],
    ['de', 'Sie ist nicht nur brillant.'],
    ['it', 'Non solo è brillante.'],
    ['pt', 'Não só é brilhante.'],
    ['nl', 'Ze is niet alleen briljant.'],
  ] as const)('%s: "not only" negates nothing', (language, text) => {
    expect(signsOf(text, language)).toEqual([1]);
  });

  it.each([
    ['es', 'No. Brillante.'],
    ['de', 'Nein, nicht hier. Brillant.'],
    ['it', 'Non qui, brillante.'],
    ['pt', 'Não aqui, brilhante.'],
    ['nl', 'Niet hier. Briljant.'],
  ] as const)('%s: ends at a pause', (language, text) => {
    expect(signsOf(text, language)).toEqual([1]);
  });

  it.each(lexiconLanguages)('%s: does not leak from one call into the next', (language) => {
    const negators = { es: 'no', de: 'nicht', it: 'non', pt: 'não', nl: 'niet' } as const;
    const praise = { es: 'brillante', de: 'brillant', it: 'brillante', pt: 'brilhante', nl: 'briljant' } as const;
    const before = readByLexicon(praise[language], language);
    readByLexicon(`${praise[language]} ${negators[language]}`, language);
    readByLexicon(negators[language], language);
    expect(readByLexicon(praise[language], language)).toEqual(before);
    expect(before?.label).toBe('positive');
  });
});

describe('turns, titles and story words', () => {
  it.each([
    ['es', 'El reparto es brillante, pero el guion es aburrido.'],
    ['de', 'Die Bilder sind großartig, aber die Handlung ist langweilig.'],
    ['it', 'La regia è elegante, ma la trama è noiosa.'],
    ['pt', 'O elenco é brilhante, mas a trama é previsível.'],
    ['nl', 'De beelden zijn prachtig, maar het verhaal is saai.'],
  ])('%s: what follows "but" decides', (language, text) => {
    expect(labelOf(text, language)).toBe('negative');
  });

  it('a concession counts less than the main clause', () => {
    expect(labelOf('Aunque el arranque es aburrido, el desenlace es magistral.', 'es')).toBe('positive');
    expect(labelOf('Obwohl der Anfang langweilig ist, ist das Finale großartig.', 'de')).toBe('positive');
  });

  it('words inside a quoted title say nothing', () => {
    expect(
      hitsOf('El canal emite mañana «Una Vida Brillante» a las diez.', 'es').filter((hit) => hit.critical),
    ).toEqual([]);
  });

  it('the best friend of a victim is no praise', () => {
    expect(labelOf('Der beste Freund des Opfers stirbt.', 'de')).toBe('neutral');
    expect(labelOf('La policía sospecha del mejor amigo de la víctima.', 'es')).toBe('neutral');
  });
});

describe('lists', () => {
  it('are indexed once for a language', () => {
    expect(wordsOf('nl')).toBe(wordsOf('nl'));
  });

  it.each(lexiconLanguages)('%s: say nothing of what every object has, and nothing infinite', (language) => {
    const { lookup } = wordsOf(language);
    for (const word of ['constructor', '__proto__', 'tostring']) expect(lookup(word)).toBeNull();
    for (const { text } of tokenise('brillante brillant brilhante briljant', language))
      expect(Number.isFinite(lookup(text)?.value ?? 0)).toBe(true);
  });
});

describe('any string', () => {
  const words = 'no nicht non não niet brillante langweilig noioso mau prachtig pero aber , . « » ‘ ’ ? 12'.split(' ');
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((each) => each.join(' ')),
  );

  it('has a score in [−1, 1], a confidence in [0, 1], and the same reading twice', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...lexiconLanguages), (any, language) => {
        const read = readByLexicon(any, language);
        expect(Math.abs(read?.score ?? 2)).toBeLessThanOrEqual(1);
        expect(read?.confidence).toBeGreaterThanOrEqual(0);
        expect(read?.confidence).toBeLessThanOrEqual(1);
        expect(readByLexicon(any, language)).toEqual(read);
      }),
      { numRuns: 300 },
    );
  });

  it('is read in linear time: a megabyte passes', () => {
    const hostile = ['a', 'a-', '«', '‘A ', 'no ', 'pero brillante ', 'nicht brillant ', 'ñ,', '́', 'Aß'];
    for (const unit of hostile)
      for (const language of lexiconLanguages)
        expect(readByLexicon(unit.repeat(Math.ceil(1e6 / unit.length)), language)?.basis).toBe('lexicon');
  });
});
