import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it.each(['fr', 'en'])('models/PROVENANCE.md describes the %s model that ships', (language) => {
  const digest = createHash('sha256')
    .update(readFileSync(`models/sentiment.${language}.bin`))
    .digest('hex');
  expect(readFileSync('models/PROVENANCE.md', 'utf8')).toContain(digest);
});
