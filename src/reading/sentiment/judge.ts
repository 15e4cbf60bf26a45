import type { Sentiment } from '../../domain/reading.ts';
import type { Register } from './register.ts';

/** What is known of a document beside its sentences. */
export interface About {
  readonly register: Register;
  readonly title: string | null;
}

/** A text and its language. */
export interface Spoken {
  readonly text: string;
  readonly language: string;
}

/** The writer's own tone, and that of an opinion which the sentence reports, if it does. */
export interface Judged {
  readonly sentiment: Sentiment;
  readonly reported: Sentiment | null;
}

/** Who judges tone: trained models, word lists, a transformer. Null for languages that it cannot read: never a guess. */
export interface ToneJudge {
  /** The sentences of one document, in order. */
  readonly sentences: (sentences: readonly Spoken[], about: About) => readonly (Judged | null)[];
  /** A part of a sentence, by its own words. */
  readonly part: (part: Spoken, about: About) => Sentiment | null;
  /** A review as a whole: it takes a side. */
  readonly whole: (review: Spoken) => Sentiment | null;
}
