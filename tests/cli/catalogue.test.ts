import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { revue } from '../support/cli.ts';

describe('revue catalogue', () => {
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'revue-catalogue-'));
    const show = readFileSync('fixtures/catalogue/le-bureau-des-legendes.yaml', 'utf8');
    writeFileSync(join(directory, 'le-bureau-des-legendes.yaml'), show);
    writeFileSync(join(directory, 'faulty.yaml'), 'show: faulty\ntitle: 24\ncountry: UK\n');
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it('checks a folder: every fault on its line, and a status that is not zero', async () => {
    const { status, stdout, stderr } = await revue(['catalogue', 'check', directory]);
    expect(stdout).toContain(`${join(directory, 'faulty.yaml')}:2: \`title\` must be text; put it in quotes: "24"`);
    expect(stdout).toContain('did you mean GB?');
    expect(stderr).toContain('[catalogue-invalid]');
    expect(status).toBe(1);
  });

  it('prints one JSON value, and ends well without a fault', async () => {
    const file = join(directory, 'le-bureau-des-legendes.yaml');
    const { status, stdout } = await revue(['catalogue', 'check', file, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ shows: ['le-bureau-des-legendes'] });
    expect(status).toBe(0);
  });

  it('prints a page as a file that passes its own check', async () => {
    const page = 'fixtures/pages/fr.wikipedia.org/2025-01-01/the-crown.html';
    const file = join(directory, 'the-crown.yaml');
    writeFileSync(file, (await revue(['catalogue', 'import', page, '--print'])).stdout);
    expect(await revue(['catalogue', 'check', file])).toMatchObject({ status: 0 });
  });

  it('refuses to load a file with faults, and tells them all', async () => {
    const { status, stderr } = await revue(['catalogue', 'import', join(directory, 'faulty.yaml'), '--print']);
    expect(stderr).toMatch(/faulty\.yaml:2: .*faulty\.yaml:3: .*\[catalogue-invalid\]/u);
    expect(status).toBe(1);
  });
});
