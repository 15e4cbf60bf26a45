import { describe, expect, it } from 'vitest';
import type { ExtractedPage } from '../../../src/domain/extraction.ts';
import { extract } from '../../../src/reading/extract/extract.ts';
import { extractTools } from '../../support/extract.ts';

const readText = (lines: readonly string[]): ExtractedPage =>
  extract({ url: null, mediaType: 'text/plain', text: lines.join('\n'), encoding: 'utf-8' }, {}, extractTools);
const long = (topic: string): string =>
  `${topic} is the sort of thing that one remembers for a long time, long after the credits have rolled and the lights have gone on.`;

describe('the text of an IMDb title page', () => {
  const page = readText([
    'A tagline that says nothing.A tagline that says nothing.',
    'Browse episodes',
    "Reviewers say 'Harbour Nine' is praised for its cast.",
    'Featured reviews',
    long('The harbour'),
    '10salteddog',
    'I never write reviews, and here I am.',
    long('The opening'),
    long('The finale'),
    long('The opening'),
    long('The finale'),
    'Oh. My. Goodness.',
    long('The music'),
    'Storyline',
    'Details',
  ]);

  it('gives each review once', () => {
    expect(page.documents.map(({ blocks }) => blocks.length)).toEqual([1, 3, 2]);
  });

  it('takes a rating that is glued to a user name apart, and drops the name', () => {
    expect(page.documents[1]?.rating).toEqual({ value: 10, best: 10 });
    expect(JSON.stringify(page.documents)).not.toContain('salteddog');
  });

  it('leaves the machine-written summary out, and says so', () => {
    expect(JSON.stringify(page.documents)).not.toContain('Reviewers say');
    expect(page.leftOut.map(({ kind }) => kind)).toEqual(['duplicate', 'machine-summary']);
  });
});

it('reads the text form of an encyclopaedia page as one reference document without its notes', () => {
  const page = readText([
    '= Harbour Nine =',
    '',
    'Harbour Nine is a series.',
    '== Cast ==',
    '- Ada Wren as the pilot',
    '== Broadcast ==',
    'It was broadcast.',
    '== References ==',
    'Somebody, 2015.',
  ]);
  expect(page.pageKind).toBe('reference');
  expect(page.documents[0]?.blocks.map(({ text }) => text)).toEqual([
    'Harbour Nine is a series.',
    'Cast',
    'Ada Wren as the pilot',
    'Broadcast',
    'It was broadcast.',
  ]);
});

it('reads the text of a trade listing without the other shows below it', () => {
  const page = readText([
    'Please wait...',
    'Home > Screenings > Harbour Nine',
    '',
    'Director: Ada Wren',
    'Producer: Bo Lund',
    'Cast: Cy Hale,Di Rowe',
    'Harbour Nine',
    'A pilot goes missing.',
    'related content',
    '  • Salt Road - Season 7',
  ]);
  expect(page).toMatchObject({ pageKind: 'listing', documents: [{ kind: 'listing', title: 'Harbour Nine' }] });
  expect(JSON.stringify(page.documents)).not.toContain('Salt Road');
});

it('reads the reviews in the data of an IMDb page', () => {
  const node = (text: string, rating: number) => ({
    node: {
      text: { originalText: { plaidHtml: text } },
      authorRating: rating,
      submissionDate: '2019-02-03',
      author: { nickName: 'someone' },
    },
  });
  const data = JSON.stringify({
    props: {
      pageProps: {
        mainColumnData: { reviews: { edges: [node('Slow.<br/><br/>Then it isn&#39;t.', 8), node('Not for me.', 3)] } },
      },
    },
  });
  const html = `<html><head><title>Harbour Nine</title></head><body><h1>Harbour Nine</h1><script id="__NEXT_DATA__" type="application/json">${data}</script></body></html>`;
  const page = extract(
    { url: 'https://www.imdb.com/title/tt0000000/', mediaType: 'text/html', text: html, encoding: 'utf-8' },
    {},
    extractTools,
  );
  expect(page.documents).toMatchObject([
    {
      kind: 'audience-review',
      rating: { value: 8, best: 10 },
      published: { date: '2019-02-03' },
      blocks: [{ text: 'Slow.' }, { text: "Then it isn't." }],
    },
    { rating: { value: 3, best: 10 } },
  ]);
});
