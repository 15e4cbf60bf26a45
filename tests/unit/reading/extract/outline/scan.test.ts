import { describe, expect, it } from 'vitest';
import { blockBox } from '../../../../../src/reading/extract/outline/outline.ts';
import { scan } from '../../../../../src/reading/extract/outline/scan.ts';

const texts = (html: string): readonly string[] => scan(html).blocks.map(({ text }) => text);
/** Each block as its element and its text. */
const named = (html: string): readonly string[] =>
  scan(html).blocks.map(({ text, box }) => `${blockBox(box).tag}: ${text}`);

describe('blocks of text', () => {
  it.each([
    ['paragraphs and headings', '<h2>Un titre</h2><p>Un.</p><p>Deux.</p>', ['h2: Un titre', 'p: Un.', 'p: Deux.']],
    ['line breaks', '<p>Un,<br>deux<br/>trois.</p>', ['p: Un,', 'p: deux', 'p: trois.']],
    [
      'boxes in boxes',
      '<div>Avant<div>dedans<p>plus bas</p></div>après</div>',
      ['div: Avant', 'div: dedans', 'p: plus bas', 'div: après'],
    ],
    [
      'paragraphs that are not closed',
      '<p>Un.<p>Deux.<ul><li>Trois<li>Quatre</ul>',
      ['p: Un.', 'p: Deux.', 'li: Trois', 'li: Quatre'],
    ],
    ['cells of a table', '<table><tr><td>Saison<td>Note</table>', ['td: Saison', 'td: Note']],
    [
      'words in the middle of a line',
      '<p>Une <em>série</em> <a href="/x">noire</a><span>.</span></p>',
      ['p: Une série noire.'],
    ],
    ['a closing tag too many', '<div>Un</span></p></section>deux</div>', ['div: Un', 'div: deux']],
  ])('are parted at %s', (_name, html, blocks) => {
    expect(named(html)).toEqual(blocks);
  });

  it('fold white space, and drop what nobody sees', () => {
    expect(texts('<p>\n  Un\t mot\u00A0\u00AD\u200B de   plus \n</p><p> \u200B </p>')).toEqual(['Un mot de plus']);
  });

  it('pass over scripts, styles and forms’ fields', () => {
    expect(
      texts('<p>Un.</p><script>var a</script><style>p{}</style><textarea>Champ</textarea><svg><text>S</text></svg>'),
    ).toEqual(['Un.']);
  });

  it('read a text whose page puts CDATA signs around it', () => {
    expect(texts('<p>Un.</p><![CDATA[<p>Deux.</p>]]><p>Trois.</p>')).toEqual(['Un.', 'Deux.', 'Trois.']);
  });

  it('count line breaks before them, and start anew at a box', () => {
    expect(scan('<p>Un<br>deux<br><br>trois</p><p>quatre</p>').blocks.map(({ breaks }) => breaks)).toEqual([
      0, 1, 2, 0,
    ]);
  });

  it('count what is linked and what is emphasised', () => {
    const [block] = scan('<p>Lire <a href="/x">la suite</a> <b>demain</b></p>').blocks;
    expect(block).toMatchObject({ linked: 8, emphasised: 6 });
  });

  it('read what is there for readers without scripts only when it is nearly all the page has', () => {
    const long = '<p>Une phrase de la page sans scripts.</p>'.repeat(30);
    expect(texts(`<p>Court.</p><noscript>${long}</noscript>`)).toHaveLength(31);
    expect(texts(`<p>Court.</p><noscript><p>Activez les scripts.</p></noscript>`)).toEqual(['Court.']);
    expect(texts(`${long}<noscript>${long}</noscript>`)).toHaveLength(30);
  });
});

describe('boxes', () => {
  it('name a block by the span or link that holds all of its words', () => {
    const [byline, mixed] = scan(
      '<p><span class="byline">Par Jeanne Exemple</span></p><p>Par <span class="byline">Jeanne Exemple</span></p>',
    ).blocks;
    expect(byline?.box).toMatchObject({ tag: 'span', names: 'byline', inline: true });
    expect(byline && blockBox(byline.box).tag).toBe('p');
    expect(mixed?.box).toMatchObject({ tag: 'p', names: '' });
  });

  it('keep names and what they are for', () => {
    const [block] = scan('<div class="related-articles" id="Bas" data-testid="card">Un mot</div>').blocks;
    expect(block?.box.names).toBe('related-articles Bas card');
    expect(block?.box.families).toContain('related');
    expect(block?.box.families).not.toContain('comment');
  });

  it.each(['<div hidden>', '<div aria-hidden="true">', '<div style="color:red; display: none">'])(
    'know that %s hides all inside',
    (tag) => {
      const [inside, after] = scan(`${tag}<div><p>Caché</p></div></div><p>Vu</p>`).blocks;
      expect(inside?.box.hidden).toBe(true);
      expect(after?.box.hidden).toBe(false);
    },
  );

  it('know that they stand in a marked body', () => {
    const [inside, after] = scan('<div itemprop="articleBody"><p>Dedans</p></div><p>Après</p>').blocks;
    expect([inside?.box.inBody, after?.box.inBody]).toEqual([true, false]);
  });
});
