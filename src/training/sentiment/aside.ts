import type { Sentiment, SentimentLabel } from '../../domain/reading.ts';
import { decisionOf } from '../../evaluation/decision.ts';
import { type Judged, measure } from '../../evaluation/measure.ts';
import type { ToneModel } from '../../reading/sentiment/model.ts';
import { createSentimentReader } from '../../reading/sentiment/sentiment.ts';
import type { ModelLanguage } from '../../reading/sentiment/tokens.ts';
import { createTrainedJudge } from '../../reading/sentiment/trained.ts';
import { asideDocuments, targetSentences, turnsAside } from './corpus.ts';
import type { Measured } from './published.ts';

/** Sentences that nothing was trained or tuned on, as a finished model reads them: an author's documents, hard turns, several targets. */
export function asideFigures(language: ModelLanguage, model: ToneModel, gold: string): readonly Measured[] {
  const reader = createSentimentReader(createTrainedJudge({ [language]: model }));
  const documents = asideDocuments(gold, language).flatMap(({ register, title, sentences }) => {
    const read = reader.sentences(
      sentences.map(({ text }) => ({ text, language })),
      { register, title },
    );
    return sentences.flatMap(({ tone }, i) => judged(tone, read[i]?.sentiment ?? null));
  });
  const nothing = { register: null, title: null };
  const turns = turnsAside(gold, language).flatMap(({ text, tone }) =>
    judged(tone, reader.sentences([{ text, language }], nothing)[0]?.sentiment ?? null),
  );
  const targets = targetSentences(gold, language, true).flatMap(({ text, targets: all }) => {
    const read = reader.targets({ text, language }, nothing, all);
    return all.flatMap(({ tone }, i) => judged(tone, read[i] ?? null));
  });
  return [
    { language, set: 'press-aside', classes: 3, figures: measure(documents, 3) },
    { language, set: 'turns', classes: 3, figures: measure(turns, 3) },
    { language, set: 'targets', classes: 3, figures: measure(targets, 3) },
  ];
}

/** A sentence labelled mixed is set apart. */
const judged = (label: SentimentLabel, read: Sentiment | null): readonly Judged[] =>
  label === 'mixed' || read === null ? [] : [{ label, ...decisionOf(read, 3) }];
