import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIndex } from '../../catalogue/index.ts';
import { loadCatalogue } from '../../catalogue/load.ts';
import { writeWeights } from '../../domain/weights.ts';
import { paths } from '../../paths.ts';
import { RELEVANCE_ANSWERS } from '../../reading/relevance/judge.ts';
import { writeSection } from '../sections.ts';
import { caseDocuments, ordinaryDocuments, pressDocuments } from './corpus.ts';
import { examplesOf, type RelevanceExample } from './examples.ts';
import { figuresOf, lineOf } from './figures.ts';
import { fitRelevance, heldFiles, heldFolds, judgeExamples } from './fit.ts';
import { provenance } from './provenance.ts';

const { values } = parseArgs({
  options: {
    gold: { type: 'string', default: 'fixtures/gold' },
    data: { type: 'string' },
    out: { type: 'string', default: 'models' },
    aside: { type: 'boolean', default: false },
    'figures-only': { type: 'boolean', default: false },
  },
});
const { data } = values;
if (data === undefined) throw new Error('--data DIR is needed: the folder of wcxb-dev.jsonl.gz and fundus.jsonl.gz');

const catalogue = await loadCatalogue(paths.catalogue);
const index = buildIndex(catalogue);
const files = readdirSync(values.gold).filter((name) => /^relevance.*\.jsonl$/u.test(name));
const casesOf = (aside: boolean): readonly RelevanceExample[] =>
  files
    .filter((name) => name.endsWith('-aside.jsonl') === aside)
    .sort()
    .flatMap((name) => caseDocuments(join(values.gold, name)))
    .flatMap((document) => examplesOf(document, index));
const examples = [
  ...casesOf(false),
  ...pressDocuments(join(values.gold, 'press'), catalogue).flatMap((document) => examplesOf(document, index)),
  ...ordinaryDocuments(data, ['fundus', 'wcxb-dev']).flatMap((document) => examplesOf(document, index)),
];
const folds = heldFolds(examples);
const model = fitRelevance(examples);
const figures = {
  'Cases, by files not trained on': figuresOf(heldFiles(examples)),
  'Cases not trained on': figuresOf(folds.filter(({ kind }) => kind === 'case')),
  'Documents, by authors not trained on': figuresOf(folds.filter(({ kind }) => kind === 'press')),
  'Ordinary pages not trained on': figuresOf(folds.filter(({ kind }) => kind === 'ordinary')),
  ...(values.aside ? { 'Cases kept aside': figuresOf(judgeExamples(model, casesOf(true))) } : {}),
};
for (const [name, each] of Object.entries(figures)) process.stdout.write(`${name}: ${lineOf(each)}\n`);
if (!values['figures-only']) {
  const text = writeWeights(model, RELEVANCE_ANSWERS);
  writeFileSync(join(values.out, 'relevance.tsv'), text);
  writeSection(join(values.out, 'PROVENANCE.md'), 'relevance', provenance(text, model.size, figures));
  process.stdout.write(`relevance.tsv: ${model.size} features, ${Buffer.byteLength(text)} bytes\n`);
}
