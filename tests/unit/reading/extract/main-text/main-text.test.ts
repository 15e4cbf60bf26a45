import { describe, expect, it } from 'vitest';
import { blocksOf, english, french, page, paragraphs } from './pages.ts';

const [first = '', ...rest] = french;
const inArticle = (part: string): readonly string[] =>
  blocksOf(page('fr', 'Une île sans fin', `<p>${first}</p>${part}${paragraphs(rest)}`)).slice(1, -rest.length);

describe('the blocks of an article', () => {
  it('keep what the page says they are', () => {
    expect(
      inArticle(
        '<h2>Un début lent</h2><p>Une phrase de l’article, juste après son intertitre, et qui le commente.</p><ul><li>Le premier point de la liste, avec ses mots.</li><li><p>Le second point de la liste, avec les siens.</p></li></ul><blockquote><p>Une phrase que quelqu’un a dite, et que l’article cite en entier.</p></blockquote>',
      ),
    ).toEqual([
      'heading: Un début lent',
      'Une phrase de l’article, juste après son intertitre, et qui le commente.',
      'item: Le premier point de la liste, avec ses mots.',
      'item: Le second point de la liste, avec les siens.',
      'quote: Une phrase que quelqu’un a dite, et que l’article cite en entier.',
    ]);
  });

  it('are whole when a single line break stands in the middle of a sentence', () => {
    expect(
      inArticle('<p>Une phrase qui se coupe<br>au milieu, et qui<br>continue bien plus loin que sa ligne.</p>'),
    ).toEqual(['Une phrase qui se coupe au milieu, et qui continue bien plus loin que sa ligne.']);
  });

  it('end at a line break behind a sentence, and at two line breaks', () => {
    expect(
      inArticle(
        '<p>Une phrase entière, qui finit avec sa ligne.<br>Une autre, qui commence avec la sienne<br><br>et puis une suite, plus bas dans le même paragraphe.</p>',
      ),
    ).toEqual([
      'Une phrase entière, qui finit avec sa ligne.',
      'Une autre, qui commence avec la sienne',
      'et puis une suite, plus bas dans le même paragraphe.',
    ]);
  });

  it('hold a text that is printed twice once', () => {
    expect(blocksOf(page('fr', 'Une île sans fin', `${paragraphs(french)}${paragraphs(french)}`))).toEqual(french);
  });

  it('do not repeat the title', () => {
    expect(blocksOf(page('fr', 'Une île sans fin', `<h2>Une île sans fin</h2>${paragraphs(french)}`))).toEqual(french);
  });
});

describe('pages of other makes', () => {
  const posts = [...french, ...english];

  it('are forums: all posts stay', () => {
    const thread = posts
      .map(
        (text, i) =>
          `<div class="post"><p class="author">par <a href="/u/${i}">membre ${i}</a></p><div class="content">${text}</div></div>`,
      )
      .join('');
    const found = blocksOf(
      `<html lang="fr"><head><title>La fin ?</title><meta name="generator" content="phpBB"></head><body><h1>La fin ?</h1>${thread}</body></html>`,
      'https://forum.courrier.example/viewtopic.php?t=12',
    );
    expect(found).toEqual(expect.arrayContaining(posts));
  });

  it('have nothing but comments: these are the text', () => {
    const thread = posts.map((text) => `<div class="comment"><p>${text}</p></div>`).join('');
    expect(
      blocksOf(`<html lang="fr"><body><h1>Vos avis</h1><div class="comments">${thread}</div></body></html>`),
    ).toEqual(posts);
  });

  it('are drawn by scripts: the body of their structured data is the text', () => {
    const data = JSON.stringify({ '@type': 'NewsArticle', headline: 'Une île', articleBody: french.join('\n\n') });
    const html = `<script type="application/ld+json">${data}</script>`;
    expect(blocksOf(`${html}<div id="root">Chargement</div>`)).toEqual(french);
    expect(blocksOf(`${html}${page('fr', 'Une île', paragraphs(french.slice(0, 3)))}`)).toEqual(french.slice(0, 3));
  });

  it('name none of their boxes', () => {
    expect(
      blocksOf(
        `<div><a href="/a">Accueil</a> <a href="/b">Séries</a></div><div><div><h1>Une île</h1>${paragraphs(french)}</div><div><a href="/c">Le festival annonce son programme</a></div></div>`,
      ),
    ).toEqual(french);
  });
});
