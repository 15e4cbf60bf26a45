import type { ShowId } from '../domain/catalogue.ts';
import type { ExtractedDocument, ExtractedPage } from '../domain/extraction.ts';
import type { Document, DocumentSeason, GivenFacts, Passage } from '../domain/reading.ts';
import { readEntities } from './entities/entities.ts';
import { readNames } from './entities/tagger/tagger.ts';
import { fingerprint } from './fingerprint/fingerprint.ts';
import { detectLanguage } from './language/language.ts';
import { passageLanguage } from './language/passage-language.ts';
import { splitPassages } from './passages/passages.ts';
import type { ReadingTools } from './reading-tools.ts';
import { readRelevance } from './relevance/relevance.ts';
import { readSeasons } from './seasons/seasons.ts';
import type { SentimentReader } from './sentiment/sentiment.ts';
import { readTone } from './tone.ts';

/** Reads one article or review of a page, in the order of `stages`. */
export function readDocument(
  found: ExtractedDocument,
  on: ExtractedPage,
  given: GivenFacts,
  tools: ReadingTools,
): Document {
  const text = textOf(found);
  const language = given.language
    ? { code: given.language, confidence: 1 }
    : detectLanguage(text, on.languageHints, tools.languages);
  const spans = splitPassages(text, language.code).map((span) => ({
    ...span,
    language: passageLanguage(text.slice(span.start, span.end), language.code, tools.languages),
  }));
  const hits = tools.index.scan(text);
  const title = titleInContext(found, on);
  const url = on.canonicalUrl;
  const facts = { title, text, url, hits, given: given.show, published: found.published };
  const shows = readRelevance(facts, tools.index, tools.relevance);
  const show = shows.find(({ relevance }) => relevance === 'about')?.show ?? null;
  const { published, season: documentSeason } = found;
  const market = on.outlet?.country ?? null;
  const seasons = readSeasons(
    { text, passages: spans, title, show, documentSeason, published, market, hits },
    tools.index,
    tools.seasons,
  );
  const proposed = readNames(text, spans, language.code, tools.names);
  const mentions = readEntities({ text, passages: spans, language: language.code, hits, shows, proposed }, tools.index);
  const sentences = spans.map((span, i) => ({ ...span, attributions: seasons[i] ?? [], mentions: mentions[i] ?? [] }));
  const { kind, passages } = readTone({ text, title, kind: found.kind, sentences }, tools.tone);
  return {
    kind,
    title: found.title,
    author: found.author,
    published,
    modified: found.modified,
    rating: found.rating,
    language,
    text,
    shows,
    sentiment: tools.tone.document(passages, {
      rating: found.rating,
      whole: kind === 'audience-review' ? tools.tone.whole({ text, language: language.code }) : null,
    }),
    seasons: seasonsOf(passages, tools.tone),
    passages,
    fingerprint: fingerprint(text),
  };
}

/** The blocks as one text, in composed characters (the grammars expect them) and without NUL and halves of characters, which PostgreSQL cannot store. */
function textOf({ blocks }: ExtractedDocument): string {
  const joined = blocks.map((block) => block.text).join('\n');
  return joined.normalize('NFC').replace(/\0|\p{Cs}/gu, '');
}

/** Reviews on a page are about what the page is about, so its title belongs to theirs. */
function titleInContext(found: ExtractedDocument, on: ExtractedPage): string | null {
  if (found.kind !== 'audience-review') return found.title ?? on.title;
  return [on.title, found.title].filter((part) => part !== null && part !== '').join(' — ') || null;
}

/** The seasons that a document is about, with their share of the passages about any season; heaviest first. */
function seasonsOf(passages: readonly Passage[], tone: SentimentReader): readonly DocumentSeason[] {
  const about = passages.flatMap(({ attributions, text }) =>
    attributions.filter(({ relation }) => relation === 'about').map((attribution) => ({ ...attribution, text })),
  );
  const groups = new Map<string, { readonly show: ShowId; readonly season: number; readonly passages: typeof about }>();
  for (const each of about) {
    const key = `${each.show} ${each.season}`;
    const group = groups.get(key);
    if (group) group.passages.push(each);
    else groups.set(key, { show: each.show, season: each.season, passages: [each] });
  }
  return [...groups.values()]
    .map(({ show, season, passages: own }) => ({
      show,
      season,
      weight: own.length / about.length,
      sentiment: tone.document(own),
    }))
    .sort((a, b) => b.weight - a.weight || a.season - b.season);
}
