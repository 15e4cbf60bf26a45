import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../../src/reading/language/language.ts';
import { passageLanguage } from '../../../../src/reading/language/passage-language.ts';
import { languageModels as models } from '../../../support/language.ts';

const samples: Readonly<Record<string, string>> = {
  fr: 'La deuxième saison confirme tout le bien que l’on pensait de cette série d’espionnage, servie par des comédiens inspirés.',
  en: 'The second season confirms everything we liked about this spy drama, served by a cast that never puts a foot wrong.',
  es: 'La segunda temporada confirma todo lo bueno que pensábamos de esta serie de espionaje, con unos actores inspirados.',
  de: 'Die zweite Staffel bestätigt alles Gute, was wir über diese Spionageserie gedacht haben, getragen von starken Darstellern.',
  it: 'La seconda stagione conferma tutto il bene che pensavamo di questa serie di spionaggio, con attori davvero ispirati.',
  ca: 'La segona temporada confirma tot el que pensàvem d’aquesta sèrie d’espionatge, amb uns actors que estan molt inspirats.',
  nb: 'Den andre sesongen bekrefter alt det gode vi mente om denne spionserien, med skuespillere som aldri trår feil i rollene.',
  pl: 'Drugi sezon potwierdza wszystko, co dobre myśleliśmy o tym serialu szpiegowskim, z aktorami w znakomitej formie.',
  ru: 'Второй сезон подтверждает всё хорошее, что мы думали об этом шпионском сериале, с прекрасными актёрами в главных ролях.',
  ja: '第二シーズンは、このスパイドラマについて私たちが考えていた良い点をすべて裏付けている。俳優たちも素晴らしい。',
};
const french = samples['fr'] ?? '';
const english = samples['en'] ?? '';
const codeOf = (text: string, hints: readonly string[] = []) => detectLanguage(text, hints, models).code;

describe('the language of a document', () => {
  it.each(Object.entries(samples))('reads %s', (code, text) => {
    expect(codeOf(text)).toBe(code);
  });

  it('is that of most of its text, wherever it stands', () => {
    expect(codeOf(`${english}\n${french}\n${french} ${french}`)).toBe('fr');
    expect(codeOf(`${french}\n${english}\n${english} ${english}`)).toBe('en');
  });

  it('is read from many short lines', () => {
    expect(codeOf('Saison 5\nLa fin\nUn épisode de trop\nLes acteurs\nCe que l’on sait de la suite')).toBe('fr');
  });

  it.each([
    [
      'Scots',
      'Aa human sowels is born free and equal in dignity and richts. They are tochered wi mense and conscience and shuld guide theirsels ane til ither in a speerit o britherheid.',
    ],
    [
      'Walloon',
      'Tos lès-omes vinèt-st-å monde lîbes, èt so-l’minme pîd po çou qu’ènn’èst d’leû dignité èt d’leûs dreûts. I n’sont nin foû rêzon èt-z-ont-i leû consyince po zèls.',
    ],
    [
      'Occitan',
      'Totes los èssers umans naisson liures e egals en dignitat e en drech. Son dotats de rason e de consciéncia e se devon comportar los unes amb los autres dins un esperit de fraternitat.',
    ],
    [
      'Pidgin',
      'Everi human being, naim dem born free and dem dey equal for dignity and di rights wey we get, as human beins. God don give dem reason and conscience.',
    ],
  ])('is never French or English for %s', (_name, text) => {
    expect(['fr', 'en']).not.toContain(codeOf(text));
  });

  it('lets the page break the tie on a short text, and an English default least of all hints', () => {
    expect(codeOf('Excellent !', ['fr-FR'])).toBe('fr');
    expect(codeOf('Excellent !', ['en', 'fr-FR'])).toBe('fr');
  });

  it.each(Object.entries(samples).filter(([, text]) => text.length >= 100))(
    'never lets the page overrule a hundred characters of %s',
    (code, text) => {
      expect(codeOf(text, [code === 'en' ? 'fr' : 'en'])).toBe(code);
    },
  );

  it('says und for text without language', () => {
    expect(detectLanguage('12 345 — 67,8 %', [], models)).toEqual({ code: 'und', confidence: 0 });
    expect(codeOf('')).toBe('und');
  });

  it('never throws, is the same twice, and is sure of at most 1', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: 'grapheme', maxLength: 400 }),
    );
    fc.assert(
      fc.property(text, (any) => {
        const told = detectLanguage(any, [], models);
        expect(detectLanguage(any, [], models)).toEqual(told);
        expect(told.confidence).toBeLessThanOrEqual(1);
        expect(told.code).toMatch(/^[a-z]{2,3}$/u);
      }),
    );
  });
});

describe('the language of a sentence', () => {
  const languageOf = (text: string, document: string) => passageLanguage(text, document, models);

  it('is heard in a quotation that stands alone', () => {
    expect(languageOf('“This is the best show on television right now.”', 'fr')).toBe('en');
    expect(languageOf('« Je suis resté bouche bée devant la mise en scène. »', 'en')).toBe('fr');
  });

  it('is not flipped by titles and quotations inside it', () => {
    expect(languageOf('How I Met Your Mother mérite tous les prix.', 'fr')).toBe('fr');
    expect(languageOf('He called it « une série que personne ne peut quitter » and left for the day.', 'en')).toBe(
      'en',
    );
  });

  it('is the document’s for names and fragments', () => {
    expect(languageOf('The Bureau', 'fr')).toBe('fr');
    expect(languageOf('Le Bureau des légendes', 'en')).toBe('en');
  });

  it('is found where the language has no list of function words', () => {
    const swedish =
      'Den andra säsongen bekräftar allt det goda vi tyckte om den här spionserien från början till slut.';
    expect(languageOf(swedish, 'fr')).toBe('sv');
  });

  it('is right in the mixed documents, at the pinned share', () => {
    const documents = JSON.parse(readFileSync('fixtures/gold/mixed.json', 'utf8')) as readonly {
      readonly sents: readonly (readonly [string, string])[];
    }[];
    const rows = documents.flatMap(({ sents }) => {
      const document = codeOf(sents.map(([text]) => text).join('\n'));
      return sents.map(([text, language]) => languageOf(text, document) === language);
    });
    expect(rows.filter(Boolean).length / rows.length).toBeGreaterThanOrEqual(0.985);
  });
});
