import { extract } from '../../../../../src/reading/extract/extract.ts';
import { extractTools } from '../../../../support/extract.ts';

/** The blocks of a page's first document, each as its kind and its text. */
export function blocksOf(html: string, url = 'https://journal.example/culture/une-serie-2021'): readonly string[] {
  const decoded = { url, mediaType: 'text/html', text: html, encoding: 'utf-8' } as const;
  const [document] = extract(decoded, {}, extractTools).documents;
  return (document?.blocks ?? []).map(({ kind, text }) => (kind === 'paragraph' ? text : `${kind}: ${text}`));
}

/** Paragraphs of an article about a series that nobody has made. */
export const french = [
  'La nouvelle série de la chaîne se passe sur une île, en hiver, et raconte le retour d’une femme que tout le monde croyait morte.',
  'Le premier épisode prend son temps. Il montre le port, la pluie, les visages, et il laisse le spectateur deviner ce que chacun cache aux autres.',
  'La mise en scène, sobre, préfère les plans longs aux effets, et la musique ne souligne presque rien de ce que les acteurs savent déjà dire.',
  'On regrette pourtant que l’enquête, à partir du quatrième épisode, tourne à vide, comme si le récit attendait que la saison se termine.',
  'Reste une fin superbe, qui ne résout rien, et qui donne envie de revenir sur cette île dès que la deuxième saison sera diffusée.',
];

export const english = [
  'The new drama takes place on an island, in winter, and follows a woman who comes home years after everybody thought that she was dead.',
  'Its first hour is in no hurry. It looks at the harbour, the rain and the faces, and it lets the viewer guess what each of them keeps from the others.',
  'The direction is plain, it prefers long shots to effects, and the music hardly underlines anything that the actors have already made clear.',
  'It is a pity that the investigation, from the fourth episode on, goes round in circles, as if the story were waiting for the season to be over.',
  'What remains is a splendid ending that solves nothing, and that makes one wish to be back on that island as soon as the second season arrives.',
];

export const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('\n');

/** A page of a paper: its navigation, the article, what stands beside it and below it. */
export const page = (
  language: string,
  title: string,
  article: string,
  beside = '',
  below = '',
): string => `<!doctype html>
<html lang="${language}"><head><title>${title} - Le Journal d’Exemple</title><meta property="og:type" content="article"></head><body>
<header class="site-header"><a href="/">Le Journal d’Exemple</a><nav><ul><li><a href="/a">Culture</a></li><li><a href="/b">Sport</a></li><li><a href="/c">Monde</a></li></ul></nav></header>
<div class="layout"><main><article class="article"><h1>${title}</h1>${article}</article>${below}</main>${beside}</div>
<footer class="site-footer"><p><a href="/legal">Mentions légales</a> © 2021 Le Journal d’Exemple</p></footer>
</body></html>`;
