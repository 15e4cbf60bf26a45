import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRelevance } from '../../src/reading/relevance/relevance.ts';
import { shippedIndex } from '../support/catalogue.ts';

interface Case {
  readonly id: string;
  readonly show: string;
  readonly title: string;
  readonly text: string;
  readonly label: 'about' | 'mention' | 'no';
}

describe('relevance on the 61 gold cases', async () => {
  const index = await shippedIndex();
  const cases = readFileSync('fixtures/gold/relevance.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Case);
  const judged = cases.map((each) => {
    const hits = index.scan(each.text);
    const found = readRelevance({ title: each.title, text: each.text, url: null, hits, given: undefined }, index);
    return { ...each, got: found.find(({ show }) => show === each.show)?.relevance ?? 'no' };
  });
  const share = (right: (each: (typeof judged)[number]) => boolean): number =>
    judged.filter(right).length / judged.length;

  it('tells about, mention and neither apart in all but one', () => {
    const wrong = judged
      .filter(({ got, label }) => got !== label)
      .map(({ id, title, label, got }) => `${id} ${label}→${got} ${title}`);
    expect(wrong.length > 1 ? wrong : []).toEqual([]);
  });

  it('tells ours from other', () => {
    expect(share(({ got, label }) => (got === 'no') === (label === 'no'))).toBeGreaterThanOrEqual(0.98);
  });
});

interface PressDocument {
  readonly show: string;
  readonly title: string;
  readonly sentences: readonly { readonly text: string }[];
}

describe('relevance on the press corpus', async () => {
  const index = await shippedIndex();
  const documents = readdirSync('fixtures/gold/press').flatMap((file) =>
    readFileSync(`fixtures/gold/press/${file}`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as PressDocument),
  );
  const aboutOf = ({ title, sentences }: PressDocument): readonly string[] => {
    const text = sentences.map((sentence) => sentence.text).join(' ');
    return readRelevance({ title, text, url: null, hits: index.scan(text), given: undefined }, index)
      .filter(({ relevance }) => relevance === 'about')
      .map(({ show }) => show);
  };
  /** The corpus files these shows under their English titles. */
  const own = new Map([
    ['spiral', 'engrenages'],
    ['call-my-agent', 'dix-pour-cent'],
  ]);

  it('knows nine in ten documents about Le Bureau des légendes from title and text alone', () => {
    const ours = documents.filter(({ show }) => show === 'le-bureau-des-legendes');
    const right = ours.filter((document) => aboutOf(document).includes(document.show));
    expect(ours.length).toBeGreaterThan(80);
    expect(right.length / ours.length).toBeGreaterThanOrEqual(0.9);
  });

  it('gives few documents about unknown shows to shows of the catalogue', () => {
    const strangers = documents.filter(({ show }) => !index.shows.has(own.get(show) ?? show));
    const wrong = strangers.filter((document) => aboutOf(document).length > 0);
    expect(strangers.length).toBeGreaterThan(300);
    expect(wrong.length / strangers.length).toBeLessThanOrEqual(0.03);
  });
});
