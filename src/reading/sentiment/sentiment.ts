import type { Sentiment } from '../../domain/reading.ts';
import type { About, Judged, Spoken, ToneJudge } from './judge.ts';
import { readByLexicon } from './lexicon/lexicon.ts';
import { type Span, targetTones } from './targets/targets.ts';
import { together } from './together.ts';
import { isModelLanguage } from './tokens.ts';

export const sentimentStage = { name: 'sentiment', version: '3' } as const;

/** Reads tone. Null where the language has no reader: never a guess. */
export interface SentimentReader {
  /** The tone of the sentences of one document, in order. */
  readonly sentences: (sentences: readonly Spoken[], about: About) => readonly (Judged | null)[];
  /** The tone of the words about each target of one sentence. */
  readonly targets: (sentence: Spoken, about: About, targets: readonly Span[]) => readonly (Sentiment | null)[];
  /** The tone of a whole review, which takes a side. */
  readonly whole: (review: Spoken) => Sentiment | null;
  /** The tone of several sentences, with what else their document says of its tone. */
  readonly document: typeof together;
}

/** A reader over a judge; languages that the judge cannot read are read by word lists, if there is one. */
export function createSentimentReader(judge: ToneJudge): SentimentReader {
  const part = (spoken: Spoken, about: About): Sentiment | null => judge.part(spoken, about) ?? byLexicon(spoken);
  return {
    sentences: (sentences, about) =>
      judge.sentences(sentences, about).map((judged, i) => judged ?? plain(byLexicon(sentences[i]))),
    targets: ({ text, language }, about, targets) => {
      const whole = part({ text, language }, about);
      if (whole === null || !isModelLanguage(language)) return targets.map(() => whole);
      // The targets of a list share their words: read once, however long the list is.
      const read = new Map<string, Sentiment>();
      return targetTones(text, language, targets, (words) => {
        const tone = read.get(words) ?? part({ text: words, language }, about) ?? whole;
        read.set(words, tone);
        return tone;
      });
    },
    whole: (review) => judge.whole(review) ?? byLexicon(review),
    document: together,
  };
}

const plain = (sentiment: Sentiment | null): Judged | null => sentiment && { sentiment, reported: null };

const byLexicon = (spoken: Spoken | undefined): Sentiment | null =>
  spoken ? readByLexicon(spoken.text, spoken.language) : null;
