import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tinyClassifier } from '../../../fixtures/models/make-tiny-classifier.ts';

const DIRECTORY = 'fixtures/models/tiny-tone';

describe('the tiny classifier of tone', () => {
  const made = tinyClassifier();

  it('is what its script makes, byte for byte', () => {
    const kept = Object.keys(made).map((path) => [path, new Uint8Array(readFileSync(join(DIRECTORY, path)))]);
    expect(Object.fromEntries(kept)).toEqual(made);
  });

  it('has no other files', () => {
    const files = readdirSync(DIRECTORY, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const paths = files.map(({ parentPath, name }) => join(parentPath, name).split(sep).join('/'));
    expect(paths.sort()).toEqual(
      Object.keys(made)
        .map((path) => `${DIRECTORY}/${path}`)
        .sort(),
    );
  });
});
