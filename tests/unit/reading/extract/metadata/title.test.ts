import { describe, expect, it } from 'vitest';
import { titleOf } from '../../../../../src/reading/extract/metadata/title.ts';
import { jsonLd, pageOf, text } from './support.ts';

const titleIn = (html: string, url?: string): string | null => titleOf(pageOf(html, url)).title;

describe('titleOf', () => {
  it.each([
    ['<title>Un espion rentre | Le Courrier</title><meta property="og:site_name" content="Le Courrier">'],
    ['<title>Un espion rentre - Séries - Le Courrier</title><meta property="og:site_name" content="Le Courrier">'],
    ['<title>Le Courrier : Un espion rentre</title><meta property="og:site_name" content="Le Courrier">'],
    ['<title>Un espion rentre – courrier.example</title>'],
    ['<title>Un espion rentre — Courrier</title>'],
    [`<title>Un espion rentre - Gazette</title>${jsonLd({ '@type': 'WebSite', name: 'Gazette' })}`],
  ])('takes the name of the site away: %s', (head) => {
    expect(titleIn(`<head>${head}</head><body>${text}</body>`)).toBe('Un espion rentre');
  });

  it('leaves a title alone that only looks as if it named a site', () => {
    expect(titleIn(`<title>Les Ombres - saison 2</title><body>${text}</body>`)).toBe('Les Ombres - saison 2');
  });

  it('prefers the printed headline of a news article, entities decoded', () => {
    const headline = 'L&#039;espion rentre &amp;amp; se tait';
    const page = `${jsonLd({ '@type': 'NewsArticle', headline })}<h1>Espion : la saison 3 enfin datée</h1>${text}`;
    expect(titleIn(page)).toBe("L'espion rentre & se tait");
  });

  it('prefers what a blog shows to what it declares for search engines', () => {
    const headline = 'Les Ombres saison 2 : avis, date, casting';
    const page = `<title>${headline}</title>${jsonLd({ '@type': 'BlogPosting', headline })}<h1>Les Ombres, saison 2 : la nuit tombe</h1>${text}`;
    expect(titleIn(page)).toBe('Les Ombres, saison 2 : la nuit tombe');
  });

  it('does not believe a truncated headline', () => {
    const page = `${jsonLd({ '@type': 'NewsArticle', headline: 'La nuit tombe sur…' })}<h1>La nuit tombe sur les Ombres</h1>${text}`;
    expect(titleIn(page)).toBe('La nuit tombe sur les Ombres');
  });

  it('passes over an h1 that is the logo or a section', () => {
    const page = `<title>La nuit tombe | Le Courrier</title><h1>Le Courrier</h1><h1>Culture</h1><h2>La nuit tombe</h2>${text}`;
    expect(titleOf(pageOf(page))).toEqual({ title: 'La nuit tombe', heading: 2 });
  });

  it('drops a kicker that the page declares to be none of the title', () => {
    const page = `<meta property="og:title" content="La nuit tombe"><h1><span>Les Ombres - </span>La nuit tombe</h1>${text}`;
    expect(titleIn(page)).toBe('La nuit tombe');
  });

  it('joins a heading that is broken into lines and tells where it begins', () => {
    const page = `<p>Culture</p><h1>La nuit tombe<br>sur les Ombres</h1>${text}`;
    expect(titleOf(pageOf(page))).toEqual({ title: 'La nuit tombe sur les Ombres', heading: 1 });
  });

  it('never takes the heading of a comment or a related article', () => {
    const page = `<div class="related-articles"><h2>La nuit tombe enfin</h2></div><title>La nuit tombe</title>${text}<div class="comments"><h2>La nuit tombe</h2></div>`;
    expect(titleOf(pageOf(page))).toEqual({ title: 'La nuit tombe', heading: null });
  });

  it('finds none where there is none', () => {
    expect(titleOf(pageOf(text))).toEqual({ title: null, heading: null });
  });
});
