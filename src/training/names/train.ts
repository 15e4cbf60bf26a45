import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { writeNameModel } from '../../reading/entities/tagger/model.ts';
import { writeSection } from '../sections.ts';
import { pressTexts } from './corpus.ts';
import { figuresOf, fitOf, readUnseen } from './figures.ts';
import { trainNames } from './fit.ts';
import { provenance } from './provenance.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', multiple: true, default: ['fixtures/gold/press', 'fixtures/gold/names'] },
    out: { type: 'string', default: 'models' },
  },
});
const { data, out } = values;
mkdirSync(out, { recursive: true });
const trained = (['fr', 'en'] as const).map((language) => {
  const texts = pressTexts(data, language);
  const read = readUnseen(language, texts);
  const bytes = brotliCompressSync(writeNameModel({ ...trainNames(language, texts), fit: fitOf(read) }));
  const figures = figuresOf(read);
  writeFileSync(join(out, `names.${language}.bin`), bytes);
  process.stdout.write(`${JSON.stringify({ language, bytes: bytes.length, ...figures })}\n`);
  return { language, bytes, figures };
});
writeSection(join(out, 'PROVENANCE.md'), 'names', provenance(trained, data));
