import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const LARGEST = 2_100_000;

describe.each(['press.fr', 'reviews.fr', 'press.en', 'reviews.en'])('the model of tone that ships, %s', (name) => {
  const path = `models/tone.${name}.bin`;

  it('is described by models/PROVENANCE.md', () => {
    const digest = createHash('sha256').update(readFileSync(path)).digest('hex');
    expect(readFileSync('models/PROVENANCE.md', 'utf8')).toContain(digest);
  });

  it('is small', () => {
    expect(statSync(path).size).toBeLessThanOrEqual(LARGEST);
  });
});
