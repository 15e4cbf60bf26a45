import { describe, expect, it } from 'vitest';
import { authorsOf } from '../../../../../src/reading/extract/metadata/authors.ts';
import { bylineIn, namesIn } from '../../../../../src/reading/extract/metadata/names.ts';
import { jsonLd, pageOf, text } from './support.ts';

const authorsIn = (html: string): readonly string[] => authorsOf(pageOf(html));
const article = (author: unknown): string =>
  `${jsonLd({ '@type': 'NewsArticle', headline: 'Un titre', author })}<h1>Un titre</h1>${text}`;

describe('namesIn', () => {
  it.each([
    ['By Ada Bly', ['Ada Bly']],
    ['By Ada Bly, TV critic', ['Ada Bly']],
    ['By Ada Bly, Cy Dow and Eva Fynn', ['Ada Bly', 'Cy Dow', 'Eva Fynn']],
    ['Par Ada Bly et Cy Dow', ['Ada Bly', 'Cy Dow']],
    ['Propos recueillis par Ada Bly', ['Ada Bly']],
    ['Ada Bly, correspondante à Paris', ['Ada Bly']],
    ['Von Ada Bly und Cy Dow', ['Ada Bly', 'Cy Dow']],
    ['Text: Ada Bly', ['Ada Bly']],
    ['Por Ada Bly y Cy Dow', ['Ada Bly', 'Cy Dow']],
    ['Di Ada Bly', ['Ada Bly']],
    ['Door Ada Bly', ['Ada Bly']],
    ['Written by Ada Bly | Published 12 June 2015', ['Ada Bly']],
    ['Ada Bly Mis à jour le 12 juin 2015', ['Ada Bly']],
    ['Ada Bly ada@courrier.example @adably', ['Ada Bly']],
    ['ADA BLY (AFP)', ['ADA BLY']],
    ['Ada van der Bly', ['Ada van der Bly']],
    ['Centre for Drama and Letters', ['Centre for Drama and Letters']],
    ['Ada & Cy', ['Ada', 'Cy']],
    ['Edited by Ada Bly', []],
    ['Traduit de l’anglais par Ada Bly', []],
    ['admin', []],
    ['12 June 2015', []],
    ['https://www.courrier.example/auteurs/ada-bly', []],
  ])('%s', (byline, names) => {
    expect(namesIn(byline)).toEqual(names);
  });
});

describe('bylineIn', () => {
  it.each([
    ['12.06.2015 | 14:07 Uhr | Von Ada Bly', 'Von Ada Bly'],
    ['Posted on June 12, 2015 by Ada Bly', 'Ada Bly'],
    ['Publié le 12 juin 2015 par Ada Bly', 'Ada Bly'],
    ['The season was shot by the sea', null],
  ])('%s', (line, byline) => {
    expect(bylineIn(line)).toBe(byline);
  });
});

describe('authorsOf', () => {
  it.each([
    ['a person', { '@type': 'Person', name: 'Ada Bly' }],
    ['a string', 'By Ada Bly'],
    ['parts of a name', { '@type': 'Person', givenName: 'Ada', familyName: 'Bly' }],
    ['a list in a list', [[{ name: ['Ada Bly'] }]]],
  ])('reads %s in JSON-LD', (_, author) => {
    expect(authorsIn(article(author))).toEqual(['Ada Bly']);
  });

  it('reads several, each once, and follows references', () => {
    const person = { '@type': 'Person', '@id': '#cy', name: 'Cy Dow' };
    const page = jsonLd(person) + article([{ name: 'Ada Bly' }, { '@id': '#cy' }, 'ada bly']);
    expect(authorsIn(page)).toEqual(['Ada Bly', 'Cy Dow']);
  });

  it('reads meta elements, and labels for social networks', () => {
    expect(authorsIn(`<meta name="author" content="Ada Bly &amp; Cy Dow">${text}`)).toEqual(['Ada Bly', 'Cy Dow']);
    expect(authorsIn(`<meta property="article:author" content="https://social.example/adably">${text}`)).toEqual([]);
    const labels = '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada Bly">';
    expect(authorsIn(`${labels}${text}`)).toEqual(['Ada Bly']);
  });

  it.each([
    ['<p>Par <a rel="author" href="/auteurs/ada-bly">Ada Bly</a></p>'],
    ['<div itemprop="author"><span itemprop="name">Ada Bly</span></div>'],
    ['<div class="byline">Ada Bly</div>'],
    ['<p>Publié le 12 juin 2015 par Ada Bly</p>'],
    ['<p>Par</p><p>Ada Bly</p>'],
    ['<p class="meta">12 juin 2015 · Ada Bly</p>'],
    ['<p>12 juin 2015</p><p>Ada Bly</p>'],
  ])('reads what the page shows: %s', (byline) => {
    expect(authorsIn(`<h1>Un titre</h1>${byline}${text}`)).toEqual(['Ada Bly']);
  });

  it('reads a signature at the end of the text', () => {
    const long = text.repeat(20);
    expect(authorsIn(`<h1>Un titre</h1>${long}<p class="signature">Ada Bly</p>`)).toEqual(['Ada Bly']);
  });

  it('never takes a name from comments, related articles, or who edited', () => {
    const comments = '<div class="comments"><p class="author">Cy Dow</p></div>';
    const related = '<div class="teaser-list"><p>By Cy Dow</p></div>';
    const edited = '<p>Edited by <a rel="author" href="/authors/cy">Cy Dow</a></p>';
    expect(authorsIn(`<h1>Un titre</h1>${related}${edited}${text}${comments}`)).toEqual([]);
  });

  it('names agencies beside people, and the outlet only when nobody is named', () => {
    const site = '<meta property="og:site_name" content="Le Courrier">';
    expect(authorsIn(site + article(['Ada Bly', 'AFP', 'Le Courrier']))).toEqual(['Ada Bly', 'AFP']);
    expect(authorsIn(site + article('Reuters'))).toEqual(['Reuters']);
    expect(authorsIn(site + article({ '@type': 'Organization', name: 'Le Courrier' }))).toEqual(['Le Courrier']);
    const named = article('Le Courrier').replace('</h1>', '</h1><p>Par Ada Bly</p>');
    expect(authorsIn(site + named)).toEqual(['Ada Bly']);
  });

  it('keeps a desk that signs', () => {
    expect(authorsIn(article('Culture Team'))).toEqual(['Culture Team']);
  });
});
