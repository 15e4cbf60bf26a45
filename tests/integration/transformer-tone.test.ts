import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadTransformer } from '../../src/app-transformer.ts';
import type { Transformer } from '../../src/reading/sentiment/transformer/transformer.ts';
import { revue } from '../support/cli.ts';

const PACKAGE = '@huggingface/transformers';
const TINY = 'fixtures/models/tiny-tone';
const isThere = existsSync(join('node_modules', PACKAGE, 'package.json'));
if (!isThere)
  process.stderr.write(
    `skipped: tone by a transformer (npm install --no-save --save-prod --ignore-scripts ${PACKAGE} to test it)\n`,
  );

describe.runIf(!isThere)('without the package', () => {
  // In a process of its own: the test runner answers for optional packages in its own words.
  it('says what to install', async () => {
    const page = '<article><h1>Review</h1><p>The season is superb, and so is the cast.</p></article>';
    const run = await revue(['read', '-'], { input: page, environment: { TONE_MODEL: `./${TINY}` } });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('[tone-package-missing]');
    expect(run.stderr).toContain(`npm install --no-save --save-prod --ignore-scripts ${PACKAGE}`);
  });
});

describe.runIf(isThere)('tone by a transformer', () => {
  let transformer: Transformer;
  let directory: string;
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'revue-tone-'));
    transformer = await loadTransformer({ model: TINY, calibration: null });
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  /** A copy of the tiny model in which some files hold something else. */
  function changed(name: string, files: Readonly<Record<string, string | null>>): string {
    const copy = join(directory, name);
    cpSync(TINY, copy, { recursive: true });
    for (const [path, text] of Object.entries(files)) {
      if (text === null) rmSync(join(copy, path));
      else writeFileSync(join(copy, path), text);
    }
    return copy;
  }

  it('reads tone from a directory', async () => {
    expect(transformer.name).toBe('tiny-tone');
    const tones = await transformer.judge([
      'Une saison superbe, magistrale.',
      'A dull, clumsy season.',
      'La série revient lundi sur Canal+.',
      'A wonderful start and a terrible end.',
      '',
    ]);
    expect(tones.map(({ label }) => label)).toEqual(['positive', 'negative', 'neutral', 'negative', 'neutral']);
    expect(tones.map(({ basis }) => basis)).toEqual(tones.map(() => 'transformer'));
    expect(tones[0]?.score).toBeGreaterThan(0.8);
    expect(tones[3]?.score).toBe(0);
  });

  it('reads a text the same in any company', async () => {
    const text = 'Une fin réussie.';
    const [alone] = await transformer.judge([text]);
    const among = await transformer.judge([...Array.from({ length: 20 }, (_, i) => 'ennuyeuse '.repeat(i)), text]);
    expect(among.at(-1)).toEqual(alone);
  });

  it('reads no further than the model can', async () => {
    const [tone] = await transformer.judge([`superbe ${'saison '.repeat(100_000)} terrible`]);
    expect(tone?.label).toBe('neutral');
  });

  it('takes the calibration beside the model, or the one that is named', async () => {
    const text = ['A superb season.'];
    const [plain] = await transformer.judge(text);
    const beside = changed('beside', { 'calibration.json': '{"temperature": 3}' });
    const [warm] = await (await loadTransformer({ model: beside, calibration: null })).judge(text);
    expect(warm?.confidence).toBeLessThan(plain?.confidence ?? 0);
    const named = join(directory, 'named.json');
    writeFileSync(named, '{"neutralFrom": 0}');
    const [neutral] = await (await loadTransformer({ model: beside, calibration: named })).judge(text);
    expect(neutral).toMatchObject({ label: 'neutral', score: plain?.score });
  });

  it.each([
    ['a directory that is not there', './no-such-model', 'tone-model-missing'],
    ['a directory without a model', 'fixtures/models', 'tone-model-missing'],
    ['a calibration that is not there', TINY, 'tone-calibration-missing'],
  ])('refuses %s', async (_, model, code) => {
    const calibration = code === 'tone-calibration-missing' ? './no-such-calibration.json' : null;
    await expect(loadTransformer({ model, calibration })).rejects.toMatchObject({ code, disposition: 'fatal' });
  });

  it.each([
    ['weights that are none', { 'onnx/model.onnx': 'no weights' }, 'tone-model-broken'],
    ['no weights', { 'onnx/model.onnx': null }, 'tone-model-missing'],
    ['a tokenizer that is none', { 'tokenizer.json': '{}' }, 'tone-model-broken'],
    [
      'labels without meaning',
      { 'config.json': '{"model_type": "bert", "id2label": {"0": "LABEL_0"}}' },
      'tone-labels-unknown',
    ],
    [
      'more labels than outputs',
      { 'config.json': '{"model_type": "bert", "id2label": {"0": "negative", "1": "positive"}}' },
      'tone-model-broken',
    ],
    ['a calibration that is none', { 'calibration.json': '{"temperature": -1}' }, 'tone-calibration-invalid'],
  ])('refuses %s', async (name, files, code) => {
    const model = changed(name, files);
    await expect(loadTransformer({ model, calibration: null })).rejects.toMatchObject({ code, disposition: 'fatal' });
  });
});
