import type { ExtractedPage } from '../../domain/extraction.ts';
import { textPage } from '../../reading/extract/plain-text.ts';
import type { SiteAdapter, TextPage } from '../../reading/extract/site.ts';
import { folded } from '../../reading/extract/text.ts';
import { reviewsInLines } from './review-lines.ts';
import words from './text.json' with { type: 'json' };

/** The title page of IMDb as plain text; `imdb.json` says where its HTML keeps reviews. */
export const imdbText: SiteAdapter = { name: 'imdb-text', version: '2024-01-01', text: readText };

/** How many signs of the title page a text must show. */
const SIGNS = 2;

function readText(page: TextPage): ExtractedPage | null {
  const lower = page.lines.map((line) => line.replace(/^[-•]\s*/u, '').toLowerCase());
  const start = lower.findIndex((line) => words.start.includes(line));
  if (start < 0 || words.signs.filter((sign) => lower.includes(sign)).length < SIGNS) return null;
  const after = lower.findIndex((line, i) => i > start && words.end.includes(line));
  const lines = page.lines.slice(start + 1, after < 0 ? undefined : after).map(folded);
  const { reviews, repeats } = reviewsInLines(
    lines.filter((line) => line !== '' && !words.labels.includes(line.toLowerCase())),
  );
  const machine = lower.some((line) => line.startsWith(words.machine));
  const documents = reviews.map(({ blocks, rating }) => ({
    kind: 'audience-review' as const,
    title: null,
    rating,
    blocks: blocks.map((text) => ({ kind: 'paragraph' as const, text })),
  }));
  return textPage(page, 'reviews', documents, [
    ...(repeats > 0
      ? [{ kind: 'duplicate', detail: `${repeats} repeated copies of reviews on the page` } as const]
      : []),
    ...(machine
      ? [{ kind: 'machine-summary', detail: 'The summary "Reviewers say" is written by a machine.' } as const]
      : []),
  ]);
}
