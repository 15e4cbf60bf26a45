import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExtractedPage } from '../../../../src/domain/extraction.ts';
import type { GivenFacts } from '../../../../src/domain/reading.ts';
import { extract } from '../../../../src/reading/extract/extract.ts';
import { extractTools } from '../../../support/extract.ts';

const read = (
  text: string,
  given: GivenFacts = {},
  mediaType: 'text/html' | 'text/plain' = 'text/html',
): ExtractedPage =>
  extract({ url: 'http://journal.example/culture/une-serie', mediaType, text, encoding: 'utf-8' }, given, extractTools);
const body =
  '<p>Le premier paragraphe parle longuement de la série, de ses acteurs et de son écriture, sans hâte.</p><p>Le second ajoute que la mise en scène, sobre, sert toujours le récit et ses personnages.</p>';

describe('extract', () => {
  it('tolerates broken JSON-LD and reads the date line instead', () => {
    const page = read(
      `<script type="application/ld+json">{"@type": "NewsArticle", </script><article><h1>Un titre</h1><p class="date">Publié le 12 juin 2015 à 10h42</p>${body}</article>`,
    );
    expect(page.documents[0]).toMatchObject({ title: 'Un titre', published: { date: '2015-06-12', basis: 'text' } });
  });

  it('never takes a date from comments', () => {
    const page = read(
      `<article><h1>Un titre</h1>${body}</article><div class="comments"><span class="date">3 mars 2019</span><p>Bravo.</p></div>`,
    );
    expect(page.documents[0]?.published).toBeNull();
  });

  it('never takes JSON-LD’s articleBody for the text', () => {
    const page = read(
      `<script type="application/ld+json">{"@type":"Article","headline":"Un titre","articleBody":"Tout autre chose."}</script><article><h1>Un titre</h1>${body}</article>`,
    );
    expect(page.documents[0]?.blocks.map(({ text }) => text).join(' ')).not.toContain('Tout autre chose');
  });

  it('lets given facts win', () => {
    const page = read(`<article><h1>Un titre</h1><time datetime="2015-06-12">12 juin 2015</time>${body}</article>`, {
      title: 'Autre titre',
      published: '2016-01-02',
    });
    expect(page.documents[0]).toMatchObject({
      title: 'Autre titre',
      published: { date: '2016-01-02', basis: 'given' },
    });
  });

  it('keeps only addresses that are http', () => {
    expect(
      read(`<link rel="canonical" href="javascript:alert(1)"><article><h1>T</h1>${body}</article>`).canonicalUrl,
    ).toBeNull();
  });

  it('refuses elements nested deeper than any article', () => {
    expect(() => read('<div>'.repeat(5_000))).toThrow(expect.objectContaining({ code: 'page-too-deep' }));
  });

  it('keeps the fuller of a collapsed and an expanded copy, once', () => {
    const long =
      'This season starts slowly and then, around the fourth hour, it takes hold and does not let go until the end.';
    const card = (text: string) => `<div class="review-card"><div class="review-card-content">${text}</div></div>`;
    const page = read(
      `<h1>Season 2</h1>${card(`${long.slice(0, 90)}… Read more`)}${card(long)}${card('A complete waste of time.')}`,
    );
    expect(page.documents.map(({ blocks }) => blocks[0]?.text)).toEqual([long, 'A complete waste of time.']);
    expect(page.documents.map(({ season }) => season)).toEqual([2, 2]);
    expect(page.leftOut.map(({ kind }) => kind)).toContain('duplicate');
  });

  it('reads plain text as one article', () => {
    const page = read('Un espion rentre\n\nIl retrouve Paris. Il a changé.\nPersonne ne le sait.', {}, 'text/plain');
    expect(page).toMatchObject({
      pageKind: 'article',
      documents: [
        {
          title: 'Un espion rentre',
          blocks: [{ text: 'Il retrouve Paris. Il a changé.' }, { text: 'Personne ne le sait.' }],
        },
      ],
    });
  });

  it('never throws anything but a refusal, for any mark-up', () => {
    const piece = fc.constantFrom(
      '<div>',
      '</div>',
      '<p>',
      'mot ',
      '<br>',
      '<table><tr><td>',
      '<script>',
      '</script>',
      '&amp;',
      '<a href="x">',
      '<!--',
      '-->',
      '\0',
      '★★★',
      '8/10',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        for (const { blocks } of read(pieces.join('')).documents)
          for (const { text } of blocks) expect(text.trim()).toBe(text);
      }),
    );
  });
});
