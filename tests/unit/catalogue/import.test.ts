import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseShow } from '../../../src/catalogue/format.ts';
import { importReferencePage } from '../../../src/catalogue/import.ts';
import { writeShow } from '../../../src/catalogue/write.ts';
import { RevueError } from '../../../src/domain/errors.ts';

/** An invented series, in the text form of a reference page. */
const text = `= The Lookout (TV series) =

Infobox
- Alt Name: La Vigie du port
- Creator: Anna Keller
- Writer: Anna Keller, Léo Marchand
- Starring: Jeanne Aubrac, Paul Serre
- Company: Atelier Nord
- Country: France
- Language: French
- Num Seasons: 4
- Network: Canal Nord
- First Aired: 2015-04-27

The Lookout is a drama. It was launched in Canada on StreamBox on 1 June 2016. The third and fourth seasons, respectively aired in France beginning 22 May 2017 and 22 October 2018, were liked.

== Cast and characters ==
- Jeanne Aubrac as Claire Vasseur, codename "Corbeau" (Raven) later "Hermine", a lieutenant. (season 1– )
- Paul Serre as Colonel Marc Ledoux (MLX), her chief. (season 1–2, guest season 3-4)
- Ida Roy and Max Blin as Titi and Toto (twins), two sailors. (season 1, 3)

== Broadcast ==
It was quickly renewed for a second season, broadcast in 2016, and further renewed for a third season in May 2016. In the United Kingdom, the series was released by Beacon TV on 17 June 2016.

=== Awards ===
==== Season 1 ====
- Harbour Festival 2015:
  - Best Actress (Jeanne Aubrac)
- Critics' Prize 2015
==== Season 3 ====
- Critics' Prize 2017

== See also ==
- Nobody as Somebody
`;

const html = `<html><body><h1 id="firstHeading">The Lookout (TV series)</h1>
<table class="infobox vevent"><tr><th colspan="2">The Lookout</th></tr>
<tr><th>Also known as</th><td><i>La Vigie du port</i></td></tr>
<tr><th>Created by</th><td><a href="/x">Anna Keller</a></td></tr>
<tr><th>Starring</th><td><div><ul><li>Jeanne Aubrac</li><li>Paul Serre<sup class="reference">[1]</sup></li></ul></div></td></tr>
<tr><th>Country of origin</th><td>France</td></tr><tr><th>Original language</th><td>French</td></tr>
<tr><th>No. of seasons</th><td>2</td></tr><tr><th>Network</th><td>Canal Nord</td></tr>
<tr><th>Release</th><td>27 April 2015 – 4 May 2020</td></tr></table>
<p>The Lookout is a drama.<script>evil()</script></p>
<h2>Cast <span class="mw-editsection">[edit]</span></h2>
<ul><li><a>Jeanne Aubrac</a> as Claire Vasseur, codename “Corbeau”. (season 1– )</li></ul>
<h2>Awards</h2><h3>Season 2</h3><ul><li>Harbour Festival 2016:<ul><li>Best Series</li></ul></li></ul>
</body></html>`;

const names = (show: ReturnType<typeof importReferencePage>, type: string): readonly string[] =>
  show.entities.filter((entity) => entity.type === type).map(({ name }) => name);

describe('importReferencePage, text', () => {
  const show = importReferencePage(text, 'text/plain');

  it('finds titles, origin and people with all their roles', () => {
    expect(show).toMatchObject({ id: 'la-vigie-du-port', title: 'La Vigie du port', country: 'FR', language: 'fr' });
    expect(show.titles).toContainEqual({ text: 'The Lookout', language: 'en', strength: 'weak' });
    expect(show.entities.find(({ name }) => name === 'Anna Keller')?.roles).toEqual(['creator', 'writer']);
  });

  it('dates seasons by market, and takes no renewal for a broadcast', () => {
    const windows = show.seasons.map((season) =>
      season.windows.map(({ market, from, to }) => `${market} ${from} ${to}`),
    );
    expect(windows).toEqual([
      ['FR 2015-04-27 null', 'CA 2016-06-01 null', 'GB 2016-06-17 null'],
      ['FR 2016-01-01 2016-12-31'],
      ['FR 2017-05-22 null'],
      ['FR 2018-10-22 null'],
    ]);
    expect(show.seasons[0]?.windows.map(({ network }) => network)).toEqual(['Canal Nord', 'StreamBox', 'Beacon TV']);
  });

  it('reads characters with code names, actors and seasons', () => {
    expect(names(show, 'character')).toEqual(['Claire Vasseur', 'Marc Ledoux', 'Titi', 'Toto']);
    const [claire, marc, , toto] = show.entities.filter(({ type }) => type === 'character');
    expect(claire?.seasons).toEqual({ main: [1, 2, 3, 4], guest: [] });
    expect(claire?.aliases.filter(({ part }) => part === 'code').map((alias) => alias.text)).toEqual([
      'Corbeau',
      'Hermine',
    ]);
    expect(marc).toMatchObject({ playedBy: 'person:paul-serre', seasons: { main: [1, 2], guest: [3, 4] } });
    expect(marc?.aliases).toContainEqual({ text: 'MLX', strength: 'capitals', part: 'code' });
    expect(toto).toMatchObject({ playedBy: 'person:max-blin', seasons: { main: [1, 3], guest: [] } });
  });

  it('files awards under their season', () => {
    expect(show.seasons.map(({ awards }) => awards)).toEqual([
      ['Harbour Festival 2015: Best Actress (Jeanne Aubrac)', "Critics' Prize 2015"],
      undefined,
      ["Critics' Prize 2017"],
      undefined,
    ]);
  });

  it('makes a show that a catalogue file can hold', () => {
    expect(parseShow(writeShow(show), 'written')).toEqual(show);
  });
});

