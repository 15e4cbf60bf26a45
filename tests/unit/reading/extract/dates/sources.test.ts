import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { givenDate, withGiven } from '../../../../../src/reading/extract/dates/given.ts';
import { relativeDate } from '../../../../../src/reading/extract/dates/relative.ts';
import { urlDate, urlDay } from '../../../../../src/reading/extract/dates/url.ts';
import { ANY_MANNER } from '../../../../../src/reading/extract/dates/written.ts';

describe('urlDate', () => {
  it.each([
    ['https://journal.example/2015/06/12/une-serie', '2015-06-12', true],
    ['https://journal.example/2015/jun/12/a-series', '2015-06-12', true],
    ['https://journal.example/20150612/une-serie', '2015-06-12', true],
    ['https://journal.example/articles/2015-06-12-une-serie', '2015-06-12', true],
    ['https://journal.example/une-serie-20150612.html', '2015-06-12', false],
    ['https://journal.example/150612-une-serie', '2015-06-12', false],
    ['https://journal.example/article/A2015061210420001', '2015-06-12', false],
    ['https://journal.example/2015/06/une-serie', '2015-06', true],
    ['https://journal.example/2015/juin/une-serie', '2015-06', true],
  ])('reads %s', (url, date, sure) => {
    expect(urlDate(url)).toMatchObject({ date, sure });
  });

  it.each([
    'https://journal.example/12345678/',
    'https://2015-06-12.example/',
    'https://journal.example/2015/13/x',
    '',
  ])('finds nothing in %s', (url) => {
    expect(urlDate(url)).toBeNull();
  });

  it('tells days from months', () => {
    expect(urlDay('https://journal.example/2015/06/x')).toBeNull();
    expect(urlDay('https://journal.example/2015/06/12/x')).toBe('2015-06-12');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
        expect(urlDate(url)?.date ?? '2015').toMatch(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u);
      }),
    );
  });
});

describe('relativeDate', () => {
  it.each([
    ['fr', 'hier à 18:00', '2015-06-11'],
    ['fr', "Publié aujourd'hui", '2015-06-12'],
    ['fr', 'il y a 3 jours', '2015-06-09'],
    ['fr', 'il y a 2 mois', '2015-04'],
    ['fr', 'le 25 mai dernier', '2015-05-25'],
    ['fr', '25 décembre', '2014-12-25'],
    ['en', 'Posted yesterday', '2015-06-11'],
    ['en', '2 weeks ago', '2015-05-29'],
    ['en', '3 years ago', '2012'],
    ['de', 'gestern', '2015-06-11'],
    ['de', 'vor 2 Tagen', '2015-06-10'],
    ['es', 'hace 3 días', '2015-06-09'],
    ['pl', 'wczoraj', '2015-06-11'],
  ])('reads in %s: %s', (language, text, date) => {
    expect(relativeDate(text, { ...ANY_MANNER, language }, '2015-06-12')?.date).toBe(date);
  });

  it('does not take a word of one language for one of another', () => {
    expect(relativeDate('Lesen Sie hier weiter', { ...ANY_MANNER, language: 'de' }, '2015-06-12')).toBeNull();
  });
});

describe('withGiven', () => {
  const own = { date: '2015-06-12', precision: 'day', basis: 'json-ld' } as const;
  const month = { date: '2015-06', precision: 'month', basis: 'url' } as const;

  it('lets what the user says win, and a feed only over what is no day', () => {
    expect(withGiven(own, {})).toBe(own);
    expect(withGiven(own, { published: '2016-01-02' })).toMatchObject({ date: '2016-01-02', basis: 'given' });
    expect(withGiven(own, { published: '2016-01-02', publishedBasis: 'feed' })).toBe(own);
    expect(withGiven(month, { published: '2015-06-14', publishedBasis: 'feed' })).toMatchObject({ basis: 'feed' });
    expect(withGiven(null, { published: '2015' })).toMatchObject({ date: '2015', precision: 'year' });
  });

  it('keeps the page’s own date where the given one is none', () => {
    expect(withGiven(own, { published: 'soon' })).toBe(own);
    expect(givenDate('2015-13', 'given')).toBeNull();
  });
});
