import type { Rating, Sentiment } from '../../domain/reading.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { asks } from './features.ts';
import { contrastOf, isDivided, measure, opinionValues, scoreOf } from './measure.ts';
import { combine, type Register, type ToneModel } from './model.ts';
import { round, together } from './together.ts';
import type { ModelLanguage } from './tokens.ts';

export const sentimentStage = { name: 'sentiment', version: '2' } as const;

/** The trained models by language. */
export type SentimentModels = Readonly<Partial<Record<ModelLanguage, ToneModel>>>;

/** Reads tone. Null where the language has no model: never a guess. */
export interface SentimentReader {
  /** The tone of one sentence. */
  readonly passage: (text: string, language: string, register: Register) => Sentiment | null;
  /** The tone of the clause of a sentence that holds `start` … `end`. */
  readonly clause: (text: string, language: string, register: Register, start: number, end: number) => Sentiment | null;
  /** The tone of several sentences together, with the document's rating as one more voice. */
  readonly document: (
    passages: readonly { readonly sentiment: Sentiment | null }[],
    rating: Rating | null,
  ) => Sentiment | null;
}

/** A reader over trained models. */
export function createSentimentReader(models: SentimentModels): SentimentReader {
  const modelOf = (language: string): ToneModel | null =>
    language === 'fr' || language === 'en' ? (models[language] ?? null) : null;
  const clauses = clauseReader();
  return {
    passage: (text, language, register) => {
      const model = modelOf(language);
      return model && sentenceTone(text, model, register);
    },
    clause: (text, language, register, start, end) => {
      const model = modelOf(language);
      if (!model) return null;
      return clauses(text, model, register, start, end);
    },
    document: together,
  };
}

/** Reads the clause that holds a span. A sentence may hold a hundred names: what was read of the sentence before is kept. */
function clauseReader() {
  let sentence = '';
  let language = '';
  let clauses: readonly Clause[] = [];
  const tones = new Map<string, Sentiment>();
  return (text: string, model: ToneModel, register: Register, start: number, end: number): Sentiment => {
    if (text !== sentence || model.language !== language) {
      tones.clear();
      clauses = clausesOf(text, model.language);
    }
    sentence = text;
    language = model.language;
    const own = clauses.find((clause) => start >= clause.start && end <= clause.end) ?? { start: 0, end: text.length };
    const key = `${register} ${own.start} ${own.end}`;
    const tone = tones.get(key) ?? sentenceTone(text.slice(own.start, own.end), model, register);
    tones.set(key, tone);
    return tone;
  };
}

/** Neutrality first: only what is an opinion has a sign. A question is no verdict. Confidence is that of the label. */
function sentenceTone(text: string, model: ToneModel, register: Register): Sentiment {
  const { fit } = model;
  const measures = measure(text, model.language, model, fit.polarity);
  const opinion = combine(fit.opinion, opinionValues(measures, register === 'review'));
  if (asks(text)) return { label: 'neutral', score: 0, confidence: round(Math.max(0.5, 1 - opinion)) };
  if (opinion < fit.opinionFrom[register]) return { label: 'neutral', score: 0, confidence: round(1 - opinion) };
  const score = round(scoreOf(measures));
  const mixed = isDivided(measures) ? combine(fit.mixed, contrastOf(measures)) : 0;
  if (mixed >= fit.mixedFrom) return { label: 'mixed', score, confidence: round(opinion * mixed) };
  const confidence = opinion * (1 - mixed) * (0.5 + Math.abs(score) / 2);
  return { label: score >= 0 ? 'positive' : 'negative', score, confidence: round(confidence) };
}
