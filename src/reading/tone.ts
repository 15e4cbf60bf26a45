import type { Attribution, DocumentKind, Mention, Passage, Sentiment, TonedAttribution } from '../domain/reading.ts';
import type { SentimentReader } from './sentiment/sentiment.ts';

/** A passage that waits for its tone. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly language: string;
  readonly attributions: readonly Attribution[];
  readonly mentions: readonly Mention[];
}

/** From this share of opinions on, a piece that does not say what it is counts as a review; news hold next to none. */
const REVIEW_SHARE = 0.25;

/**
 * The tone of every sentence and of the seasons and names in it, and what kind of document that makes:
 * pages that declare nothing are news until a fair share of their sentences judge.
 */
export function readTone(
  text: string,
  sentences: readonly Sentence[],
  kind: DocumentKind,
  tone: SentimentReader,
): { readonly kind: DocumentKind; readonly passages: readonly Passage[] } {
  const read = (as: DocumentKind) => sentences.map((sentence) => tonedPassage(text, sentence, readerOf(as, tone)));
  const passages = read(kind);
  const opinions = passages.filter(({ sentiment }) => sentiment !== null && sentiment.label !== 'neutral');
  const judges = kind === 'news' && sentences.length > 2 && opinions.length >= sentences.length * REVIEW_SHARE;
  return judges ? { kind: 'review', passages: read('review') } : { kind, passages };
}

/** The reader of tone with the register of a kind of document. */
function readerOf(kind: DocumentKind, tone: SentimentReader): SentenceTone {
  const register = kind === 'review' || kind === 'audience-review' ? 'review' : 'news';
  return {
    passage: (text, language) => tone.passage(text, language, register),
    clause: (text, language, start, end) => tone.clause(text, language, register, start, end),
  };
}

/** The tone of sentences of one document, whose register is known. */
interface SentenceTone {
  readonly passage: (text: string, language: string) => Sentiment | null;
  readonly clause: (text: string, language: string, start: number, end: number) => Sentiment | null;
}

function tonedPassage(text: string, span: Sentence, tone: SentenceTone): Passage {
  const { attributions, mentions } = span;
  const sentence = text.slice(span.start, span.end);
  const whole = tone.passage(sentence, span.language);
  const clause = (start: number, end: number) => tone.clause(sentence, span.language, start, end);
  const severalSeasons = new Set(attributions.map(({ season }) => season)).size > 1;
  const toned = (attribution: Attribution): TonedAttribution => {
    const at = attribution.evidence === '' ? -1 : sentence.indexOf(attribution.evidence);
    const own = severalSeasons && at >= 0;
    return { ...attribution, sentiment: own ? clause(at, at + attribution.evidence.length) : whole };
  };
  return {
    start: span.start,
    end: span.end,
    text: sentence,
    language: span.language,
    attributions: attributions.map(toned),
    mentions: mentions.map((mention) => ({
      ...mention,
      sentiment: clause(mention.start - span.start, mention.end - span.start),
    })),
    sentiment: whole,
  };
}