describe('importReferencePage, HTML', () => {
  const show = importReferencePage(html, 'text/html');

  it('reads the same things', () => {
    expect(show).toMatchObject({ id: 'la-vigie-du-port', country: 'FR', language: 'fr', ended: true });
    expect(names(show, 'person')).toEqual(['Anna Keller', 'Jeanne Aubrac', 'Paul Serre']);
    expect(names(show, 'character')).toEqual(['Claire Vasseur']);
    expect(show.seasons[0]?.windows).toEqual([{ market: 'FR', network: 'Canal Nord', from: '2015-04-27', to: null }]);
    expect(show.seasons[1]?.awards).toEqual(['Harbour Festival 2016: Best Series']);
  });
});

describe('importReferencePage, the table of seasons', () => {
  const table = `<html><head><title>The Lookout - Wikipedia</title></head><body><h1>The Lookout</h1>
<table class="infobox vevent"><tr><th>Created by</th><td><div class="plainlist"><style>.a{}</style><ul><li>Anna Keller</li></ul></div></td></tr>
<tr><th>Country of origin</th><td>United States</td></tr><tr><th>Network</th><td>Beacon</td></tr>
<tr><th>No. of seasons</th><td>3</td></tr><tr><th>Release</th><td>April 17, 2011&nbsp;–<br>present</td></tr></table>
<h2>Cast</h2><ul><li>Ida Roy as Claire (seasons 1–present): a pilot</li><li>Max Blin as Toto (season 2; guest: seasons 1, 3)</li></ul>
<h2>Episodes</h2><table class="wikitable"><tr><th>Season</th><th>Episodes</th><th>Originally released</th></tr>
<tr><th>First released</th><th>Last released</th></tr>
<tr><td style="background:#295354"></td><td>1</td><td>10</td><td>April 17, 2011<span>&nbsp;(2011-04-17)</span></td><td>June 19, 2011<span>(2011-06-19)</span></td></tr>
<tr><td></td><td>2</td><td>8</td><td>April 1, 2012</td><td>June 3, 2012</td></tr></table>
<h3>Season 3 (2014)</h3><p>The ten episodes aired from 28 December 2013 to 2 March 2014.</p>
<table><tr><th>No.</th><th>Title</th><th>Release in season</th></tr><tr><td>1</td><td>Low Tide</td><td>May 5, 2019</td></tr></table>
</body></html>`;
  const show = importReferencePage(table, 'text/html');

  it('gives windows and episodes, and takes no list of episodes for it', () => {
    expect(show).toMatchObject({ title: 'The Lookout', country: 'US', language: 'en', ended: false });
    expect(
      show.seasons.map(({ episodes, windows }) => [episodes, ...windows.map(({ from, to }) => `${from} ${to}`)]),
    ).toEqual([
      [10, '2011-04-17 2011-06-19'],
      [8, '2012-04-01 2012-06-03'],
      [undefined, '2013-12-28 2014-03-02'],
    ]);
  });

  it('reads open ranges and guests', () => {
    expect(show.entities.flatMap(({ seasons }) => seasons ?? [])).toEqual([
      { main: [1, 2, 3], guest: [] },
      { main: [2], guest: [1, 3] },
    ]);
  });
});

const outcomeOf = (page: string, mediaType: string): string => {
  try {
    return importReferencePage(page, mediaType).seasons.length > 0 ? 'show' : 'no seasons';
  } catch (error) {
    return error instanceof RevueError ? error.disposition : String(error);
  }
};

describe('importReferencePage, pages that are none', () => {
  it('sets a page without title aside', () => {
    expect(() => importReferencePage('nothing here', 'text/plain')).toThrowError(
      expect.objectContaining({ code: 'not-a-series-page', disposition: 'quarantine' }),
    );
  });

  it('never stops the process, whatever the page holds', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '= T =',
        '- Alt Name: 日本',
        '- Country: France',
        '== Cast ==',
        '- A as B (season 9-1)',
        '- Num Seasons: 999999',
        '<td>',
        '<li>',
      ),
    );
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('text/plain', 'text/html'), (lines, mediaType) => {
        expect(outcomeOf(lines.join('\n'), mediaType)).toMatch(/^(?:show|quarantine)$/u);
      }),
    );
  });

  it('reads a megabyte of unclosed brackets in reasonable time', () => {
    const start = performance.now();
    importReferencePage(`= T =\n== Cast ==\n- A as ${'(season '.repeat(125_000)}`, 'text/plain');
    importReferencePage(`= T =\n=${' '.repeat(1_000_000)}x`, 'text/plain');
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
