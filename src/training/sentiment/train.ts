import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { RevueError } from '../../domain/errors.ts';
import { viewsOf } from '../../reading/sentiment/features.ts';
import { writePressModel, writeReviewModel } from '../../reading/sentiment/model.ts';
import type { ModelLanguage } from '../../reading/sentiment/tokens.ts';
import { writeSection } from '../sections.ts';
import { asideFigures } from './aside.ts';
import { writeCards } from './card.ts';
import {
  criticsWords,
  opinionsAndFacts,
  pressDocuments,
  reviewSets,
  singleSentences,
  targetSentences,
} from './corpus.ts';
import { trainPress } from './fit.ts';
import { piecesOf } from './press.ts';
import { provenance, type TrainedTone } from './provenance.ts';
import { lexiconFigures, pressFigures, publishedFigure, publishedFile, reviewFigures } from './published.ts';
import { reviewsOf, trainReviews } from './reviews.ts';
import { documentsOf, fitRollup, rollupFigures } from './rollup.ts';

/** What the mean tone of sentences is worth in a document. */
const ROLLUP = new URL('../../reading/sentiment/together.json', import.meta.url);
/** Reviews are left out in so many parts. */
const FOLDS = 5;

function trainLanguage(language: ModelLanguage, data: string, gold: string): TrainedTone {
  const { model: review, read, heard } = trainReviews(language, reviewsOf(reviewSets(data, language), language), FOLDS);
  const facts = opinionsAndFacts(data, language).map(({ text, label, weight }) => ({
    found: viewsOf(text, language).press.hashes,
    label,
    weight,
  }));
  const words = criticsWords(language).map(({ text, label, weight }) => ({
    found: viewsOf(text, language).press.hashes,
    label,
    weight,
  }));
  const pieces = piecesOf(
    language,
    pressDocuments(gold, language),
    singleSentences(gold, language),
    targetSentences(gold, language, false),
  );
  const { scorers, fit, unseen } = trainPress({ language, pieces, facts, words, reviews: review.reviews, heard });
  const { opinion, press, reports } = scorers;
  const model = { press: { language, opinion, press, reports, fit }, review };
  return {
    language,
    model,
    measured: [
      ...pressFigures(language, unseen, fit.leans),
      ...asideFigures(language, model, gold),
      ...reviewFigures(language, read),
    ],
    documents: documentsOf(unseen, fit.leans),
  };
}

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    gold: { type: 'string', default: 'fixtures/gold' },
    out: { type: 'string', default: 'models' },
    cards: { type: 'string', default: 'docs/models' },
  },
});
if (values.data === undefined)
  throw new RevueError('no-data', 'Name the directory of the review sets with --data DIR.', 'fatal');
const { data, gold, out, cards } = values;
mkdirSync(out, { recursive: true });
const trained = (['fr', 'en'] as const).map((language) => trainLanguage(language, data, gold));
for (const { language, model } of trained) {
  writeFileSync(join(out, `tone.press.${language}.bin`), writePressModel(model.press));
  writeFileSync(join(out, `tone.reviews.${language}.bin`), writeReviewModel(model.review));
}
const published = trained.flatMap(({ measured }) => measured.map(publishedFigure));
for (const each of published) process.stdout.write(`${JSON.stringify(each)}\n`);
writeFileSync(join(out, 'tone-figures.json'), publishedFile([...published, ...lexiconFigures()]));
const documents = trained.flatMap((each) => each.documents);
const rollup = fitRollup(documents);
writeFileSync(ROLLUP, `${JSON.stringify(rollup, null, 2)}\n`);
process.stdout.write(`${JSON.stringify({ rollup, ...rollupFigures(documents, rollup) })}\n`);
writeSection(join(out, 'PROVENANCE.md'), 'tone', provenance(trained, data, gold));
writeCards(cards, trained);
