import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCatalogue } from '../../catalogue/load.ts';
import { writeWeights } from '../../domain/weights.ts';
import { paths } from '../../paths.ts';
import { SEASON_ANSWERS } from '../../reading/seasons/judge.ts';
import { writeSection } from '../sections.ts';
import { indexFor } from './corpus.ts';
import { figuresOf, lineOf } from './figures.ts';
import { crossValidate, fitSeasons, judgeTexts } from './fit.ts';
import { goldTexts } from './gold.ts';
import { provenance } from './provenance.ts';

const { values } = parseArgs({
  options: {
    gold: { type: 'string', default: 'fixtures/gold' },
    out: { type: 'string', default: 'models' },
    'figures-only': { type: 'boolean', default: false },
  },
});

const catalogue = await loadCatalogue(paths.catalogue);
const texts = goldTexts(values.gold, catalogue);
const index = indexFor(catalogue, [...texts.press, ...texts.cases, ...texts.aside]);
const held = crossValidate(texts, index);
const model = fitSeasons(texts, index);
const figures = {
  'Documents, by authors not trained on': figuresOf(held.press),
  'Cases not trained on': figuresOf(held.cases),
  'Cases kept aside': figuresOf(judgeTexts(texts.aside, index, model)),
};
for (const [name, each] of Object.entries(figures)) process.stdout.write(`${name}: ${lineOf(each)}\n`);
if (!values['figures-only']) {
  const text = writeWeights(model, SEASON_ANSWERS);
  writeFileSync(join(values.out, 'seasons.tsv'), text);
  writeSection(join(values.out, 'PROVENANCE.md'), 'seasons', provenance(text, model.size, figures));
  process.stdout.write(`seasons.tsv: ${model.size} features, ${Buffer.byteLength(text)} bytes\n`);
}
