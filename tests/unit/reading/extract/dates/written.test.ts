import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthNumber } from '../../../../../src/reading/extract/dates/calendar.ts';
import { anyDay, isoDay } from '../../../../../src/reading/extract/dates/machine.ts';
import { mannerOf } from '../../../../../src/reading/extract/dates/manner.ts';
import { ANY_MANNER, daysIn, monthIn, writtenDay } from '../../../../../src/reading/extract/dates/written.ts';

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/u.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
const days = fc
  .date({ min: new Date('1995-01-01T00:00:00Z'), max: new Date('2029-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const pieces = fc.constantFrom(
  '12',
  '31',
  '2',
  '2015',
  '15',
  ' ',
  '/',
  '.',
  '-',
  'juin',
  'Mai',
  'March ',
  ', ',
  '年',
  '月',
  '日',
  'le ',
  'er',
  'of',
);

describe('writtenDay', () => {
  it.each([
    ['Publié le 12 juin 2015 à 10h42', '2015-06-12'],
    ['le 1er mai 2016', '2016-05-01'],
    ['12.06.2015', '2015-06-12'],
    ['12/06/15', '2015-06-12'],
    ['June 12th, 2015', '2015-06-12'],
    ['Jun 12 2015', '2015-06-12'],
    ['Sunday 5th of April 2009 11:20 PM', '2009-04-05'],
    ['Thu Jun 12 10:42:00 CEST 2014', '2014-06-12'],
    ['Am 12. März 2012 um 12:00 veröffentlicht', '2012-03-12'],
    ['2 FEVRIER 2009', '2009-02-02'],
    ['2015. június 12.', '2015-06-12'],
    ['2015年6月12日', '2015-06-12'],
    ['12-Jun-15', '2015-06-12'],
  ])('reads %s', (text, day) => {
    expect(writtenDay(text)).toBe(day);
  });

  it.each(['30/02/2015', '31 juin 2015', 'version 1.2.3', '192.168.10.12', '12 Jun 15:42', '12 juin 1815', 'en 2015'])(
    'finds no day in %s',
    (text) => {
      expect(writtenDay(text)).toBeNull();
    },
  );

  it('never finds a day that is none', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }), fc.boolean(), (parts, dayFirst) => {
        for (const { date } of daysIn(parts.join(''), { ...ANY_MANNER, dayFirst })) expect(isDay(date)).toBe(true);
      }),
    );
  });

  it('reads digits with the day first or the month first, as the page has it', () => {
    fc.assert(
      fc.property(days, (date) => {
        const [year = '', month = '', day = ''] = date.split('-');
        expect(writtenDay(`${day}/${month}/${year}`, { ...ANY_MANNER, dayFirst: true })).toBe(date);
        expect(writtenDay(`${month}/${day}/${year}`, { ...ANY_MANNER, dayFirst: false })).toBe(date);
        expect(writtenDay(`${day}.${month}.${year}`, { ...ANY_MANNER, dayFirst: false })).toBe(date);
      }),
    );
  });

  it('takes the other order where the usual one names a day to come', () => {
    expect(writtenDay('03/11/2015', { ...ANY_MANNER, latest: '2015-06-30' })).toBe('2015-03-11');
  });

  it('finds no day in a hostile text', () => {
    const found: number[] = [];
    for (const text of ['1 '.repeat(50_000), '12 juin '.repeat(20_000), 'a'.repeat(200_000), '12/'.repeat(50_000)])
      found.push(daysIn(text).length);
    expect(found).toEqual([0, 0, 0, 0]);
  });
});

describe('months', () => {
  it('goes by the language of the page where languages disagree', () => {
    expect(monthNumber('listopada', 'pl')).toBe(11);
    expect(monthNumber('listopada', 'hr')).toBe(10);
    expect(monthNumber('Août')).toBe(8);
    expect(monthNumber('toast')).toBeNull();
  });

  it('reads a month with its year', () => {
    expect(monthIn('Numéro de juin 2015')).toMatchObject({ date: '2015-06', precision: 'month' });
    expect(monthIn('trop 2015')).toBeNull();
  });
});

describe('anyDay', () => {
  it.each([
    ['2015-06-12T23:30:00-05:00', '2015-06-12'],
    ['20150612', '2015-06-12'],
    ['20150612T104200', '2015-06-12'],
    ['1434098520', '2015-06-12'],
    ['1434098520000', '2015-06-12'],
    ['Fri, 12 Jun 2015 10:00:00 +0000', '2015-06-12'],
    ['2015-13-12', null],
    ['', null],
    [null, null],
  ])('reads %s', (text, day) => {
    expect(anyDay(text)).toBe(day);
  });

  it('reads ISO days as they are written', () => {
    fc.assert(
      fc.property(days, (date) => {
        expect(isoDay(`${date}T10:00`)).toBe(date);
      }),
    );
  });
});

describe('mannerOf', () => {
  const origin = (language: string | null, url: string | null) => ({ language, url, fetchedOn: null });

  it.each([
    ['en-US', null, false],
    ['en-GB', null, true],
    ['en', 'https://journal.example.com/a', false],
    ['en', 'https://journal.example.co.uk/a', true],
    ['fr', 'https://journal.example.com/a', true],
    [null, 'https://journal.example.de/a', true],
  ])('knows the order of %s pages at %s', (language, url, dayFirst) => {
    expect(mannerOf(origin(language, url), []).dayFirst).toBe(dayFirst);
  });

  it('believes dates that can be read in one way only', () => {
    expect(mannerOf(origin('en-US', null), ['25/12/2014']).dayFirst).toBe(true);
    expect(mannerOf(origin('fr', null), ['12/25/2014']).dayFirst).toBe(false);
    expect(mannerOf(origin('fr', null), ['12/25/2014', '25/12/2014']).dayFirst).toBe(true);
  });
});
