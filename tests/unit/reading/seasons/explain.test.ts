import { readFileSync } from 'node:fs';
import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadSeasonModel } from '../../../../src/app-models.ts';
import { explain, type Section, type Watched, watchingJudge } from '../../../../src/reading/seasons/explain.ts';
import { wordsFor } from '../../../../src/reading/seasons/explain-reasons.ts';
import { GRAMMAR_SOURCES } from '../../../../src/reading/seasons/grammar-sources.ts';
import { judgeBy } from '../../../../src/reading/seasons/judge.ts';
import { readSeasons, type SeasonInput } from '../../../../src/reading/seasons/seasons.ts';
import { type Facts, last, SHOWS, smallIndex } from './shows.ts';

const model = loadSeasonModel('models');
const index = smallIndex();

/** One document about La Vigie, on 1 June 2017 unless something else is said. */
function inputOf(sentences: readonly string[], facts: Facts = {}): SeasonInput {
  const text = sentences.join(' ');
  let at = 0;
  const passages = sentences.map((sentence) => {
    const start = at;
    at += sentence.length + 1;
    return { start, end: start + sentence.length, language: facts.language ?? 'fr' };
  });
  const published = facts.published === undefined ? '2017-06-01' : facts.published;
  return {
    text,
    passages,
    title: facts.title ?? null,
    show: facts.show === undefined ? 'la-vigie' : facts.show,
    documentSeason: facts.season ?? null,
    published: published === null ? null : { date: published, precision: 'day', basis: 'given' },
    market: facts.market ?? null,
    hits: index.scan(text),
  };
}

function watch(sentences: readonly string[], facts: Facts = {}): readonly Watched[] {
  const { judge, watched } = watchingJudge(model);
  readSeasons(inputOf(sentences, facts), index, judge);
  return watched;
}

/** The explanation of the last sentence. */
const explained = (sentences: readonly string[], facts: Facts = {}): readonly Section[] =>
  watch(sentences, facts)
    .slice(-1)
    .flatMap((each) => explain(each, model));

const linesUnder = (sections: readonly Section[], heading: RegExp): string =>
  sections
    .filter((section) => heading.test(section.heading))
    .flatMap(({ lines }) => lines)
    .join('\n');

describe('words for observations', () => {
  it('are known for every observation of the model', () => {
    const [passage] = watch(['La saison 3.']).map(({ seen }) => seen.passage);
    const says = [...model.keys()].map((feature) =>
      passage === undefined ? null : wordsFor(feature, 'saison 3', passage)?.says,
    );
    const silent = [...model.keys()].filter((_, i) => !says[i]);
    expect(silent).toEqual([]);
    expect(says.filter((each) => /[{}]|undefined/.test(each ?? ''))).toEqual([]);
  });

  it('are known for every cue of the grammars', () => {
    const [passage] = watch(['La saison 3.']).map(({ seen }) => seen.passage);
    const cues = GRAMMAR_SOURCES.flatMap((source) => Object.keys(source.cues));
    const told = cues.map((cue) => (passage === undefined ? null : wordsFor(`clause:${cue}`, '', passage)));
    expect(told).not.toContain(null);
  });

  it('have no jargon', () => {
    const files = ['reasons', 'words'].map((name) => readFileSync(`src/reading/seasons/explain-${name}.json`, 'utf8'));
    const says = files.flatMap((text) =>
      [...text.matchAll(/(?:: |"says": )"([^"]+)"/g)].map((match) => match[1] ?? ''),
    );
    expect(says.length).toBeGreaterThan(100);
    expect(says.filter((each) => /\b(?:feature|logit|weights?|token|regex|null)\b/.test(each))).toEqual([]);
  });

  it('give words back as the passage writes them', () => {
    const [passage] = watch(['La troisième saison déçoit.']).map(({ seen }) => seen.passage);
    const says = passage === undefined ? null : wordsFor('after2:decoit .', '', passage)?.says;
    expect(says).toBe('what follows it is “déçoit .”');
  });
});

