import { describe, expect, it } from 'vitest';
import { canonicalOf, languageHints } from '../../../../../src/reading/extract/metadata/address.ts';
import { articleThing, schemaTypes } from '../../../../../src/reading/extract/metadata/article-thing.ts';
import { outletOf } from '../../../../../src/reading/extract/metadata/outlet.ts';
import { teaserOf } from '../../../../../src/reading/extract/metadata/teaser.ts';
import { jsonLd, pageOf, text } from './support.ts';

describe('outletOf', () => {
  it('takes the declared name, the country of the domain, the language of the page', () => {
    const page = pageOf(
      '<html lang="fr-BE"><meta property="og:site_name" content="Le Courrier &amp; Cie">',
      'https://www.courrier.fr/',
    );
    const outlet = { domain: 'courrier.fr', name: 'Le Courrier & Cie', country: 'FR', language: 'fr', kind: null };
    expect(outletOf(page, undefined)).toEqual(outlet);
    expect(outletOf(page, { kind: 'press', country: 'CH' })).toEqual({ ...outlet, kind: 'press', country: 'CH' });
  });

  it('follows a publisher that is only referred to', () => {
    const things = jsonLd(
      { '@type': 'NewsArticle', publisher: { '@id': '#us' } },
      { '@type': 'Organization', '@id': '#us', name: 'Courrier' },
    );
    expect(outletOf(pageOf(`<html lang="en-GB">${things}`), undefined)).toMatchObject({
      name: 'Courrier',
      country: 'GB',
    });
  });

  it('is the host where nothing is declared, and nobody without an address', () => {
    expect(outletOf(pageOf(text), undefined)).toMatchObject({ name: 'courrier.example', country: null });
    expect(outletOf(pageOf(text, null), undefined)).toBeNull();
    expect(outletOf(pageOf(text, null), { domain: 'gazette.example' })).toMatchObject({ name: 'gazette.example' });
  });
});

describe('canonicalOf', () => {
  it.each([
    ['<link rel="canonical" href="/a#b">', 'https://www.courrier.example/a'],
    ['<meta property="og:url" content="https://courrier.example/c">', 'https://courrier.example/c'],
    ['<link rel="canonical" href="javascript:alert(1)">', null],
    ['<link rel="canonical" href="http://[">', null],
    ['', null],
  ])('%s', (head, address) => {
    expect(canonicalOf(pageOf(head))).toBe(address);
  });
});

describe('languageHints', () => {
  it('lists what is declared, as tags', () => {
    const article = jsonLd({ '@type': 'NewsArticle', headline: 'T', inLanguage: 'fr' });
    const page = pageOf(`<html lang="fr"><meta property="og:locale" content="fr_FR">${article}`);
    expect(languageHints(page)).toEqual(['fr', 'fr', 'fr-FR']);
    expect(languageHints(pageOf('<html lang="en">', 'https://www.courrier.fr/a'))).toEqual(['en', 'fr']);
    expect(languageHints(pageOf('<html lang="{{lang}}">'))).toEqual([]);
  });
});

describe('articleThing', () => {
  it('prefers the article with a headline, and no customer’s review', () => {
    const headline = { '@type': ['NewsArticle'], headline: 'Un titre' };
    expect(articleThing([{ '@type': 'Article' }, headline])).toBe(headline);
    const review = { '@type': 'Review' };
    expect(articleThing([{ '@type': 'Product', review }, review])).toBeNull();
    expect(articleThing([review])).toBe(review);
  });

  it('tells all types', () => {
    const page = pageOf(
      `<meta property="og:type" content="Article">${jsonLd({ '@type': 'http://schema.org/WebPage' })}`,
    );
    expect(schemaTypes(page.things, page.outline.head.meta)).toEqual(['webpage', 'article']);
  });
});

describe('teaserOf', () => {
  it.each([
    [jsonLd({ '@type': 'NewsArticle', headline: 'T', isAccessibleForFree: false })],
    [jsonLd({ '@type': 'NewsArticle', headline: 'T', isAccessibleForFree: 'False' })],
    [jsonLd({ '@type': 'NewsArticle', headline: 'T', hasPart: { isAccessibleForFree: 'http://schema.org/False' } })],
    ['<div class="paywall">Abonnez-vous</div>'],
    ['<p>Il vous reste 80 % de cet article à lire. La suite est réservée aux abonnés.</p>'],
    ['<p>Article réservé aux abonnés</p>'],
    ['<p>To continue reading, subscribe today.</p>'],
    ['<p>Dieser Artikel ist nur für Abonnenten</p>'],
    ['<p>Contenido exclusivo para suscriptores</p>'],
  ])('%s', (html) => {
    expect(teaserOf(pageOf(text + html))).toBe(true);
  });

  it.each([
    [
      jsonLd(
        { '@type': 'NewsArticle', headline: 'T', isAccessibleForFree: true },
        { '@type': 'VideoObject', isAccessibleForFree: false },
      ),
    ],
    [`${jsonLd({ '@type': 'NewsArticle', headline: 'T', isAccessibleForFree: true })}<div class="paywall">…</div>`],
    ['<div class="paywall" hidden>Abonnez-vous</div>'],
    ['<nav class="nav premium">Offres</nav>'],
    ['<p>Subscribe to our newsletter</p>'],
    ['<div class="related-articles"><p>Article réservé aux abonnés</p></div>'],
  ])('not %s', (html) => {
    expect(teaserOf(pageOf(text + html))).toBe(false);
  });
});
