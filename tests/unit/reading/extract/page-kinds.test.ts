import { describe, expect, it } from 'vitest';
import { extract } from '../../../../src/reading/extract/extract.ts';
import { kindOfTitle } from '../../../../src/reading/extract/page-kinds/kinds.ts';
import { extractTools } from '../../../support/extract.ts';
import { english, french, page, paragraphs } from './main-text/pages.ts';

const kindsOf = (html: string, url: string): readonly (string | undefined)[] => {
  const { pageKind, documents } = extract(
    { url, mediaType: 'text/html', text: html, encoding: 'utf-8' },
    {},
    extractTools,
  );
  return [pageKind, documents[0]?.kind];
};
const at = 'https://courrier.example/series/une-ile';
const data = (thing: object): string => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`;
const text = paragraphs(french);
const long = paragraphs([...french, ...english]);
const questions = french
  .map((answer, i) => `<p><strong>Et la suite, dans l’épisode ${i + 2} ?</strong></p><p>${answer}</p>`)
  .join('');
const list = `<h1>Séries</h1><ul>${french.map((each, i) => `<li><a href="/${i}">${each}</a></li>`).join('')}</ul>`;

describe('an article', () => {
  it.each([
    ['any other', page('fr', 'La saison 2 est tournée sur la côte', text), at, ['article', 'news']],
    ['of a list of addresses', page('fr', 'Une île', long), 'https://courrier.example/tag/ile', ['article', 'news']],
    ['of a shop’s address', page('fr', 'Une île', text), 'https://courrier.example/shop/une-ile', ['article', 'news']],
    ['named a review', page('fr', 'Une île sans fin : la critique', text), at, ['review', 'review']],
    [
      'filed under reviews',
      page('en', 'An island', paragraphs(english)),
      'https://courier.example/reviews/an-island',
      ['review', 'review'],
    ],
    [
      'with a verdict',
      page('fr', 'Une île sans fin', `${text}<p class="note">Note : 4/5</p>`),
      at,
      ['review', 'review'],
    ],
    [
      'that declares itself a review',
      data({ '@type': 'Review', name: 'Une île' }) + page('fr', 'Une île', text),
      at,
      ['review', 'review'],
    ],
    ['named an interview', page('fr', 'Entretien avec la créatrice d’Une île', text), at, ['article', 'interview']],
    ['of questions and answers', page('fr', 'La créatrice d’Une île parle', questions), at, ['article', 'interview']],
  ])('%s', (_name, html, url, kinds) => {
    expect(kindsOf(html, url)).toEqual(kinds);
  });

  it('is no review because of words that hold the word', () => {
    for (const title of ['Latest contest results', 'Previewed: the autumn season', 'Le critiquable débat sur l’île'])
      expect(kindsOf(page('en', title, paragraphs(english)), 'https://courier.example/latest-contest-results')).toEqual(
        ['article', 'news'],
      );
  });

  it('stays one on a page that says so, whatever its address', () => {
    const declared = data({ '@type': 'NewsArticle', headline: 'Une île' });
    expect(kindsOf(declared + page('fr', 'Une île', text), 'https://forum.courrier.example/threads/une-ile')).toEqual([
      'article',
      'news',
    ]);
  });
});

describe('a page of another kind', () => {
  const shop = data({ '@type': 'Product', name: 'Une île, intégrale' });
  it.each([
    ['a thread, by its address', page('fr', 'La fin ?', text), 'https://courrier.example/forum/la-fin', 'forum'],
    ['a thread, by its host', page('fr', 'La fin ?', long), 'https://forum.courrier.example/la-fin', 'forum'],
    ['a thread, by its data', data({ '@type': 'DiscussionForumPosting' }) + page('fr', 'La fin ?', text), at, 'forum'],
    ['a product', shop + page('fr', 'Une île, intégrale', paragraphs(french.slice(0, 2))), at, 'other'],
    ['a product of a shop', shop + page('fr', 'Une île', long), 'https://shop.courrier.example/products/ile', 'other'],
    ['a list of articles', list, 'https://courrier.example/category/series', 'listing'],
    ['a front page', list, 'https://courrier.example/', 'listing'],
    ['a wiki', page('fr', 'Une île', long), 'https://ile.wiki.example/Une_ile', 'reference'],
    ['a page of a wiki', page('fr', 'Une île', long), 'https://courrier.example/wiki/Une_ile', 'reference'],
  ])('is %s', (_name, html, url, kind) => {
    expect(kindsOf(html, url)[0]).toBe(kind);
  });

  it('makes its posts, lists and entries documents of their kinds', () => {
    const html = page('fr', 'Une île', text);
    expect(kindsOf(html, 'https://courrier.example/forum/la-fin')[1]).toBe('audience-review');
    expect(kindsOf(html, 'https://courrier.example/wiki/une-ile')[1]).toBe('reference');
    expect(kindsOf(list, 'https://courrier.example/category/series')[1]).toBe('listing');
  });
});

it.each([
  ['Une île sans fin : notre avis', 'review'],
  ['Rencontre avec la créatrice d’Une île', 'interview'],
  ['Kritik: Die Insel', 'review'],
  ['La saison 2 est tournée', 'news'],
  [null, 'news'],
])('the title %s announces a document of kind %s', (title, kind) => {
  expect(kindOfTitle(title)).toBe(kind);
});
