import type { ShowId } from '../domain/catalogue.ts';
import type { ExtractedPage } from '../domain/extraction.ts';
import type { Document, Outcome, PageInput, PageKind, Reading } from '../domain/reading.ts';
import { decode, decodeStage } from './decode/decode.ts';
import { readDocument } from './document.ts';
import { entitiesStage } from './entities/entities.ts';
import { extract, extractStage } from './extract/extract.ts';
import { fingerprintStage } from './fingerprint/fingerprint.ts';
import { languageStage } from './language/language.ts';
import { passagesStage } from './passages/passages.ts';
import type { ReadingTools } from './reading-tools.ts';
import { readRelevance, relevanceStage } from './relevance/relevance.ts';
import { seasonsStage } from './seasons/seasons.ts';
import { sentimentStage } from './sentiment/sentiment.ts';

/** THE order of the stages. A reading stores their versions, so that a better stage means reading again what it read. */
export const stages = [
  decodeStage,
  extractStage,
  languageStage,
  passagesStage,
  relevanceStage,
  seasonsStage,
  entitiesStage,
  sentimentStage,
  fingerprintStage,
] as const;

const versions: Readonly<Record<string, string>> = Object.fromEntries(
  stages.map(({ name, version }) => [name, version]),
);

/**
 * Reads one page: a pure function of the page, the catalogue and the models.
 * Throws RevueError with disposition `quarantine` for what is no readable page (`empty-page`, `not-text`, `page-too-deep` …).
 */
export function readPage(page: PageInput, tools: ReadingTools): Reading {
  const decoded = decode(page);
  const extracted = extract(decoded, page.given, tools);
  const given = page.given.show ?? showOfReviews(extracted, tools);
  const documents = extracted.documents.map((document) =>
    readDocument(document, extracted, { ...page.given, ...(given ? { show: given } : {}) }, tools),
  );
  return {
    url: page.url,
    canonicalUrl: extracted.canonicalUrl,
    pageKind: pageKindOf(extracted, documents),
    outlet: extracted.outlet,
    documents,
    outcomes: outcomesOf(extracted, documents),
    stages: versions,
  };
}

/** The words of an article may show that it is a review. */
function pageKindOf({ pageKind }: ExtractedPage, [first, ...others]: readonly Document[]): PageKind {
  if (others.length > 0 || (pageKind !== 'article' && pageKind !== 'review')) return pageKind;
  return first?.kind === 'review' ? 'review' : 'article';
}

/** Reviews on one page are about what the page is about; most of them never name it. Null for pages of other kinds. */
function showOfReviews(
  { pageKind, title, documents, canonicalUrl: url }: ExtractedPage,
  { index, relevance }: ReadingTools,
): ShowId | null {
  if (pageKind !== 'reviews') return null;
  const text = documents.flatMap(({ blocks }) => blocks.map((block) => block.text)).join('\n');
  const shows = readRelevance({ title, text, url, hits: index.scan(text), given: undefined }, index, relevance);
  return shows.find((each) => each.relevance === 'about')?.show ?? null;
}

function outcomesOf(extracted: ExtractedPage, documents: readonly Document[]): readonly Outcome[] {
  return [
    ...extracted.leftOut,
    ...(extracted.teaser
      ? [{ kind: 'teaser', detail: 'Only the beginning of the text is free to read.' } as const]
      : []),
    ...documents.flatMap((document) => outcomeOf(document) ?? []),
  ];
}

/** Why a document adds nothing, or less, to the coverage; null when it counts in full. */
function outcomeOf(document: Document): Outcome | null {
  const name = document.title ?? document.text.slice(0, 60);
  if (!document.shows.some(({ relevance }) => relevance === 'about')) return { kind: 'not-relevant', detail: name };
  if (document.published === null) return { kind: 'undated', detail: name };
  if (document.seasons.length === 0) return { kind: 'unattributed', detail: name };
  return null;
}
