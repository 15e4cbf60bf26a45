import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readLabelledPages } from '../../bench/extraction/pages.ts';
import { RevueError } from '../../domain/errors.ts';
import { writeBlockModel } from '../../reading/extract/scoring/scorer.ts';
import { writeSection } from '../sections.ts';
import { fitBlockModel } from './fit.ts';
import { crossValidate } from './folds.ts';
import { type PreparedPage, prepare } from './prepare.ts';
import { provenance } from './provenance.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    out: { type: 'string', default: 'models' },
    folds: { type: 'string', default: '0' },
  },
});
if (values.data === undefined)
  throw new RevueError('no-data', 'Name the directory of labelled pages with --data DIR.', 'fatal');
const { data, out } = values;

/** One model knows all kinds of pages, the other one articles only; they vote. */
const choices: Readonly<Record<string, (page: PreparedPage) => boolean>> = {
  all: () => true,
  articles: ({ page }) => page.type === 'article',
};
const say = (value: unknown): boolean => process.stdout.write(`${JSON.stringify(value)}\n`);

const pages = readLabelledPages(data).flatMap((page) => prepare(page) ?? []);
mkdirSync(out, { recursive: true });
const trained = Object.entries(choices).map(([name, isChosen]) => {
  const own = pages.filter(isChosen);
  const model = { file: `extraction.${name}.bin`, bytes: writeBlockModel(fitBlockModel(own)), pages: own.length };
  writeFileSync(join(out, model.file), model.bytes);
  say({ file: model.file, pages: model.pages, bytes: model.bytes.length });
  return model;
});
const folds = crossValidate(pages, Number(values.folds), (seen) =>
  Object.values(choices).map((isChosen) => fitBlockModel(seen.filter(isChosen))),
);
for (const figures of folds) say(figures);
writeSection(join(out, 'PROVENANCE.md'), 'extraction', provenance(trained, data, folds));
