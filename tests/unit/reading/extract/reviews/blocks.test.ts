import { load } from 'cheerio/slim';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOfHtml, blocksOfNode } from '../../../../../src/reading/extract/reviews/blocks.ts';
import { LONGEST_REVIEW } from '../../../../../src/reading/extract/reviews/limits.ts';
import { nearText } from '../../../../../src/reading/extract/reviews/node-text.ts';
import { searchPage } from '../../../../../src/reading/extract/reviews/search.ts';
import { folded } from '../../../../../src/reading/extract/text.ts';
import { markup } from '../markup.ts';

const NONE = new Set<never>();
const first = (html: string) => {
  const [node] = searchPage(load(html)).inside('main');
  if (node === undefined) throw new Error('The page has no main element.');
  return node;
};
const blocksOf = (html: string): readonly string[] => blocksOfNode(first(`<main>${html}</main>`), NONE, []).blocks;

describe('the blocks of a review', () => {
  it.each([
    ['paragraphs', '<p>Un.</p><p>Deux.</p>', ['Un.', 'Deux.']],
    ['line breaks', 'Un.<br>Deux.<br/><br>Trois.', ['Un.', 'Deux.', 'Trois.']],
    ['boxes in boxes', 'Un <b>mot</b><div>dedans<p>plus bas</p></div>après', ['Un mot', 'dedans', 'plus bas', 'après']],
    ['scripts, buttons and drawings', '<script>a()</script>Un.<button>Lire</button><svg><p>S</p></svg>', ['Un.']],
    ['labels of the site', '<p>Un.</p><p>Read more</p><p>12 likes</p>', ['Un.']],
  ])('are parted at, or go without, %s', (_name, html, blocks) => {
    expect(blocksOf(html)).toEqual(blocks);
    expect(blocksOfHtml(html.replace(/<(script|button|svg)>.*?<\/\1>/gu, ''), []).blocks).toEqual(blocks);
  });

  it('hold every word of the page that is no part of a control, whatever its mark-up', () => {
    fc.assert(
      fc.property(markup, (html) => {
        const page = `<main>${html}`;
        const $ = load(page);
        $('main').find('script, style, button, svg').remove();
        const letters = (text: string): string => folded(text).replace(/\s|★|8\/10/gu, '');
        const { blocks } = blocksOfNode(first(page), NONE, []);
        expect(letters(blocks.join(''))).toBe(letters($('main').text()));
      }),
    );
  });

  it('end where no review goes on, and say so', () => {
    const word = 'mot ';
    const long = word.repeat(LONGEST_REVIEW.characters);
    const whole = blocksOfNode(first(`<main>${word.repeat(1_000)}</main>`), NONE, []);
    expect([whole.isCut, whole.blocks[0]?.length]).toEqual([false, 3_999]);
    for (const { blocks, isCut } of [blocksOfNode(first(`<main>${long}</main>`), NONE, []), blocksOfHtml(long, [])]) {
      expect(isCut).toBe(true);
      expect(blocks.join('').length).toBeLessThanOrEqual(LONGEST_REVIEW.characters);
    }
  });

  it('never end in half a character', () => {
    const faces = `a${'😀'.repeat(LONGEST_REVIEW.characters)}`;
    expect(blocksOf(faces)[0]?.slice(-2)).toBe('😀');
    expect(blocksOfHtml(faces, []).blocks[0]?.slice(-2)).toBe('😀');
  });

  it('read entities, and what only looks like a tag', () => {
    expect(blocksOfHtml('Un &amp; deux &#233; &notit; &lt;p&gt; 1 < 2 <b>mot</b>', []).blocks).toEqual([
      'Un & deux é ¬it; <p> 1 < 2 mot',
    ]);
  });
});

describe('the text of a short element', () => {
  it('is what stands in it, without scripts', () => {
    expect(nearText(first('<main>Un <b>mot</b><script>a()</script><!-- non --></main>'))).toBe('Un mot');
  });

  it('is read as far as a field needs it', () => {
    expect(nearText(first(`<main>${'mot '.repeat(10_000)}</main>`)).length).toBeLessThanOrEqual(2_000);
    expect(nearText(first(`<main>${'<i></i>'.repeat(10_000)}mot</main>`))).toBe('');
  });
});
