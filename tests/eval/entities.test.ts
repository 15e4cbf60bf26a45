import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ShowRelevance } from '../../src/domain/reading.ts';
import { readEntities } from '../../src/reading/entities/entities.ts';
import { readRelevance } from '../../src/reading/relevance/relevance.ts';
import { shippedIndex } from '../support/catalogue.ts';

const SHOW = 'le-bureau-des-legendes';
const about: readonly ShowRelevance[] = [{ show: SHOW, relevance: 'about', confidence: 1, signals: [] }];

describe('links to the catalogue', async () => {
  const index = await shippedIndex();
  const ids = JSON.parse(readFileSync('fixtures/gold/links.ids.json', 'utf8')) as Readonly<Record<string, string>>;

  const labelled = new Set(Object.values(ids));
  /**
   * `surface=id` pairs that the stage finds in a sentence. The gold set labels no places, and of organisations only those
   * in its list of ids (not the FBI, not Daech): others count neither for nor against.
   */
  function links(text: string, shows: readonly ShowRelevance[]): readonly string[] {
    const mentions = readEntities(
      { text, passages: [{ start: 0, end: text.length }], language: 'fr', hits: index.scan(text), shows },
      index,
    );
    return mentions
      .flat()
      .filter(({ type, entity }) => type !== 'place' && (type !== 'organisation' || labelled.has(entity ?? '')))
      .map(({ surface, entity }) => `${surface}=${entity}`);
  }

  it('gets at least 43 of the 44 trap sentences exactly right', () => {
    const wrong = readFileSync('fixtures/gold/links.txt', 'utf8')
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [text = '', gold = '', context = ''] = line.split('|');
        const expected =
          gold === '' ? [] : gold.split(',').map((pair) => pair.replace(/=(.+)$/u, (_, id: string) => `=${ids[id]}`));
        const hits = index.scan(text);
        const shows =
          context === 'show' ? about : readRelevance({ title: null, text, url: null, hits, given: undefined }, index);
        const got = links(text, shows);
        return JSON.stringify([...got].sort()) === JSON.stringify([...expected].sort())
          ? []
          : [`${text}\n  expected ${expected.join()}\n  got ${got.join()}`];
      });
    expect(wrong.length > 1 ? wrong : []).toEqual([]);
  });
});

interface PressMention {
  readonly surface: string;
  readonly type: string;
  readonly start: number;
}
const key = ({ start, surface, type }: PressMention): string => `${start} ${surface} ${type}`;
interface PressDocument {
  readonly show: string;
  readonly lang: string;
  readonly title: string;
  readonly sentences: readonly { readonly text: string; readonly mentions: readonly PressMention[] }[];
}

describe('mentions in the press about the show', async () => {
  const index = await shippedIndex();

  /** What the stages find in a document, sentence by sentence; a show is a work to the labellers. */
  function found({ lang, title, sentences }: PressDocument): readonly (readonly string[])[] {
    let at = 0;
    const passages = sentences.map((sentence) => {
      const start = at;
      at += sentence.text.length + 1;
      return { start, end: start + sentence.text.length };
    });
    const text = sentences.map((sentence) => sentence.text).join(' ');
    const hits = index.scan(text);
    const shows = readRelevance({ title, text, url: null, hits, given: undefined }, index);
    return readEntities({ text, passages, language: lang, hits, shows }, index).map((mentions, i) =>
      mentions.map(({ start, surface, type }) =>
        key({ start: start - (passages[i]?.start ?? 0), surface, type: type === 'show' ? 'work' : type }),
      ),
    );
  }

  it('finds span and type of 9 in 10, and claims little that is not labelled', () => {
    const tally = { found: 0, claimed: 0, labelled: 0 };
    for (const file of readdirSync('fixtures/gold/press')) {
      for (const line of readFileSync(`fixtures/gold/press/${file}`, 'utf8').trim().split('\n')) {
        const document = JSON.parse(line) as PressDocument;
        if (document.show !== SHOW) continue;
        for (const [i, claimed] of found(document).entries()) {
          const mentions = document.sentences[i]?.mentions ?? [];
          const gold = new Set(mentions.filter(({ type }) => type !== 'aspect').map(key));
          tally.labelled += gold.size;
          tally.claimed += claimed.length;
          tally.found += claimed.filter((each) => gold.has(each)).length;
        }
      }
    }
    expect(tally.labelled).toBeGreaterThan(700);
    expect(tally.found / tally.claimed).toBeGreaterThanOrEqual(0.96);
    expect(tally.found / tally.labelled).toBeGreaterThanOrEqual(0.92);
  });
});
