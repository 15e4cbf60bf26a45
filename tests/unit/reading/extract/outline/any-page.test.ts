import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RevueError } from '../../../../../src/domain/errors.ts';
import { MAX_DEPTH, MAX_ELEMENT_DEPTH, MOST } from '../../../../../src/reading/extract/outline/limits.ts';
import type { Outline } from '../../../../../src/reading/extract/outline/outline.ts';
import { scan } from '../../../../../src/reading/extract/outline/scan.ts';
import { markup } from '../markup.ts';

/** What every outline keeps to, whatever the page. */
function expectSound({ blocks, boxes, marks, root }: Outline): void {
  expect(boxes[0]).toBe(root);
  boxes.forEach((box, i) => {
    expect(box.order).toBe(i);
    expect(box.parent === null).toBe(i === 0);
    expect(box.parent?.order ?? -1).toBeLessThan(i);
    expect(box.depth).toBe(box.parent === null ? 0 : box.parent.depth + 1);
  });
  for (const { text, box, linked, emphasised } of blocks) {
    expect(text).not.toBe('');
    expect(text).toBe(text.replace(/\s+/gu, ' ').trim());
    expect(boxes[box.order]).toBe(box);
    expect(Math.max(linked, emphasised)).toBeLessThanOrEqual(text.length);
  }
  for (const { at, text, box } of marks) {
    expect(at).toBeLessThanOrEqual(blocks.length);
    expect(text.length).toBeLessThanOrEqual(200);
    expect(boxes[box.order]).toBe(box);
  }
}

describe('the outline of any page', () => {
  it('is sound for any mark-up', () => {
    fc.assert(
      fc.property(markup, (html) => {
        expectSound(scan(html));
      }),
      { numRuns: 300 },
    );
  });

  it('is sound for any string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (html) => expectSound(scan(html))));
  });

  it('loses no word of plain paragraphs', () => {
    const word = fc.stringMatching(/^[\p{L}\p{N}]{1,12}$/u);
    const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 20 }), (paragraphs) => {
        const html = paragraphs.map((text) => `<p>${text}</p>`).join('\n');
        expect(scan(html).blocks.map(({ text }) => text)).toEqual(paragraphs);
      }),
    );
  });

  it.each([
    ['boxes', '<div>', MAX_DEPTH],
    ['elements of any kind', '<b>', MAX_ELEMENT_DEPTH],
  ])('is refused when %s nest deeper than any article', (_name, tag, most) => {
    expect(scan(`${tag.repeat(most - 1)}Un mot`).blocks).toHaveLength(1);
    const scanDeeper = () => scan(tag.repeat(most + 1), 'https://journal.example/a');
    expect(scanDeeper).toThrow(RevueError);
    expect(scanDeeper).toThrow(expect.objectContaining({ code: 'page-too-deep', disposition: 'quarantine' }));
    expect(scanDeeper).toThrow('https://journal.example/a');
  });

  it.each([
    ['blocks', '<p>mot</p>'],
    ['boxes', '<div></div>'],
    ['characters', `<p>${'mot '.repeat(1_000)}</p>`],
  ])('ends before the page when there are too many %s', (_name, part) => {
    const outline = scan(part.repeat(Math.ceil(4_000_000 / part.length)));
    expect(outline.read).toBeLessThan(4_000_000);
    expect(outline.blocks.length).toBeLessThanOrEqual(MOST.blocks);
    expect(outline.blocks.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(MOST.text);
  });
});
