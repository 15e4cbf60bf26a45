import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { first } from '../../../../../src/reading/extract/outline/first.ts';
import { MOST, MOST_IN_HEAD } from '../../../../../src/reading/extract/outline/limits.ts';
import { scan } from '../../../../../src/reading/extract/outline/scan.ts';
import { markup } from '../markup.ts';

const data = (source: string): string => `<script type="application/ld+json">${source}</script>`;
const open = '<b>'.repeat(4_900);

describe('a page with too much of something', () => {
  it.each([
    ['10,000 blocks', '<p>mot</p>'.repeat(11_000)],
    ['60,000 boxes', '<div></div>'.repeat(70_000)],
    ['100,000 elements', '<i></i>'.repeat(120_000)],
    ['stand deep in boxes', '<div>'.repeat(900) + '<p>mot</p>'.repeat(1_000)],
    ['500,000 characters of text', `<p>${'mot '.repeat(130_000)}`],
    ['500,000 characters of text', `<p>${'mot '.repeat(60_000)}</p>`.repeat(3)],
    ['nests too deep', `${open}<!--${' '.repeat(1_500_000)}-->`],
    ['10,000 facts', '<i itemprop="name">mot</i>'.repeat(10_001)],
    ['2,000 meta elements', '<meta name="author" content="Jeanne Exemple">'.repeat(2_001)],
    ['500 scripts', data('{}').repeat(501)],
    ['2,000,000 characters of structured data', data('x'.repeat(2_000_001))],
  ])('says so in one sentence: %s', (words, html) => {
    expect(scan(`<p>Un mot.</p>${html}<p>Fin.</p>`).cut).toEqual([expect.stringContaining(words)]);
    expect(scan(`<p>Un mot.</p>${html}<p>Fin.</p>`).cut[0]).toMatch(/^The page [^\n{}]{10,200}\.$/u);
  });

  it('says all that was too much', () => {
    const html = data('x'.repeat(MOST_IN_HEAD.data + 1)) + '<p>mot</p>'.repeat(MOST.blocks + 1);
    expect(scan(html).cut).toHaveLength(2);
  });

  it('keeps what stands before', () => {
    const { head, blocks } = scan(
      `<title>Une île</title>${'<meta name="author" content="Jeanne Exemple">'.repeat(3_000)}<p>Un mot.</p>`,
    );
    expect(head).toMatchObject({ title: 'Une île' });
    expect(head.meta.get('author')).toHaveLength(MOST_IN_HEAD.meta);
    expect(blocks.map(({ text }) => text)).toEqual(['Un mot.']);
  });
});

describe('a page within the limits', () => {
  it('is whole, whatever its mark-up', () => {
    fc.assert(
      fc.property(markup, (html) => {
        expect(scan(html).cut).toEqual([]);
      }),
    );
  });

  it('is whole up to the last of them', () => {
    expect(scan('<p>mot</p>'.repeat(MOST.blocks)).cut).toEqual([]);
    expect(scan(`<p>${'a'.repeat(MOST.text)}`).cut).toEqual([]);
  });
});

describe('the first characters of a text', () => {
  it('are as many as fit, and none is halved', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (text, most) => {
        const part = first(text, most);
        expect(text.startsWith(part)).toBe(true);
        expect(part.length).toBeLessThanOrEqual(most);
        expect(part.length).toBeGreaterThanOrEqual(Math.min(text.length, most) - 1);
        expect(part).not.toMatch(/\p{Cs}/u);
      }),
    );
  });

  it('end the text, the title and the marks of a page', () => {
    const faces = `a${'😀'.repeat(300_000)}`;
    const { head, blocks, marks } = scan(
      `<title>${faces}</title><meta name="author" content="${faces}"><time datetime="${faces}">${faces}`,
    );
    const ends = [head.title, head.meta.get('author')?.[0], blocks[0]?.text, marks[0]?.text, marks[0]?.value];
    expect(ends.map((text) => text?.slice(-2))).toEqual(ends.map(() => '😀'));
  });
});
