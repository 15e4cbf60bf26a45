import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitPassages } from '../../../../src/reading/passages/passages.ts';

const sentences = (text: string, language: string) =>
  splitPassages(text, language).map(({ start, end }) => text.slice(start, end));

/** Everything that a rule looks at, and what breaks careless offsets. */
const hostile = fc.constantFrom(
  ...['.', '...', '…', '!', '?', '。', '؟', '।', '"', '«', '»', '“', '”', '’', '(', ')', '[', ']', '[12]', '[…]', ':)'],
  ...['-', '—', '•', '*', '----', '1.', '2)', '(3)', 'a.', 'From:', 'Subject:', ' ', ' ', ' ', '\u00A0', '\n', '\r'],
  ...['\u2028', '\u200B', '\uFEFF', '\u0301', '\uD83D', '\uDE00', '😀', 'M', 'M.', 'etc', 'S.', 'J.-C', 'Il', 'The'],
  ...['we', 'été', 'DR', '4,5', '2015', 'http://a.example', 'i', '映画', 'فيلم', ';', ','],
);
const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(hostile, { maxLength: 120 }).map((parts) => parts.join('')),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 }).map((units) => String.fromCharCode(...units)),
);
const languages = fc.constantFrom('fr', 'en', 'de', 'ja', 'und', 'pt-BR', '');

function expectLaw(text: string, language: string): void {
  const spans = splitPassages(text, language);
  expect(sentences(text, language).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
  for (const [i, { start, end }] of spans.entries()) {
    expect(start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
    expect(end).toBeGreaterThan(start);
    expect(end - start).toBeLessThanOrEqual(2_000);
    expect(text.slice(start, end)).not.toMatch(/[\n\r\u2028\u2029]|^\s|\s$/u);
  }
}

describe('splitPassages', () => {
  it('covers every character that is not white space, once and in order, for any text', () => {
    fc.assert(fc.property(texts, languages, expectLaw), { numRuns: 500 });
  });

  it.each([
    '.',
    '"',
    '. ',
    '" ',
    '.)',
    '!"',
    '… ',
    '- ',
    '1. ',
    '1) ',
    ': ',
    'a',
    'M. ',
    '. [1]',
    '\uD83D',
    '* A ',
    ' ',
  ])('covers %j again and again', (part) => {
    expectLaw(part.repeat(5_999), 'fr');
    expectLaw(`${part.repeat(1_000)}Il pleut. ${part.repeat(1_000)}`, 'en');
  });

  it('reads no more than 6,000 sentences', () => {
    expect(splitPassages('Il pleut. '.repeat(7_000), 'fr')).toHaveLength(6_000);
  });

  it('cuts a text without stops at blanks, never inside a character', () => {
    expect(sentences('mot '.repeat(1_000), 'fr').every((part) => /^mot.*mot$/u.test(part))).toBe(true);
    expect(sentences('😀'.repeat(3_000), 'fr').every((part) => !/\p{Surrogate}/u.test(part))).toBe(true);
  });

  it.each(['\n', '\r\n', '\r', '\u2028', '\u2029'])('ends a sentence at the line break %j', (lineBreak) => {
    expect(sentences(`Saison 5${lineBreak}une fin qui divise`, 'fr')).toEqual(['Saison 5', 'une fin qui divise']);
  });

  it('splits sentences that were glued together', () => {
    expect(sentences('It follows its ghost agents.A very unique series.', 'en')).toEqual([
      'It follows its ghost agents.',
      'A very unique series.',
    ]);
    expect(sentences('See www.harrow.example or the Node.js files.', 'en')).toHaveLength(1);
  });

  it('believes small letters only where nobody writes capitals', () => {
    expect(sentences('i saw it twice. great cast. bad ending.', 'en')).toHaveLength(3);
    expect(sentences('It has a cast of approx. ten people incl. children.', 'en')).toHaveLength(1);
  });

  it.each([
    ['ja', '面白かった。また見たい！続きは？'],
    ['hi', 'यह अच्छा है। वह गया। क्यों?'],
    ['ar', 'هل انتهى؟ نعم. ذهب الجميع!'],
  ])('knows the stops of %s', (language, text) => {
    expect(sentences(text, language)).toHaveLength(3);
  });
});

describe('cases', () => {
  const wrongIn = (file: string): readonly string[] =>
    readFileSync(`fixtures/gold/${file}`, 'utf8')
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [language = 'en', marked = ''] = line.split('\t');
        const expected = marked.split(' | ');
        const found = sentences(expected.join(' '), language);
        return JSON.stringify(found) === JSON.stringify(expected) ? [] : [found.join(' | ')];
      });

  it('gets at least 126 of the 129 exactly right', () => {
    expect(wrongIn('sentences.tsv').length).toBeLessThanOrEqual(3);
  });

  it('gets at least 47 of the 50 exactly right that no rule was written for', () => {
    expect(wrongIn('sentences-aside.tsv').length).toBeLessThanOrEqual(3);
  });
});
