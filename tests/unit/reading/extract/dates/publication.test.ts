import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesOf } from '../../../../../src/reading/extract/dates/publication.ts';
import { BODY, pageOf } from './page.ts';

const published = (...args: Parameters<typeof pageOf>) => datesOf(pageOf(...args)).published;

describe('datesOf, with data for machines', () => {
  const html = `<html lang="fr"><meta property="article:published_time" content="2015-06-13T08:00:00Z"><h1>Titre</h1><p>Publié le 14 juin 2015</p>${BODY}`;
  const article = { '@type': 'NewsArticle', datePublished: '2015-06-12', dateModified: '2015-06-20' };

  it('believes the article’s object, then meta elements, then what readers see', () => {
    expect(datesOf(pageOf(html, { things: [article], article }))).toEqual({
      published: { date: '2015-06-12', precision: 'day', basis: 'json-ld' },
      modified: { date: '2015-06-20', precision: 'day', basis: 'json-ld' },
    });
    expect(published(html)).toMatchObject({ date: '2015-06-13', basis: 'meta' });
    expect(published(html.replace(/<meta[^>]*>/u, ''))).toMatchObject({ date: '2015-06-14', basis: 'text' });
  });

  it('reads JSON-LD that is broken', () => {
    const source = '{"@type": "Article", "datePublished": "2015-06-12T10:00:00Z", "headline": "Un "titre""}';
    const page = `<script type="application/ld+json">${source}</script><h1>Titre</h1>${BODY}`;
    expect(published(page)).toMatchObject({ date: '2015-06-12', basis: 'json-ld' });
  });

  it('takes a page’s object, but no event’s; a film’s only where nothing else is dated', () => {
    const event = { '@type': 'Event', datePublished: '2014-01-01', startDate: '2015-01-01' };
    const film = { '@type': 'VideoObject', uploadDate: '2015-01-02' };
    const page = `<h1>Titre</h1>${BODY}`;
    expect(published(page, { things: [event] })).toBeNull();
    expect(published(page, { things: [film] })).toMatchObject({ date: '2015-01-02' });
    expect(published(`<h1>Titre</h1><p>Publié le 5 mai 2015</p>${BODY}`, { things: [film] })?.date).toBe('2015-05-05');
    expect(published(page, { things: [event, { '@type': 'WebPage', datePublished: '2015-02-03' }] })?.date).toBe(
      '2015-02-03',
    );
  });

  it('believes no day after that of fetching', () => {
    expect(published(html, { fetchedOn: '2015-06-12' })?.date).toBe('2015-06-13');
    expect(published(html, { fetchedOn: '2015-06-01' })).toBeNull();
  });

  it('takes a month or a year where that is all', () => {
    const meta = (date: string) => `<meta name="citation_publication_date" content="${date}"><h1>Titre</h1>${BODY}`;
    expect(published(meta('2015/06'))).toEqual({ date: '2015-06', precision: 'month', basis: 'meta' });
    expect(published(meta('2015'))).toEqual({ date: '2015', precision: 'year', basis: 'meta' });
    expect(published(meta('2015-99'))).toBeNull();
  });

  it('drops a change that came before the article', () => {
    const odd = { ...article, dateModified: '2015-06-01' };
    expect(datesOf(pageOf(html, { things: [odd], article: odd })).modified).toBeNull();
  });
});

describe('datesOf, on addresses', () => {
  const html = `<h1>Titre</h1>${BODY}`;

  it('takes the day, or the month, of the address', () => {
    expect(published(html, { url: 'https://journal.example/2015/06/12/titre' })).toMatchObject({ basis: 'url' });
    expect(published(html, { url: 'https://journal.example/2015/06/titre' })).toEqual({
      date: '2015-06',
      precision: 'month',
      basis: 'url',
    });
  });

  it('completes a day without a year by the month of the address or the day of fetching', () => {
    const page = `<html lang="fr"><h1>Titre</h1><p>Le 12 juin</p>${BODY}`;
    expect(published(page, { url: 'https://journal.example/2015/06/titre' })?.date).toBe('2015-06-12');
    expect(published(page, { fetchedOn: '2016-01-10' })?.date).toBe('2015-06-12');
    expect(published(page)).toBeNull();
  });
});

describe('datesOf, on any page', () => {
  const parts = fc.constantFrom(
    '<h1>Titre</h1>',
    BODY,
    '<time datetime="',
    '2015-02-30">',
    '<span class="date">',
    '31/02/2015',
    '12 juin 2015',
    '</span>',
    '</p>',
    '<abbr title="99/99/9999">',
    '<div class="comments">',
    'hier',
    '<meta name="date" content="',
    '2015-13-13">',
    '00.00.0000',
    'Posted on ',
    '12',
    'Jun',
  );

  it('never throws, and never gives a date that is none', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(parts, fc.string()), { maxLength: 25 }), (html) => {
        const dates = datesOf(
          pageOf(html.join(''), { fetchedOn: '2016-03-01', url: 'https://journal.example/2015/02/x' }),
        );
        for (const found of [dates.published, dates.modified]) {
          const full = `${found?.date ?? '2015'}-01-01`.slice(0, 10);
          expect(new Date(`${full}T00:00:00Z`).toISOString().slice(0, 10)).toBe(full);
          expect(full <= '2016-03-02').toBe(true);
        }
      }),
    );
  });
});
