import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { importPage } from '../../src/database/queries/import-page.ts';
import { storeReading } from '../../src/database/queries/store-reading.ts';
import { unknownPeople } from '../../src/database/queries/unknown-people.ts';
import type { Document, Mention } from '../../src/domain/reading.ts';
import { freshEmbedded } from '../support/database.ts';
import { documentOf, readingOf } from '../support/reading.ts';

const SHOW = 'le-bureau-des-legendes';

/** A document of one sentence in which each of some names is mentioned. */
function naming(text: string, names: readonly string[], rest: Partial<Mention> = {}): Document {
  const document = documentOf([{ text, season: 1 }]);
  const mentions = names.map((surface): Mention => {
    const start = text.indexOf(surface);
    return { entity: null, type: 'person', surface, start, end: start + surface.length, sentiment: null, ...rest };
  });
  return { ...document, passages: document.passages.map((passage) => ({ ...passage, mentions })) };
}

describe('people whom the catalogue does not know', () => {
  let database: Database;
  beforeAll(async () => {
    database = await freshEmbedded();
  });
  afterAll(() => database.close());
  beforeEach(() => database.query('TRUNCATE page, outlet RESTART IDENTITY CASCADE'));

  async function store(documents: readonly Document[]): Promise<void> {
    for (const [at, document] of documents.entries()) {
      const url = `http://a.example/${at}`;
      const id = await importPage(database, { url, given: {}, contentType: 'text/html', bytes: new Uint8Array([at]) });
      await database.transaction((sql) => storeReading(sql, id, readingOf(url, [document])));
    }
  }
  const found = (show: string | null = null) => unknownPeople(database, { show, documents: 3 });

  it('counts those in three documents about a show, with the shortest sentence', async () => {
    await store([
      naming('Le montage d’Anna Keller tient la saison du début à la fin.', ['Anna Keller']),
      naming('Anna Keller et Ida Roy signent ces dix épisodes.', ['Anna Keller', 'Ida Roy']),
      naming('Bravo à Anna\nKeller.', ['Anna\nKeller']),
      naming('On retrouve Ida Roy à la musique, et c’est heureux.', ['Ida Roy']),
    ]);
    expect(await found()).toEqual([
      {
        show: SHOW,
        name: 'Anna Keller',
        documents: 3,
        stories: 3,
        mentions: 3,
        quotation: 'Bravo à Anna\nKeller.',
        url: 'http://a.example/2',
      },
    ]);
    expect(await found('mafiosa')).toEqual([]);
  });

  it('passes over surnames alone, places, known people, and documents that only mention the show', async () => {
    const texts = [
      'Un : Max Blin et Keller.',
      'Deux, bien plus long : Max Blin, Keller.',
      'Trois fois Max Blin ou Keller !',
    ];
    await store(texts.map((text) => naming(text, ['Keller'])));
    expect(await found()).toEqual([]);
    await store(texts.map((text) => naming(text, ['Max Blin'], { type: 'place' })));
    expect(await found()).toEqual([]);
    await store(texts.map((text) => naming(text, ['Max Blin'], { entity: 'person:max-blin' })));
    expect(await found()).toEqual([]);
    const mention = { show: SHOW, relevance: 'mention', confidence: 1, signals: [] } as const;
    await store(texts.map((text) => ({ ...naming(text, ['Max Blin']), shows: [mention] })));
    expect(await found()).toEqual([]);
  });
});
