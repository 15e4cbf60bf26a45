import { describe, expect, it } from 'vitest';
import {
  addTo,
  cases,
  emptyScore,
  goldIndex,
  labelsOf,
  type PressDocument,
  percentages,
  press,
  readSentences,
  type Score,
  showsOf,
} from './season-gold.ts';

// Development authors: their sentences were read while the rules were written. The others never were.
const DEVELOPMENT = ['01', '02', '03', '04', '05', '06'];
const UNSEEN = ['09', '10', '12', '13', '14'];

function scoreCases(): Score {
  const index = goldIndex();
  const score = emptyScore();
  for (const { context, text, lang, published, expected } of cases()) {
    const facts = { lang, title: null, show: context.show, season: context.default_season, published };
    addTo(score, readSentences([...context.previous, text], facts, index).at(-1) ?? [], expected);
  }
  return score;
}

/** The labels of the press hold what a sentence says, never the document's default: a lone default is left out. */
function scorePress(documents: readonly PressDocument[]): Score {
  const index = goldIndex(showsOf(documents));
  const score = emptyScore();
  for (const document of documents) {
    const sentences = document.sentences.map(({ text }) => text);
    const { lang, title, show, published } = document;
    const read = readSentences(sentences, { lang, title, show, season: null, published }, index);
    document.sentences.forEach((sentence, i) => {
      const found = read[i] ?? [];
      const said = found.filter(({ basis }) => basis !== 'document' || found.length > 1);
      addTo(score, said, labelsOf(document, sentence));
    });
  }
  return score;
}

const shown = (score: Score): string =>
  Object.entries(percentages(score))
    .map(([name, value]) => `${name} ${value.toFixed(1)}`)
    .join(', ');

describe('seasons', () => {
  it.each([
    ['181 own sentences', scoreCases, { pair: 97.5, about: 95.7, exact: 95.6 }],
    ['press, development authors', () => scorePress(press(DEVELOPMENT)), { pair: 74.8, about: 65.2, exact: 76.9 }],
    ['press, unseen authors', () => scorePress(press(UNSEEN)), { pair: 67.5, about: 60, exact: 75 }],
  ])('%s', (name, run, floor) => {
    const score = run();
    console.info(`seasons, ${name} (${score.sentences} sentences): ${shown(score)}`);
    const { pair, about, exact } = percentages(score);
    expect(pair).toBeGreaterThanOrEqual(floor.pair);
    expect(about).toBeGreaterThanOrEqual(floor.about);
    expect(exact).toBeGreaterThanOrEqual(floor.exact);
  });
});
