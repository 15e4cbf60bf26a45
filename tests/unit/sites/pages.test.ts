import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExtractedPage } from '../../../src/domain/extraction.ts';
import { extract } from '../../../src/reading/extract/extract.ts';
import { reviewSite } from '../../../src/reading/extract/reviews/review-site.ts';
import type { SiteRules } from '../../../src/reading/extract/reviews/rules.ts';
import { extractTools } from '../../support/extract.ts';

interface Expected {
  readonly url: string;
  readonly pageKind: string;
  /** The page's title: what its reviews are about. */
  readonly title: string;
  readonly documents: readonly {
    readonly kind: string;
    readonly title: string | null;
    readonly author: string | null;
    readonly rating: { readonly value: number; readonly best: number } | null;
    readonly published: string | null;
    readonly modified: string | null;
    readonly season: number | null;
    readonly first: string;
    readonly last: string;
  }[];
  readonly leftOut: readonly string[];
  /** Words that no document may hold. */
  readonly absent: readonly string[];
}

const directory = 'fixtures/pages';
const files = readdirSync(directory, { recursive: true, encoding: 'utf8' });
/** Tables that stand beside their page and not yet in the registry. */
const trials = files
  .filter((file) => file.endsWith('site.json'))
  .map((file) => reviewSite(JSON.parse(readFileSync(join(directory, file), 'utf8')) as SiteRules));
const pages = files
  .filter((file) => file.endsWith('.html'))
  .sort()
  .map((file) => ({
    name: file,
    html: readFileSync(join(directory, file), 'utf8'),
    expected: JSON.parse(readFileSync(join(directory, file.replace(/\.html$/u, '.expected.json')), 'utf8')) as Expected,
  }));

const read = (html: string, url: string): ExtractedPage =>
  extract(
    { url, mediaType: 'text/html', text: html, encoding: 'utf-8' },
    {},
    { ...extractTools, sites: [...trials, ...extractTools.sites] },
  );

describe.each(pages)('$name', ({ html, expected }) => {
  const page = read(html, expected.url);

  it('gives every document with its facts, from its first word to its last', () => {
    expect({ pageKind: page.pageKind, title: page.title }).toEqual({
      pageKind: expected.pageKind,
      title: expected.title,
    });
    const found = page.documents.map(({ blocks, published, modified, ...facts }, i) => {
      const text = blocks.map((block) => block.text).join('\n');
      const { first = '', last = '' } = expected.documents[i] ?? {};
      const edges = { first: text.slice(0, first.length), last: text.slice(-last.length) };
      return { ...facts, ...edges, published: published?.date ?? null, modified: modified?.date ?? null };
    });
    expect(found).toEqual(expected.documents);
  });

  it('leaves out what is no text, and says so of summaries by machines and of copies', () => {
    expect(page.leftOut.map(({ kind }) => kind)).toEqual(expected.leftOut);
    for (const words of expected.absent) expect(JSON.stringify(page.documents)).not.toContain(words);
  });

  it('reads a page that breaks off anywhere', () => {
    for (let part = 0; part < 10; part++) {
      const broken = html.slice(0, Math.round((html.length * part) / 10));
      expect(() => read(broken, expected.url)).not.toThrow();
    }
  });
});