describe('an explanation', () => {
  it('tells a number, its show and the verdict', () => {
    const sections = explained(['La saison 3 est un modèle.']);
    expect(linesUnder(sections, /^Its words/)).toBe(
      '“saison 3”: a number, season 3 of La Vigie.\n  No other title stands beside it, so it is the document’s show.',
    );
    expect(linesUnder(sections, /speak of season 3/)).toMatch(
      /^Belief: about it \d+ %.*\nVerdict: it is about the season\.\nBecause /,
    );
    expect(linesUnder(sections, /^Concluded/)).toContain(
      'Season 3 of La Vigie: about it, named outright by “saison 3”.',
    );
  });

  it('tells which season was on, and where', () => {
    const french = explained(['Cette nouvelle saison démarre fort.']);
    const shown = 'The season of the moment is season 3, then on in France: 22 May 2017 to 19 June 2017.';
    expect(linesUnder(french, /^The document/)).toContain(shown);
    expect(linesUnder(french, /^Its words/)).toContain(`  ${shown}`);
    const british = explained(['The new season opens in Tehran.'], {
      language: 'en',
      published: '2017-06-10',
      market: 'GB',
    });
    expect(linesUnder(british, /^Its words/)).toContain('season 2, then on in the United Kingdom: 1 June 2017');
  });

  it('tells what a document says of itself', () => {
    const head = (facts: Facts): string => linesUnder(explained(['Rien.'], facts), /^The document/);
    expect(head({ season: 2 })).toContain('The page files it under season 2.');
    expect(head({ title: 'La Vigie, saison 1 : critique' })).toContain('Its title names season 1: “La Vigie, saison 1');
    expect(head({ title: 'La Vigie, saisons 1 et 2' })).toContain('Its title speaks of several seasons');
    expect(head({ title: 'Notre critique' })).toContain('Its title names no season');
    expect(head({ published: null })).toContain('It has no date');
    expect(head({ show: null })).toContain('It is about no show of the catalogue.');
    expect(head({ published: '2018-10-01' })).toContain('season 4, soon to begin in France: on 22 October 2018');
    expect(head({ published: '2018-03-01' })).toContain('season 3, the last one shown in France');
  });

  it('tells what was left out, and why', () => {
    expect(linesUnder(explained(['La saison des prix approche.']), /^Its words/)).toMatch(
      /“.*saison des prix”: passed over/,
    );
    const unknown = linesUnder(explained(['Il a joué dans la saison 3 de « Zone franche ».']), /^Its words/);
    expect(unknown).toContain('left out.\n  Beside it stands a title that the catalogue does not have.');
    const other = explained(['On pense à la saison 2 de Harbor Line.']);
    expect(linesUnder(other, /^Its words/)).toContain(
      'season 2 of Harbor Line.\n  The title of the show stands beside it.',
    );
    expect(linesUnder(other, /^Concluded/)).toContain('Season 2 of Harbor Line: a season of another show');
    const none = explained(['Cette saison démarre fort.'], { published: null });
    expect(linesUnder(none, /^Its words/)).toContain('nothing tells which season of La Vigie');
    expect(linesUnder(none, /^Concluded/)).toContain('It was given no season.');
  });

  it('tells what was carried on or taken from the document', () => {
    const carried = explained(['La saison 2 est un modèle.', 'Elle ose le silence.']);
    expect(linesUnder(carried, /^Before/)).toBe('The text was about season 2.\nThe sentence before names season 2.');
    expect(linesUnder(carried, /^Its words/)).toBe('None of its words name a season.');
    expect(linesUnder(carried, /^Does it go on about season 2/)).toContain('because the text spoke of it');
    expect(linesUnder(carried, /^Concluded/)).toContain('carried on from the sentences before');
    const titled = explained(['Le décor vient de Lyon.'], { title: 'La Vigie, saison 2 : critique' });
    expect(linesUnder(titled, /^Concluded/)).toContain('Season 2 of La Vigie: about it, taken from the title');
    const other = explained(['La saison 2 est un modèle.', 'Harbor Line est plus sage.']);
    expect(linesUnder(other, /^Concluded/)).toContain('It speaks of another show');
  });

  it('watches without changing what is read, and leaves no place unfilled', () => {
    const pieces = [
      'la saison 2',
      'cette saison',
      'Harbor Line',
      'que la troisième',
      'la suite',
      'Elle',
      '« Zone »',
      'la saison des prix',
      ', ',
      '. ',
    ];
    assert(
      property(array(array(constantFrom(...pieces), { maxLength: 6 }), { maxLength: 4 }), (words) => {
        const sentences = words.map((each) => each.join(' '));
        const { judge, watched } = watchingJudge(model);
        const input = inputOf(sentences);
        expect(readSeasons(input, index, judge)).toEqual(readSeasons(input, index, judgeBy(model)));
        expect(watched).toHaveLength(sentences.length);
        const lines = watched.flatMap((each) =>
          explain(each, model).flatMap((section) => [section.heading, ...section.lines]),
        );
        expect(lines.filter((line) => line === '' || /[{}]|undefined|NaN/.test(line))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('has ways to count for every word that points', () => {
    const origins = JSON.parse(readFileSync('src/reading/seasons/explain-origins.json', 'utf8'));
    const outright = ['numbers', 'span', 'upTo', 'one', 'two', 'year'];
    const used = new Set(GRAMMAR_SOURCES.flatMap(({ rules }) => rules.map(({ reads }) => reads)));
    expect([...used].filter((reads) => !outright.includes(reads) && !(reads in origins))).toEqual([]);
  });
});

interface Example extends Omit<Facts, 'published'> {
  readonly published?: string;
  readonly before?: readonly string[];
  readonly sentence: string;
  readonly seasons: readonly string[];
}

/** What `last` says, as the document for editors writes it. */
function asWritten(attribution: string): string {
  const [, show = '', season = '', relation = ''] = /^(?:([a-z-]+) )?(\d+) (\S+)/.exec(attribution) ?? [];
  const title = SHOWS.find(({ id }) => id === show)?.title;
  return `season ${season}${title === undefined ? '' : ` of ${title}`}${relation === 'background' ? ' touched on' : ''}`;
}

describe('the worked examples of docs/seasons.md', () => {
  const blocks = [...readFileSync('docs/seasons.md', 'utf8').matchAll(/```yaml\n([^`]+)```/g)];
  const examples = blocks.map(([, block = '']) => parse(block) as Example);

  it('are there, in French and English', () => {
    expect(examples.length).toBeGreaterThanOrEqual(8);
    expect(new Set(examples.map(({ language }) => language))).toEqual(new Set(['fr', 'en']));
  });

  it.each(examples.map((example) => [example.sentence, example] as const))('%s', (sentence, example) => {
    const { before = [], seasons, ...facts } = example;
    expect(last([...before, sentence], facts).map(asWritten)).toEqual(seasons);
  });
});
