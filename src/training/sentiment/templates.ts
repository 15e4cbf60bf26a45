import { reviewFeatures } from '../../reading/sentiment/features.ts';
import { type LinearModel, rawScore } from '../../reading/sentiment/linear.ts';
import { type ModelLanguage, tokenise } from '../../reading/sentiment/tokens.ts';
import type { Labelled } from './corpus.ts';
import type { Example } from './logistic.ts';
import frames from './templates.json' with { type: 'json' };

/** How many of the most polar words, and how often a word must occur to be one of them. */
const POLAR_WORDS = 800;
const OFTEN = 12;
const WEIGHT = 0.3;
/** Idioms stand alone, so that each must be learned from its few words. */
const IDIOM_WEIGHT = 6;

/**
 * Little sentences that state and negate the most polar words of a trained model, and idioms (litotes above all):
 * reviews hold too few of them to learn from.
 */
export function templates(language: ModelLanguage, texts: readonly Labelled[], model: LinearModel): readonly Example[] {
  const { plain, negated, goodIdioms, badIdioms } = frames[language];
  const exampleOf = (text: string, good: boolean, weight: number): Example => ({
    found: reviewFeatures(text, language),
    label: good ? 1 : 0,
    weight,
  });
  return [
    ...goodIdioms.map((idiom) => exampleOf(idiom, true, IDIOM_WEIGHT)),
    ...badIdioms.map((idiom) => exampleOf(idiom, false, IDIOM_WEIGHT)),
    ...polarWords(language, texts, model).flatMap(({ word, good }) => [
      ...plain.map((frame) => exampleOf(frame.replace('{}', word), good, WEIGHT)),
      ...negated.map((frame) => exampleOf(frame.replace('{}', word), !good, WEIGHT)),
    ]),
  ];
}

function polarWords(language: ModelLanguage, texts: readonly Labelled[], model: LinearModel) {
  const counts = new Map<string, number>();
  for (const { text } of texts)
    for (const { text: word, kind } of tokenise(text, language))
      if (kind === 'word' && word.length > 3) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= OFTEN)
    .map(([word]) => ({ word, z: rawScore(model, reviewFeatures(word, language)) - model.bias }))
    .sort((a, b) => Math.abs(b.z) - Math.abs(a.z) || (a.word < b.word ? -1 : 1))
    .slice(0, POLAR_WORDS)
    .map(({ word, z }) => ({ word, good: z > 0 }));
}
