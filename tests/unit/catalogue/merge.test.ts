import { describe, expect, it } from 'vitest';
import { parseShow } from '../../../src/catalogue/format.ts';
import { mergeShow } from '../../../src/catalogue/merge.ts';

const show = (seasons: string): ReturnType<typeof parseShow> =>
  parseShow(
    `show: la-vigie\ntitle: La Vigie\ncountry: FR\nlanguage: fr\nended: false\nseasons:\n${seasons}`,
    'la-vigie.yaml',
  );

describe('mergeShow', () => {
  it('adds what is not known of a season, and keeps what is', () => {
    const known = show(
      '  - { number: 1, episodes: 8, windows: [{ market: FR, network: Canal Nord, from: 2015-04-27 }] }',
    );
    const found = show(
      `  - { number: 1, episodes: 9, names: [Les Brisants], windows: [{ market: FR, network: Autre, from: 2014 }, { market: GB, network: Beacon, from: 2016 }] }
  - { number: 2, windows: [] }
specials: [{ name: Noël au phare }]
`,
    );
    const merged = mergeShow(known, found);
    expect(merged.seasons[0]).toMatchObject({ episodes: 8, names: [{ text: 'Les Brisants' }] });
    expect(merged.seasons[0]?.windows.map(({ network }) => network)).toEqual(['Canal Nord', 'Beacon']);
    expect(merged.seasons.map(({ number }) => number)).toEqual([1, 2]);
    expect(merged.specials).toEqual([{ name: 'Noël au phare' }]);
  });
});
