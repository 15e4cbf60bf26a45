import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadRelevanceModel } from '../../src/app-models.ts';
import type { CatalogueIndex, ShowId } from '../../src/domain/catalogue.ts';
import type { ShowRelevance } from '../../src/domain/reading.ts';
import { readRelevance } from '../../src/reading/relevance/relevance.ts';
import { shippedIndex } from '../support/catalogue.ts';

type Label = 'about' | 'mention' | 'no';

interface Case {
  readonly id: string;
  readonly show: ShowId;
  readonly title: string;
  readonly text: string;
  readonly url?: string;
  readonly published?: string;
  readonly label: Label;
}

interface PressDocument {
  readonly show: ShowId;
  readonly title: string;
  readonly sentences: readonly { readonly text: string }[];
}

const index = await shippedIndex();
const model = loadRelevanceModel('models');

const linesOf = (file: string): readonly unknown[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

function read(found: Omit<Case, 'id' | 'show' | 'label'>, shows: CatalogueIndex): readonly ShowRelevance[] {
  const { title, text, url = null } = found;
  const published =
    found.published === undefined ? null : ({ date: found.published, precision: 'day', basis: 'given' } as const);
  return readRelevance({ title, text, url, published, hits: shows.scan(text), given: undefined }, shows, model);
}

/** The cases of a file about shows that the catalogue knows, each with what was read. */
function judged(file: string): readonly (Case & { readonly got: Label; readonly confidence: number })[] {
  return (linesOf(`fixtures/gold/${file}`) as readonly Case[])
    .filter(({ show }) => index.shows.has(show))
    .map((each) => {
      const found = read(each, index).find(({ show }) => show === each.show);
      return { ...each, got: found?.relevance ?? 'no', confidence: found?.confidence ?? 1 };
    });
}

type Judged = ReturnType<typeof judged>;
const exact = (cases: Judged): number => cases.filter(({ got, label }) => got === label).length / cases.length;
const oursOrOther = (cases: Judged): number =>
  cases.filter(({ got, label }) => (got === 'no') === (label === 'no')).length / cases.length;
function aboutF1(cases: Judged): number {
  const both = cases.filter(({ got, label }) => got === 'about' && label === 'about').length;
  const either =
    cases.filter(({ got }) => got === 'about').length + cases.filter(({ label }) => label === 'about').length;
  return (2 * both) / either;
}

interface Floors {
  readonly exact: number;
  readonly ours: number;
  readonly about: number;
}

/** What a file misses of its floors. */
function shortOf(cases: Judged, { exact: exactly, ours, about }: Floors): readonly string[] {
  const found = { exact: exact(cases), ours: oursOrOther(cases), about: aboutF1(cases) };
  const floors = { exact: exactly, ours, about };
  return (['exact', 'ours', 'about'] as const)
    .filter((name) => found[name] < floors[name])
    .map((name) => `${name} ${found[name].toFixed(3)} < ${floors[name]}`);
}

describe('relevance on cases that the weights were learned from', () => {
  it.each([
    ['relevance.jsonl', 60, { exact: 0.98, ours: 0.98, about: 0.96 }],
    ['relevance-press-style.jsonl', 130, { exact: 0.96, ours: 0.97, about: 0.96 }],
    ['relevance-desk-style.jsonl', 90, { exact: 0.92, ours: 0.92, about: 0.93 }],
  ])('%s', (file, size, floors) => {
    const cases = judged(file);
    expect(cases.length).toBeGreaterThan(size);
    expect(shortOf(cases, floors)).toEqual([]);
  });

  it('hardly takes another subject for a show', () => {
    const files = ['relevance.jsonl', 'relevance-press-style.jsonl', 'relevance-desk-style.jsonl'];
    const taken = files.flatMap(judged).filter(({ got, label }) => label === 'no' && got !== 'no');
    expect(taken.length > 1 ? taken.map(({ id, title }) => `${id} ${title}`) : []).toEqual([]);
  });
});

describe('relevance on cases set aside, whose errors nobody has read', () => {
  it.each([
    ['relevance-press-style-aside.jsonl', 60, { exact: 0.87, ours: 0.94, about: 0.8 }],
    ['relevance-desk-style-aside.jsonl', 90, { exact: 0.86, ours: 0.91, about: 0.86 }],
  ])('%s', (file, size, floors) => {
    const cases = judged(file);
    expect(cases.length).toBeGreaterThan(size);
    expect(shortOf(cases, floors)).toEqual([]);
  });

  it('is as sure as it is right', () => {
    const found = ['relevance-press-style-aside.jsonl', 'relevance-desk-style-aside.jsonl']
      .flatMap(judged)
      .flatMap(({ got, label, confidence }) => (got === 'no' ? [] : [{ right: got === label ? 1 : 0, confidence }]));
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    const gap = sum(found.map(({ confidence }) => confidence)) - sum(found.map(({ right }) => right));
    expect(Math.abs(gap) / found.length).toBeLessThanOrEqual(0.06);
  });
});

describe('relevance on the press corpus, from title and text alone', () => {
  const documents = readdirSync('fixtures/gold/press').flatMap(
    (file) => linesOf(`fixtures/gold/press/${file}`) as readonly PressDocument[],
  );
  /** The corpus files these shows under other titles. */
  const filedAs = new Map([
    ['spiral', 'engrenages'],
    ['call-my-agent', 'dix-pour-cent'],
    ['money-heist', 'la-casa-de-papel'],
    ['le-village', 'un-village-francais'],
  ]);
  const everything = documents.map(({ show, title, sentences }) => {
    const text = sentences.map((sentence) => sentence.text).join(' ');
    const about = read({ title, text }, index).filter(({ relevance }) => relevance === 'about');
    return { show: index.shows.has(show) ? show : (filedAs.get(show) ?? show), about: about.map((each) => each.show) };
  });
  const right = (found: typeof everything): number =>
    found.filter(({ show, about }) => about.includes(show)).length / found.length;

  it('knows nine in ten documents about Le Bureau des légendes', () => {
    const ours = everything.filter(({ show }) => show === 'le-bureau-des-legendes');
    expect(ours.length).toBeGreaterThan(80);
    expect(right(ours)).toBeGreaterThanOrEqual(0.9);
  });

  it('knows the documents about the other shows of the catalogue', () => {
    const known = everything.filter(({ show }) => index.shows.has(show));
    expect(known.length).toBeGreaterThan(200);
    expect(right(known)).toBeGreaterThanOrEqual(0.9);
  });

  it('gives hardly a document about an unknown show to one of the catalogue', () => {
    const strangers = everything.filter(({ show }) => !index.shows.has(show));
    const wrong = strangers.filter(({ about }) => about.length > 0);
    expect(strangers.length).toBeGreaterThan(60);
    expect(wrong.length / strangers.length).toBeLessThanOrEqual(0.01);
  });

  it('gives a document about a show to that show alone', () => {
    const known = everything.filter(({ show }) => index.shows.has(show));
    const shared = known.filter(({ about }) => about.length > 1);
    expect(shared.length / known.length).toBeLessThanOrEqual(0.02);
  });
});
