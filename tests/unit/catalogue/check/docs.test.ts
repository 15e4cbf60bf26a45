import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../../src/catalogue/check/check.ts';
import { findingText } from '../../../../src/catalogue/check/findings.ts';

describe('docs/adding-a-show.md', () => {
  const docs = readFileSync('docs/adding-a-show.md', 'utf8');
  const example = /```yaml\n([\s\S]{1,5000}?)```/u.exec(docs)?.[1] ?? '';
  const check = (text: string): readonly string[] =>
    checkFiles([{ name: 'la-vigie.yaml', text }], ['mafiosa']).findings.map(findingText);

  it('has an example that passes the check', () => {
    expect(example).toContain('show: la-vigie');
    expect(check(example)).toEqual([]);
  });

  it('shows what the check says of it with five slips', () => {
    const slips = [
      ['country: FR', 'country: France'],
      ['from: 2021-09-13', 'from: 13/09/2021'],
      ['Vasseur, played by:', 'Vasseur, actor:'],
      ['seasons: 1-2 }', 'seasons: 1-4 }'],
      ['[mafiosa]', '[mafioza]'],
    ] as const;
    const text = slips.reduce((before, [from, to]) => before.replace(from, to), example);
    const told = docs.split('\n').filter((line) => line.startsWith('la-vigie.yaml:'));
    expect(told).toHaveLength(5);
    expect(check(text)).toEqual(told);
  });
});

describe('the catalogue that ships', () => {
  it('has no fault', () => {
    const directory = 'fixtures/catalogue';
    const files = readdirSync(directory).map((name) => ({ name, text: readFileSync(`${directory}/${name}`, 'utf8') }));
    const { findings, shows } = checkFiles(files);
    expect(shows.length).toBeGreaterThan(16);
    expect(findings.filter(({ level }) => level === 'fault').map(findingText)).toEqual([]);
  });
});
