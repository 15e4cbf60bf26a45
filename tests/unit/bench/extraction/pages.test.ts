import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { benchExtraction } from '../../../../src/bench/extraction/extraction.ts';
import { readLabelledPages } from '../../../../src/bench/extraction/pages.ts';
import { extractTools } from '../../../support/extract.ts';
import { french, page, paragraphs } from '../../reading/extract/main-text/pages.ts';

const BLOCK = 512;

/** One file of a tar archive: a header of 512 bytes (name, mode, owners, size, time, checksum, type, magic) and whole blocks of content. */
function tarred(name: string, content: Uint8Array): Uint8Array {
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0);
  header.write('0000644\x00000000000\x00000000000\0', 100);
  header.write(`${content.length.toString(8).padStart(11, '0')}\0${'0'.repeat(11)}\0`, 124);
  header.write(`${' '.repeat(8)}0`, 148);
  header.write('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)]);
}

describe('labelled pages', () => {
  let directory: string;
  const writeSet = (name: string, rows: readonly object[], files: Readonly<Record<string, string>>): void => {
    const parts = Object.entries(files).map(([file, html]) => tarred(`pages/${file}`, gzipSync(html)));
    writeFileSync(join(directory, `${name}.tar`), Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]));
    const lines = rows.map((row) => JSON.stringify(row)).join('\n');
    writeFileSync(join(directory, `${name}.jsonl.gz`), gzipSync(`${lines}\n`));
  };
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'revue-bench-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('are read with their labels, all sets in the order of their names', () => {
    const labels = { text: 'Une île.', title: 'Île', author: 'Jeanne Exemple', date: '2021-03-02T10:00', lang: 'fr' };
    writeSet('b', [{ id: '1', file: 'a.html.gz', url: 'https://courrier.example/a', ...labels, type: 'forum' }], {
      'a.html.gz': '<p>Une île.</p>',
    });
    writeSet('a', [{ id: '2', file: 'x.html.gz', author: ['A', 'B'], with: ['Oui.'], without: ['Non.'] }], {
      'y.html.gz': 'y'.repeat(3_000),
      'x.html.gz': '<p>Deux.</p>',
    });
    const [first, second, ...others] = readLabelledPages(directory);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ id: '2', set: 'a', type: 'article', authors: ['A', 'B'], holds: ['Oui.'] });
    expect(first).toMatchObject({ url: null, text: null, title: null, date: null, lacks: ['Non.'] });
    expect(Buffer.from(first?.bytes() ?? []).toString()).toBe('<p>Deux.</p>');
    expect(second).toMatchObject({ id: '1', set: 'b', url: 'https://courrier.example/a', text: 'Une île.' });
    expect(second).toMatchObject({ authors: ['Jeanne Exemple'], date: '2021-03-02', language: 'fr', type: 'forum' });
    expect(Buffer.from(second?.bytes() ?? []).toString()).toBe('<p>Une île.</p>');
  });

  it('leave out rows whose page is not there, and take empty labels for none', () => {
    writeSet(
      'a',
      [
        { id: '1', file: 'gone.html.gz' },
        { id: '2', file: 'a.html.gz', title: '', author: [] },
      ],
      { 'a.html.gz': 'x' },
    );
    expect(readLabelledPages(directory)).toMatchObject([{ id: '2', title: null, authors: null }]);
  });

  it('are asked for when there are none', () => {
    for (const place of [directory, join(directory, 'nowhere')])
      expect(() => readLabelledPages(place)).toThrow(
        expect.objectContaining({ code: 'no-data', disposition: 'fatal', message: expect.stringContaining(place) }),
      );
  });

  it('are read and compared, in all and by kind', async () => {
    const article = page('fr', 'Une île sans fin', paragraphs(french));
    writeSet(
      'essai',
      [
        { id: '1', file: '1.gz', text: french.join('\n'), title: 'Une île sans fin', type: 'article' },
        { id: '2', file: '2.gz', text: 'Tout autre chose que la page.', title: 'Autre', type: 'forum' },
      ],
      { '1.gz': article, '2.gz': article },
    );
    const { all, groups, ms, peers } = await benchExtraction(directory, extractTools, false);
    expect(all).toMatchObject({ pages: 2, f1: 0.5, precision: 0.5, recall: 0.5, below06: 1, titles: 0.5, dates: null });
    expect(Object.keys(groups)).toEqual(['essai article', 'essai forum']);
    expect(groups['essai article']).toMatchObject({ pages: 1, f1: 1, titles: 1 });
    expect(ms.median).toBeLessThanOrEqual(ms.p95);
    expect(peers).toBeNull();
  });
});
