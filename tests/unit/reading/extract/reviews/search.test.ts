import { load } from 'cheerio/slim';
import type { AnyNode, Element } from 'domhandler';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitting } from '../../../../../src/reading/extract/reviews/card-size.ts';
import { searchPage } from '../../../../../src/reading/extract/reviews/search.ts';
import { markup } from '../markup.ts';

const selectors = ['p', '.a', '[class]', 'span, a', 'p:first-child', '*', 'b:not(.a)', 'time[datetime]'];

describe('a search', () => {
  it('finds in every part of a page what cheerio finds there, in page order', () => {
    fc.assert(
      fc.property(markup, fc.constantFrom(...selectors), (html, selector) => {
        const $ = load(html);
        const page = searchPage($);
        expect(page.inside(selector)).toEqual($(selector).toArray());
        const parts = $('div, ul, section')
          .toArray()
          .filter((part) => $(part).parents('div, ul, section').length === 0);
        const search = page.split(parts);
        for (const part of parts) {
          expect(search(part).inside(selector)).toEqual($(part).find(selector).toArray());
          expect(search(part).from(selector)).toEqual($(part).find(selector).addBack(selector).toArray());
        }
      }),
    );
  });

  it('takes what stands around a part into account', () => {
    const $ = load('<div class="a"><p><b>mot</b></p></div>');
    const page = searchPage($);
    const [p] = page.inside('p');
    expect(p && page.split([p])(p).inside('.a b')).toHaveLength(1);
  });
});

describe('cards', () => {
  const cardsOf = (html: string): readonly Element[] => searchPage(load(html)).inside('.card');
  const card = (inside: string): string => `<div class="card">${inside}</div>`;

  it('are as large as they have elements, and hundreds of characters', () => {
    expect(fitting(cardsOf(card('<b></b><b></b>')), 10).size).toBeCloseTo(3.1, 0);
    expect(fitting(cardsOf(card('a'.repeat(1_000))), 100).size).toBeCloseTo(11, 0);
    expect(fitting(cardsOf(card(`<b title="${'a'.repeat(1_000)}"></b>`)), 100).size).toBeCloseTo(12, 0);
  });

  it('fit as long as they are not too large together', () => {
    const cards = cardsOf(card('<b></b>'.repeat(9)) + card('<b></b>'.repeat(500)) + card('<b></b>'.repeat(9)));
    const sizes = ({ cards }: ReturnType<typeof fitting>) =>
      cards.map((node: AnyNode) => ('children' in node ? node.children.length : 0));
    expect(sizes(fitting(cards, 1_000))).toEqual([9, 500, 9]);
    expect(sizes(fitting(cards, 100))).toEqual([9, 9]);
    expect(sizes(fitting(cards, 5))).toEqual([]);
  });
});
