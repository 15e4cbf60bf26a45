import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadRelevanceModel } from '../../src/app-models.ts';
import type { ShowRelevance } from '../../src/domain/reading.ts';
import { readEntities } from '../../src/reading/entities/entities.ts';
import { readRelevance } from '../../src/reading/relevance/relevance.ts';
import { shippedIndex } from '../support/catalogue.ts';

const SHOW = 'le-bureau-des-legendes';
const about: readonly ShowRelevance[] = [{ show: SHOW, relevance: 'about', confidence: 1, signals: [] }];

describe('links to the catalogue', async () => {
  const index = await shippedIndex();
  const model = loadRelevanceModel('models');
  const ids = JSON.parse(readFileSync('fixtures/gold/links.ids.json', 'utf8')) as Readonly<Record<string, string>>;

  const labelled = new Set(Object.values(ids));
  /**
   * `surface=id` pairs that the stage finds in a sentence. The gold set labels no places, and of organisations only those
   * in its list of ids (not the FBI, not Daech): others count neither for nor against, nor do names without an entity.
   */
  function links(text: string, shows: readonly ShowRelevance[]): readonly string[] {
    const mentions = readEntities(
      { text, passages: [{ start: 0, end: text.length }], language: 'fr', hits: index.scan(text), shows },
      index,
    );
    return mentions
      .flat()
      .filter(
        ({ type, entity }) => entity !== null && type !== 'place' && (type !== 'organisation' || labelled.has(entity)),
      )
      .map(({ surface, entity }) => `${surface}=${entity}`);
  }

  it('gets all 44 trap sentences exactly right', () => {
    const wrong = readFileSync('fixtures/gold/links.txt', 'utf8')
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [text = '', gold = '', context = ''] = line.split('|');
        const expected =
          gold === '' ? [] : gold.split(',').map((pair) => pair.replace(/=(.+)$/u, (_, id: string) => `=${ids[id]}`));
        const hits = index.scan(text);
        const shows =
          context === 'show'
            ? about
            : readRelevance({ title: null, text, url: null, hits, given: undefined }, index, model);
        const got = links(text, shows);
        return JSON.stringify([...got].sort()) === JSON.stringify([...expected].sort())
          ? []
          : [`${text}\n  expected ${expected.join()}\n  got ${got.join()}`];
      });
    expect(wrong).toEqual([]);
  });
});

interface LinkCase {
  readonly text: string;
  /** The show that the page is about; null where the sentence has to tell. */
  readonly show: string | null;
  /** Surface and entity of every name of the catalogue, in the order of the text. */
  readonly links: readonly (readonly [surface: string, entity: string])[];
}

interface Tally {
  readonly found: number;
  readonly claimed: number;
  readonly labelled: number;
}
const f1 = ({ found, claimed, labelled }: Tally): number => (2 * found) / (claimed + labelled);

describe('links beside names that mislead', async () => {
  const index = await shippedIndex();
  const model = loadRelevanceModel('models');

  /** Counts links over the cases whose entities the catalogue holds. */
  function tallyOf(file: string): Tally & { readonly cases: number } {
    const tally = { found: 0, claimed: 0, labelled: 0, cases: 0 };
    for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
      const { text, show, links } = JSON.parse(line) as LinkCase;
      if (!links.every(([, entity]) => index.entities.has(entity))) continue;
      const hits = index.scan(text);
      const shows: readonly ShowRelevance[] =
        show === null
          ? readRelevance({ title: null, text, url: null, hits, given: undefined }, index, model)
          : [{ show, relevance: 'about', confidence: 1, signals: [] }];
      const passages = [{ start: 0, end: text.length }];
      const claimed = readEntities({ text, passages, language: 'fr', hits, shows }, index)
        .flat()
        .flatMap(({ surface, entity }) => (entity === null ? [] : [`${surface}=${entity}`]));
      const left = links.map((pair) => pair.join('='));
      tally.cases++;
      tally.claimed += claimed.length;
      tally.labelled += links.length;
      for (const link of claimed) {
        const at = left.indexOf(link);
        if (at < 0) continue;
        left.splice(at, 1);
        tally.found++;
      }
    }
    return tally;
  }

  it.each([
    ['fixtures/gold/links-press.jsonl', 100],
    ['fixtures/gold/links-press-aside.jsonl', 48],
  ])('reaches an F1 of 0.96 on %s', (file, cases) => {
    const tally = tallyOf(file);
    expect(tally.cases).toBeGreaterThanOrEqual(cases);
    expect(f1(tally)).toBeGreaterThanOrEqual(0.96);
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
  const model = loadRelevanceModel('models');

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
    const shows = readRelevance({ title, text, url: null, hits, given: undefined }, index, model);
    return readEntities({ text, passages, language: lang, hits, shows }, index).map((mentions, i) =>
      mentions.map(({ start, surface, type }) =>
        key({ start: start - (passages[i]?.start ?? 0), surface, type: type === 'show' ? 'work' : type }),
      ),
    );
  }

  /** Counts the names of the press by a rule that says which documents and types count. */
  function tallyOf(counts: (document: PressDocument, type: string) => boolean): Tally {
    const tally = { found: 0, claimed: 0, labelled: 0 };
    for (const file of readdirSync('fixtures/gold/press')) {
      for (const line of readFileSync(`fixtures/gold/press/${file}`, 'utf8').trim().split('\n')) {
        const document = JSON.parse(line) as PressDocument;
        for (const [i, all] of found(document).entries()) {
          const mentions = document.sentences[i]?.mentions ?? [];
          const gold = new Set(mentions.filter(({ type }) => type !== 'aspect' && counts(document, type)).map(key));
          const claimed = all.filter((each) => counts(document, each.split(' ').at(-1) ?? ''));
          tally.labelled += gold.size;
          tally.claimed += claimed.length;
          tally.found += claimed.filter((each) => gold.has(each)).length;
        }
      }
    }
    return tally;
  }

  it('finds span and type of 19 in 20 names about one show, and claims little that is not labelled', () => {
    const tally = tallyOf(({ show }) => show === SHOW);
    expect(tally.labelled).toBeGreaterThan(700);
    expect(tally.found / tally.claimed).toBeGreaterThanOrEqual(0.96);
    expect(tally.found / tally.labelled).toBeGreaterThanOrEqual(0.94);
  });

  it('is right about people and characters of any show, known to the catalogue or not', () => {
    const tally = tallyOf((_, type) => type === 'person' || type === 'character');
    expect(tally.claimed).toBeGreaterThan(1000);
    expect(tally.found / tally.claimed).toBeGreaterThanOrEqual(0.95);
  });
});
