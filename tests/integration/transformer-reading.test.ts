import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadTransformer, type ToneChoice } from '../../src/app-transformer.ts';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import type { Reading } from '../../src/domain/reading.ts';
import { createReadingPool } from '../../src/jobs/reading-pool.ts';
import { readWithTransformer, stageVersions } from '../../src/page-reader.ts';
import { readPage } from '../../src/reading/reading.ts';
import { createTools } from '../../src/tools.ts';
import { revue } from '../support/cli.ts';
import { newsroomPages } from '../support/newsroom.ts';

const PACKAGE = '@huggingface/transformers';
const tone: ToneChoice = { model: 'fixtures/models/tiny-tone', calibration: null };
const isThere = existsSync(`node_modules/${PACKAGE}/package.json`);
if (!isThere) {
  const needs = `npm install --no-save --save-prod --ignore-scripts ${PACKAGE} to test it`;
  process.stderr.write(`skipped: pages read with a transformer (${needs})\n`);
}

/** A reading without anything that tone decides: the kind of a page may follow from its opinions. */
const withoutTone = ({ documents, stages, pageKind: _pageKind, ...reading }: Reading) => ({
  ...reading,
  stages: { ...stages, sentiment: '' },
  documents: documents.map(({ kind: _kind, sentiment: _sentiment, seasons, passages, ...document }) => ({
    ...document,
    seasons: seasons.map(({ sentiment: _own, ...season }) => season),
    passages: passages.map(({ attributions, mentions, sentiment: _own, reported: _reported, ...passage }) => ({
      ...passage,
      attributions: attributions.map(({ sentiment: _toned, ...attribution }) => attribution),
      mentions: mentions.map(({ sentiment: _toned, ...mention }) => mention),
    })),
  })),
});

const tonesOf = ({ documents }: Reading) =>
  documents.flatMap(({ passages }) =>
    passages.flatMap(({ sentiment, attributions, mentions }) => [
      sentiment,
      ...[...attributions, ...mentions].map((part) => part.sentiment),
    ]),
  );

describe.runIf(isThere)('pages read with a transformer', () => {
  const pages = newsroomPages().slice(0, 12);
  let tools: Awaited<ReturnType<typeof createTools>>;
  let readings: readonly Reading[];
  beforeAll(async () => {
    tools = await createTools(await loadCatalogue('fixtures/catalogue'), 'models');
    const transformer = await loadTransformer(tone);
    readings = await Promise.all(pages.map(({ input }) => readWithTransformer(input, tools, transformer)));
  });

  it('differ from others in their tone alone', () => {
    const others = pages.map(({ input }) => readPage(input, tools));
    expect(readings.map(withoutTone)).toEqual(others.map(withoutTone));
  });

  it('have its tone in every sentence, season and name, in any language', () => {
    const bases = new Set(readings.flatMap((reading) => tonesOf(reading).map((each) => each?.basis)));
    expect([...bases]).toEqual(['transformer']);
  });

  it('say who read them, in the words that reading again looks for', () => {
    const stages = stageVersions(tone);
    expect(stages['sentiment']).toMatch(/^\d+\+transformer:tiny-tone$/u);
    expect(readings.map((reading) => reading.stages)).toEqual(readings.map(() => stages));
  });

  it('are the same from several threads', async () => {
    const { catalogue } = tools.index;
    const pool = createReadingPool({ catalogue, models: 'models', tone }, 2);
    try {
      expect(await Promise.all(pages.map(({ input }) => pool.read(input)))).toEqual(readings);
    } finally {
      await pool.close();
    }
  });
});

describe('a tone model that is not there', () => {
  const environment = { TONE_MODEL: './no-such-model' };
  const page = pages()[0] ?? '';

  it('is told once by revue read', async () => {
    const run = await revue(['read', '-'], { input: page, environment });
    expect(run).toMatchObject({ status: 1, stdout: '' });
    expect(run.stderr.trim().split('\n')).toEqual([expect.stringContaining('[tone-model-missing]')]);
  });

  it('is told by every line of revue read --jsonl', async () => {
    const input = [1, 2].map((id) => `${JSON.stringify({ id, html: page })}\n`).join('');
    const { stdout } = await revue(['read', '--jsonl'], { input, environment });
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(answers).toEqual(
      [1, 2].map((id) => ({ id, error: expect.objectContaining({ code: 'tone-model-missing' }) })),
    );
  });
});

function pages(): readonly string[] {
  return newsroomPages().map(({ input }) => new TextDecoder().decode(input.bytes));
}
