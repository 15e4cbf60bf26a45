import type { Attribution, DocumentKind, Mention, Passage, Sentiment, TonedAttribution } from '../domain/reading.ts';
import type { About, Judged } from './sentiment/judge.ts';
import { registerOf } from './sentiment/register.ts';
import type { SentimentReader } from './sentiment/sentiment.ts';

/** A passage that waits for its tone. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly language: string;
  readonly attributions: readonly Attribution[];
  readonly mentions: readonly Mention[];
}

/** A document whose passages wait for their tone. */
export interface Untoned {
  readonly text: string;
  readonly title: string | null;
  readonly kind: DocumentKind;
  readonly sentences: readonly Sentence[];
}

/** From this share of opinions on, a piece that does not say what it is counts as a review; news hold next to none. */
const REVIEW_SHARE = 0.25;

/**
 * The tone of every sentence and of the seasons and names in it, and what kind of document that makes:
 * pages that declare nothing are news until a fair share of their sentences judge.
 */
export function readTone(
  document: Untoned,
  tone: SentimentReader,
): { readonly kind: DocumentKind; readonly passages: readonly Passage[] } {
  const { kind, sentences } = document;
  const first = judge(document, kind, tone);
  const opinions = first.filter((each) => each !== null && each.sentiment.label !== 'neutral');
  const judges = kind === 'news' && sentences.length > 2 && opinions.length >= sentences.length * REVIEW_SHARE;
  const found = judges ? 'review' : kind;
  const judged = judges ? judge(document, found, tone) : first;
  const about = aboutOf(document, found);
  const passages = sentences.map((sentence, i) =>
    tonedPassage(document.text, sentence, judged[i] ?? null, about, tone),
  );
  return { kind: found, passages };
}

const judge = (document: Untoned, kind: DocumentKind, tone: SentimentReader): readonly (Judged | null)[] =>
  tone.sentences(
    document.sentences.map(({ start, end, language }) => ({ text: document.text.slice(start, end), language })),
    aboutOf(document, kind),
  );

const aboutOf = ({ title }: Untoned, kind: DocumentKind): About => ({ register: registerOf(kind), title });

function tonedPassage(
  text: string,
  span: Sentence,
  judged: Judged | null,
  about: About,
  tone: SentimentReader,
): Passage {
  const sentence = text.slice(span.start, span.end);
  const sentiment = judged?.sentiment ?? null;
  const targets = targetsOf(span, sentence);
  const read = targets.length > 1 ? tone.targets({ text: sentence, language: span.language }, about, targets) : [];
  const tones = new Map(targets.map(({ start, end }, i) => [`${start}–${end}`, read[i] ?? sentiment]));
  const toneAt = (start: number, end: number): Sentiment | null =>
    sentiment?.label === 'neutral' ? sentiment : (tones.get(`${start}–${end}`) ?? sentiment);
  const toned = (attribution: Attribution): TonedAttribution => {
    const at = placeOf(attribution, sentence);
    return { ...attribution, sentiment: at < 0 ? sentiment : toneAt(at, at + attribution.evidence.length) };
  };
  return {
    start: span.start,
    end: span.end,
    text: sentence,
    language: span.language,
    attributions: span.attributions.map(toned),
    mentions: span.mentions.map((mention) => ({
      ...mention,
      sentiment: toneAt(mention.start - span.start, mention.end - span.start),
    })),
    sentiment,
    reported: judged?.reported ?? null,
  };
}

/** Where the words stand that name the season; −1 where none do. */
const placeOf = ({ evidence }: Attribution, sentence: string): number =>
  evidence === '' ? -1 : sentence.indexOf(evidence);

/** The seasons and names of a sentence, each place once and none inside another, in order. */
function targetsOf(span: Sentence, sentence: string) {
  const seasons = span.attributions.map((attribution) => {
    const start = placeOf(attribution, sentence);
    return { start, end: start + attribution.evidence.length };
  });
  const names = span.mentions.map(({ start, end }) => ({ start: start - span.start, end: end - span.start }));
  const placed = [...seasons, ...names]
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: { readonly start: number; readonly end: number }[] = [];
  for (const each of placed) if (each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each);
  return kept;
}
