import type { Document, Passage, Reading, Sentiment, ToneBasis } from '../../src/domain/reading.ts';
import { fingerprint } from '../../src/reading/fingerprint/fingerprint.ts';

/** A sentence for a document made by hand: its text, the season that it is about, its tone, and the tone that it reports. */
export interface Sentence {
  readonly text: string;
  readonly season?: number;
  readonly score?: number;
  readonly basis?: ToneBasis;
  readonly reported?: number;
}

const toneOf = (score: number | undefined, basis: ToneBasis = 'model'): Sentiment => {
  const label = score === undefined || score === 0 ? 'neutral' : score > 0 ? 'positive' : 'negative';
  return { label, score: score ?? 0, confidence: 0.9, basis };
};

/** A document about Le Bureau des légendes made of the given sentences. */
export function documentOf(sentences: readonly Sentence[], facts: Partial<Document> = {}): Document {
  const text = sentences.map((sentence) => sentence.text).join('\n');
  let start = 0;
  const passages = sentences.map((sentence): Passage => {
    const span = { start, end: start + sentence.text.length };
    start = span.end + 1;
    const sentiment = toneOf(sentence.score, sentence.basis);
    const reported = sentence.reported === undefined ? null : toneOf(sentence.reported, sentence.basis);
    const show = 'le-bureau-des-legendes';
    const attribution = {
      show,
      season: sentence.season ?? 0,
      relation: 'about',
      basis: 'explicit',
      evidence: '',
      sentiment,
    } as const;
    const attributions = sentence.season === undefined ? [] : [attribution];
    return { ...span, text: sentence.text, language: 'fr', attributions, mentions: [], sentiment, reported };
  });
  const seasons = [...new Set(sentences.flatMap(({ season }) => season ?? []))];
  return {
    kind: 'review',
    title: sentences[0]?.text ?? null,
    author: null,
    published: { date: '2015-05-04', precision: 'day', basis: 'json-ld' },
    modified: null,
    rating: null,
    language: { code: 'fr', confidence: 0.99 },
    text,
    shows: [{ show: 'le-bureau-des-legendes', relevance: 'about', confidence: 1, signals: ['title'] }],
    sentiment: null,
    seasons: seasons.map((season) => ({
      show: 'le-bureau-des-legendes',
      season,
      weight: 1 / seasons.length,
      sentiment: null,
    })),
    passages,
    fingerprint: fingerprint(text),
    ...facts,
  };
}

/** A reading of one page that holds the given documents. */
export function readingOf(url: string, documents: readonly Document[], facts: Partial<Reading> = {}): Reading {
  const { hostname } = new URL(url);
  return {
    url,
    canonicalUrl: null,
    pageKind: 'article',
    outlet: { domain: hostname, name: hostname, country: 'FR', language: 'fr', kind: 'press' },
    documents,
    outcomes: [],
    stages: { extract: '1' },
    ...facts,
  };
}
