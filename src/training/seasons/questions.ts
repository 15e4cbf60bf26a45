import type { CatalogueIndex } from '../../domain/catalogue.ts';
import type { Judge, Question, Verdict } from '../../reading/seasons/judge.ts';
import type { Example } from '../regression.ts';
import { type LabelledText, readText } from './corpus.ts';

/** The classes of the regression, in order. */
const ANSWERS: Readonly<Record<Verdict, Example['answer']>> = { none: 0, about: 1, background: 2 };

/** What the labels of a sentence answer; null where it has none. An answer needs every season of the question labelled. */
function answerTo({ passage, show, seasons }: Question, { sentences }: LabelledText): Verdict | null {
  const labels = sentences[passage]?.labels;
  if (!labels) return null;
  const found = seasons.map((season) => labels.find((label) => label.show === show && label.season === season));
  const known = found.filter((label) => label !== undefined);
  if (known.length === 0 || known.length < seasons.length / 2) return 'none';
  return known.some(({ relation }) => relation === 'about') ? 'about' : 'background';
}

/**
 * The questions that reading the texts raises, with their answers. Labels stand in for what was found in the sentences
 * before; where there are none, `guess` does. Each counts `weight` times.
 */
export function examplesFrom(
  texts: readonly LabelledText[],
  index: CatalogueIndex,
  guess: Judge,
  weight: number,
): readonly Example[] {
  const examples: Example[] = [];
  for (const text of texts) {
    readText(text, index, (question) => {
      const answer = answerTo(question, text);
      if (answer !== null) examples.push({ features: question.features, answer: ANSWERS[answer], weight });
      return answer ?? guess(question);
    });
  }
  return examples;
}
