import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { RevueError } from '../../domain/errors.ts';
import { type ToneModel, writeModel } from '../../reading/sentiment/model.ts';
import { createSentimentReader } from '../../reading/sentiment/sentiment.ts';
import type { ModelLanguage } from '../../reading/sentiment/tokens.ts';
import { writeSection } from '../sections.ts';
import { pressSentences } from './corpus.ts';
import { figuresOf, judge } from './figures.ts';
import { fitOnUnseenAuthors } from './fit.ts';
import { provenance, type Trained } from './provenance.ts';
import { trainingSet, trainScorers } from './scorers.ts';

function trainLanguage(language: ModelLanguage, data: string, directory: string): Trained {
  const press = pressSentences(directory, language);
  const heldOut = press.filter((sentence) => sentence.heldOut);
  const authors = [...new Set(press.filter((sentence) => !sentence.heldOut).map(({ author }) => author))];
  const set = trainingSet(language, data, press);
  const model: ToneModel = {
    language,
    ...trainScorers(set, (sentence) => !sentence.heldOut),
    fit: fitOnUnseenAuthors(language, set, authors),
  };
  const reader = createSentimentReader({ [language]: model });
  return {
    language,
    bytes: writeModel(model),
    figures: figuresOf(judge(reader, language, heldOut)),
    authors,
    heldOut: [...new Set(heldOut.map(({ author }) => author))],
  };
}

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    press: { type: 'string', default: 'fixtures/gold/press' },
    out: { type: 'string', default: 'models' },
  },
});
if (values.data === undefined)
  throw new RevueError('no-data', 'Name the directory of the review sets with --data DIR.', 'fatal');
const { data, press, out } = values;
mkdirSync(out, { recursive: true });
const trained = (['fr', 'en'] as const).map((language) => trainLanguage(language, data, press));
for (const { language, bytes, figures } of trained) {
  writeFileSync(join(out, `sentiment.${language}.bin`), bytes);
  process.stdout.write(`${JSON.stringify({ language, ...figures })}\n`);
}
writeSection(join(out, 'PROVENANCE.md'), 'tone', provenance(trained, data, press));
