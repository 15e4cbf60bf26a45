import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measure } from '../../../src/evaluation/measure.ts';
import type { LinearModel } from '../../../src/reading/sentiment/linear.ts';
import { type ToneModel, writePressModel, writeReviewModel } from '../../../src/reading/sentiment/model.ts';
import { pressDocuments, setsOf, singleSentences, targetSentences } from '../../../src/training/sentiment/corpus.ts';
import { trainNetwork } from '../../../src/training/sentiment/network.ts';
import { provenance, type TrainedTone } from '../../../src/training/sentiment/provenance.ts';

const GOLD = 'fixtures/gold';
const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const linear = (bits: number): LinearModel => ({ bits, scale: 1, bias: 0, weights: new Int8Array(2 ** bits) });

function tiny(language: 'fr' | 'en'): ToneModel {
  const network = trainNetwork([{ inputs: [1, 0], answer: 0, weight: 1 }], 4, 1);
  const fit = { weights: [1, 1, 1], bias: 0 };
  return {
    press: {
      language,
      opinion: linear(4),
      press: linear(5),
      reports: linear(3),
      fit: { network, leans: [1, 1, 1, 1], reported: fit, reportedFrom: 0.5 },
    },
    review: { language, reviews: linear(12), fit: { weights: [1, 1], bias: 0 } },
  };
}

describe('the record of the models of tone', () => {
  let data: string;
  let record: string;
  const trained: readonly TrainedTone[] = (['fr', 'en'] as const).map((language) => ({
    language,
    model: tiny(language),
    documents: [],
    measured: [
      {
        language,
        set: 'turns',
        classes: 3,
        figures: measure([{ label: 'positive', read: 'positive', probability: 0.8 }], 3),
      },
    ],
  }));

  beforeAll(() => {
    data = mkdtempSync(join(tmpdir(), 'revue-tone-record-'));
    for (const set of [...setsOf('fr'), ...setsOf('en')])
      writeFileSync(join(data, `${set}.jsonl.gz`), gzipSync(`{"t":"${set}","y":1}\n`));
    record = provenance(trained, data, GOLD);
  });
  afterAll(() => rmSync(data, { recursive: true }));

  it.each(trained)('holds the digests of both files: $language', ({ language, model }) => {
    const files = { press: writePressModel(model.press), reviews: writeReviewModel(model.review) };
    const rows = record.split('\n').filter((line) => line.includes(`.${language}.bin\` |`));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain(`| 16, 32, 8 | \`${digestOf(files.press)}\` |`);
    expect(rows[1]).toContain(`| 4,096 | \`${digestOf(files.reviews)}\` |`);
  });

  it.each(['fr', 'en'] as const)('counts every sentence of the press that is trained on: %s', (language) => {
    const counted = record
      .split('\n')
      .filter((line) => /^\| `(?:press|tone)\//u.test(line) && line.includes(`| ${language} |`))
      .map((line) => Number(line.split(' | ').at(-1)?.replace(/[, |]/gu, '')));
    const sentences = pressDocuments(GOLD, language).flatMap((document) => document.sentences);
    const others = [...singleSentences(GOLD, language), ...targetSentences(GOLD, language, false)];
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(sentences.length + others.length);
  });

  it.each([...setsOf('fr'), ...setsOf('en')])('names the source, weight and digest of %s', (set) => {
    const row = record.split('\n').find((line) => line.startsWith(`| \`${set}\` |`)) ?? '';
    const [, use, weight, source, digest] = row.split(' | ');
    expect(use).toMatch(/\w/u);
    expect(weight).toMatch(/^\w+: \w+ \d/u);
    expect(source).toMatch(/\w/u);
    expect(digest).toMatch(/^`[0-9a-f]{64}`/u);
  });

  it('gives the figures of every set and leaves no blank', () => {
    expect(record).toContain('| fr | `turns` | 3 | 1 | 100.0 (100.0 to 100.0) |');
    expect(record).toContain('| en | `turns` | 3 | 1 |');
    expect(record).not.toMatch(/undefined|NaN|\{\w+\}/u);
  });
});
