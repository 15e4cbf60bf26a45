import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadPublishedFigures } from '../../../src/app-figures.ts';
import { parsePublishedFigures } from '../../../src/evaluation/published.ts';

const { figures } = loadPublishedFigures('models');
const [first] = figures;
const changed = (change: object): string => JSON.stringify({ figures: [{ ...first, ...change }] });

describe('published figures of tone', () => {
  it('are there for both languages that have a model', () => {
    expect(figures.map(({ language }) => language)).toEqual(expect.arrayContaining(['fr', 'en']));
  });

  it.each(['en', 'fr'])('speak of sets that the method page can name: %s', (locale) => {
    const messages = JSON.parse(readFileSync(`src/dashboard/messages/${locale}.json`, 'utf8')) as object;
    for (const { set } of figures) expect(Object.keys(messages)).toContain(`method.set.${set}`);
  });

  it('stand once for each language, set and way', () => {
    const keys = figures.map(({ language, set, classes, basis }) => `${language} ${set} ${classes} ${basis}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('are read as they are written', () => {
    expect(parsePublishedFigures(changed({ neutralRecall: null })).figures).toEqual([
      { ...first, neutralRecall: null },
    ]);
  });

  it.each([
    ['a share above one', changed({ accuracy: 1.1 })],
    ['percents', changed({ macroF1: 68.9 })],
    ['four classes', changed({ classes: 4 })],
    ['another basis', changed({ basis: 'guess' })],
    ['an unknown field', changed({ colour: 'red' })],
    ['an interval beside its figure', changed({ low: 0.9, high: 0.95, macroF1: 0.5 })],
    ['no figures', '{}'],
    ['no JSON', 'figures'],
  ])('are refused with %s', (_what, text) => {
    expect(() => parsePublishedFigures(text)).toThrow(expect.objectContaining({ code: 'bad-figures' }));
  });

  it('are missed where there are none', () => {
    expect(() => loadPublishedFigures('migrations')).toThrow(expect.objectContaining({ code: 'bad-figures' }));
  });
});
