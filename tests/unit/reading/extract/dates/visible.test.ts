import { describe, expect, it } from 'vitest';
import { datesOf } from '../../../../../src/reading/extract/dates/publication.ts';
import { BODY, pageOf } from './page.ts';

const dates = (html: string, language = 'fr') => {
  const { published, modified } = datesOf(pageOf(`<html lang="${language}"><body>${html}</body></html>`));
  return { published: published?.date ?? null, modified: modified?.date ?? null };
};

describe('datesOf, on what readers see', () => {
  it.each([
    ['a line under the title', `<h1>Titre</h1><p>Par A. Exemple, publié le 12 juin 2015 à 10h42</p>${BODY}`],
    [
      'a date header over the post',
      `<h2 class="date-header">vendredi 12 juin 2015</h2><h3>Titre</h3><div class="post-body">${BODY}</div>`,
    ],
    [
      'pieces of a calendar sheet',
      `<div class="date"><span>12</span><div>juin</div><div>2015</div></div><h2>Titre</h2>${BODY}`,
    ],
    [
      'an abbr with its title',
      `<h2>Titre</h2>${BODY}<div>Par <b>X</b> <abbr class="published" title="2015-06-12T10:00:00Z">10:00</abbr></div>`,
    ],
    ['a line at the end', `<h2>Titre</h2>${BODY}<p class="entry-footer">Rédigé le 12/06/2015 à 10:21 dans Séries</p>`],
    [
      'a hand-made page',
      `<center><font size="6">Titre</font></center>${BODY}<p align="right">Paris, le 12 juin 2015</p><hr>© 1999-2020 Exemple`,
    ],
    ['a dateline in the text', `<h1>Titre</h1><p>PARIS, 12 juin 2015 – ${BODY.slice(3)}`],
    [
      'words without blanks between',
      `<h1>Titre</h1><p><a>Par A. Exemple</a><span>Juin 12, 2015</span><span>3 min</span></p>${BODY}`,
    ],
    ['the foot of the article', `<article><h1>Titre</h1>${BODY}<footer>12 juin 2015</footer></article>`],
    ['a label and its value', `<h1>Titre</h1><dl><dt>Date de publication :</dt><dd>12 juin 2015</dd></dl>${BODY}`],
  ])('reads %s', (_, html) => {
    expect(dates(html).published).toBe('2015-06-12');
  });

  it('keeps publication and change apart', () => {
    const both = { published: '2015-06-12', modified: '2015-06-14' };
    expect(dates(`<h1>Titre</h1><p>Mis à jour le 14 juin 2015 | Publié le 12 juin 2015</p>${BODY}`)).toEqual(both);
    expect(dates(`<h1>Titre</h1><p>Le 12/06/2015 à 10:42 - Mis à jour le 14/06/2015</p>${BODY}`)).toEqual(both);
    expect(dates(`<h1>Titre</h1><p>Erstellt: 12.06.2015, letzte Änderung: 14.06.2015</p>${BODY}`, 'de')).toEqual(both);
  });

  it('takes the day of a change where there is no other', () => {
    expect(dates(`<h1>Titre</h1>${BODY}<p>Stand: 12.06.2015</p>`, 'de').published).toBe('2015-06-12');
  });

  it('reads the first post of a thread', () => {
    const post = (day: string) => `<div class="post"><p class="author">Posté le ${day}</p>${BODY}</div>`;
    expect(dates(`<h1>Titre</h1>${post('3 mai 2015')}${post('4 mai 2015')}${post('9 mai 2015')}`).published).toBe(
      '2015-05-03',
    );
  });

  it.each([
    ['comments', `<div class="comments"><span class="date">3 mars 2019</span><p>Bravo.</p></div>`],
    ['comments without a name', `<h3>2 commentaires</h3><p>Jo, le 3 mars 2019</p><p>Bravo.</p>`],
    [
      'teasers',
      `<div class="related"><a href="/autre">Un autre titre</a> <time datetime="2019-03-03">3 mars 2019</time></div>`,
    ],
    ['the foot of the page', `<div class="footer">Dernier numéro : 3 mars 2019</div>`],
    ['a copyright line', `<p>Copyright 3 mars 2019 Exemple</p>`],
  ])('takes no date from %s', (_, rest) => {
    expect(dates(`<article><h1>Titre</h1>${BODY}</article>${rest}`).published).toBeNull();
  });

  it('takes no event that the text tells for its date', () => {
    const told = BODY.replace('Le second', 'Le tournage a commencé le 3 mars 1999 dans la ville, et le second');
    expect(dates(`<h1>Titre</h1>${BODY}${told}${BODY}`).published).toBeNull();
    expect(dates(`<h1>Titre</h1><p>Publié le 12 juin 2015</p>${BODY}${told}`).published).toBe('2015-06-12');
  });

  it('reads a page of nothing but dates to the end', () => {
    const page = pageOf('<p>12 juin 2015</p><time datetime="2015-06-13">13</time>'.repeat(30_000));
    expect(datesOf(page).published?.precision).toBe('day');
  });
});
