import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const messages = (locale: string): Record<string, string> =>
  JSON.parse(readFileSync(`src/dashboard/messages/${locale}.json`, 'utf8')) as Record<string, string>;
const slots = (text = ''): readonly string[] => [...text.matchAll(/\{\w+\}/gu)].map(([slot]) => slot).sort();

describe('interface messages', () => {
  const [en, fr] = [messages('en'), messages('fr')];

  it('have the same keys in both languages', () => {
    expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort());
  });

  it('take the same values in both languages', () => {
    for (const key of Object.keys(en)) expect(slots(fr[key]), key).toEqual(slots(en[key]));
  });
});
