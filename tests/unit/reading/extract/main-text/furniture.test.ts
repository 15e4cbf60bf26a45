import { describe, expect, it } from 'vitest';
import { blocksOf, english, french, page, paragraphs } from './pages.ts';

/** What stands around articles of papers, in the words of one language. */
interface Around {
  readonly title: string;
  readonly text: readonly string[];
  readonly beside: string;
  readonly below: string;
  readonly inside: Readonly<Record<string, string>>;
}

const links = (texts: readonly string[]): string =>
  `<ul>${texts.map((text, i) => `<li><a href="/${i}">${text}</a></li>`).join('')}</ul>`;
const comments = (texts: readonly string[]): string =>
  `<section id="comments" class="comments">${texts.map((text) => `<div class="comment"><p>${text}</p></div>`).join('')}</section>`;

const around: Readonly<Record<string, Around>> = {
  fr: {
    title: 'Une île sans fin',
    text: french,
    beside: `<aside class="sidebar"><h2>Les plus lus</h2>${links([
      'Le festival annonce son programme complet pour l’été prochain',
      'Une actrice raconte ses débuts au théâtre municipal',
      'Pourquoi les tournages quittent la capitale',
    ])}</aside>`,
    below: `<section class="related"><h2>Sur le même sujet</h2><div class="card"><h3><a href="/4">La saison 2 est déjà en tournage</a></h3><p>Le tournage a commencé lundi sur la côte, dans la plus grande discrétion.</p></div></section>${comments(
      [
        'Je me suis endormi devant le premier épisode, et je n’ai pas regretté de ne pas voir la suite.',
        'Superbe de bout en bout, je ne comprends pas ceux qui s’ennuient.',
      ],
    )}`,
    inside: {
      'a caption':
        '<figure><img src="/i.jpg" alt=""><figcaption>Le port de l’île, dans le premier épisode, un matin de janvier. Photo de production</figcaption></figure>',
      'a caption by its class':
        '<div><img src="/i.jpg" alt=""><p class="wp-caption-text">Le port de l’île, un matin de janvier.</p></div>',
      'a plea':
        '<div class="newsletter"><p>Recevez chaque vendredi notre lettre sur les séries, gratuitement, dans votre boîte aux lettres.</p><form><button>Je m’abonne</button></form></div>',
      'a pointer':
        '<p><strong>Lire aussi :</strong> <a href="/5">Notre entretien avec la créatrice de la série</a></p>',
      'a pointer in an aside':
        '<aside><span>À lire</span> <a href="/5">Notre entretien avec la créatrice de la série</a></aside>',
      'an embedded post':
        '<blockquote class="twitter-tweet"><p>Ce soir, je regarde la nouvelle série, et je ne réponds plus à personne.</p>— Un compte <a href="https://posts.example/1">2 mars 2021</a></blockquote>',
      'a note on the author':
        '<div class="author-bio"><p>Jeanne Exemple écrit sur les séries depuis 2012. Elle vit sur la côte avec trois chats.</p></div>',
      buttons: '<div class="share-buttons"><a href="#">Partager</a><a href="#">Envoyer</a></div>',
    },
  },
  en: {
    title: 'An island without end',
    text: english,
    beside: `<aside class="sidebar"><h2>Most read</h2>${links([
      'The festival announces its complete programme for next summer',
      'An actress on her early days at the municipal theatre',
    ])}</aside>`,
    below: `<section class="related"><h2>More on this</h2><div class="card"><h3><a href="/4">Season two is already being shot</a></h3><p>Shooting began on Monday on the coast, with the greatest discretion.</p></div></section>${comments(
      [
        'I fell asleep during the first episode, and I am not sorry that I never saw the rest of it.',
        'Superb from beginning to end, I do not understand those who say that it is slow.',
      ],
    )}`,
    inside: {
      'a caption':
        '<figure><img src="/i.jpg" alt=""><figcaption>The harbour in the first episode, on a morning in January. Photograph: the production</figcaption></figure>',
      'a plea':
        '<div class="c-newsletter"><p>Every Friday our newsletter brings you the best of television, free, in your inbox.</p><form><button>Sign up</button></form></div>',
      'a pointer': '<p><strong>Read more:</strong> <a href="/5">Our interview with the creator of the series</a></p>',
      'an embedded post':
        '<blockquote class="twitter-tweet"><p>Tonight I am watching the new drama, and I am not answering anybody.</p>— An account <a href="https://posts.example/1">March 2, 2021</a></blockquote>',
      'a note on the author':
        '<div class="author-bio"><p>Jane Example writes about television. She lives on the coast with three cats.</p></div>',
    },
  },
};

describe.each(Object.entries(around))(
  'an article of a paper (%s)',
  (language, { title, text, beside, below, inside }) => {
    const read = (article: string): readonly string[] => blocksOf(page(language, title, article, beside, below));
    const [first = '', ...rest] = text;

    it('is all there and nothing else, with headlines beside it, other articles and comments below', () => {
      expect(read(paragraphs(text))).toEqual(text);
    });

    it.each(Object.entries(inside))('stays without %s, in its middle and at its end', (_name, other) => {
      expect(read(`<p>${first}</p>${other}${paragraphs(rest)}`)).toEqual(text);
      expect(read(`${paragraphs(text)}${other}`)).toEqual(text);
    });

    it('stays without any of them when all are there', () => {
      const byline = '<p class="byline"><a rel="author" href="/a">Jeanne Exemple</a></p><time>2021-03-02</time>';
      expect(read(`${byline}<p>${first}</p>${Object.values(inside).join('')}${paragraphs(rest)}`)).toEqual(text);
    });
  },
);
